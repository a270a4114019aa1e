import { LONG_LIST } from '../arguments/list-limit.ts';
import { builder } from '../builder/builder.ts';
import { firstArgument } from '../builder/first-argument.ts';
import { entriesOf, entry } from '../fields/computed.ts';
import type { JsonObject } from '../read-plan/field-plan.ts';
import { parentRow } from '../read-plan/relation.ts';
import { col } from '../read-plan/sql.ts';

const Warning = builder.objectRef<JsonObject>('Warning').implement({
  description:
    'A doubt that the text of an article leaves, with the reading that was chosen, or what of it could not be read.',
  fields: (t) => ({
    code: t.string({
      nullable: false,
      description: 'What it is about, such as `YEAR_UNKNOWN`; the README lists the codes.',
      ...entry('code'),
    }),
    message: t.string({ nullable: false, description: 'The same in words.', ...entry('message') }),
    start: t.int({
      nullable: false,
      description: 'Where the words that it is about begin in `article.text`, in UTF-16 code units.',
      ...entry('start'),
    }),
    end: t.int({
      nullable: false,
      description:
        'Where those words end in `article.text`, in UTF-16 code units; the character there is not one of them.',
      ...entry('end'),
    }),
  }),
});

/** Options of the field `warnings` of an article. */
export const warningsField = {
  type: [Warning] as [typeof Warning],
  nullable: false as const,
  description: 'The doubts that its text leaves, in the order of the text; empty where it leaves none.',
  args: firstArgument(LONG_LIST),
  ...entriesOf((request) => col(parentRow<'article'>(request), 'warnings'), 'Warning', LONG_LIST),
};
