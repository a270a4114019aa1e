import { sql } from 'kysely';
import { LONG_LIST } from '../arguments/list-limit.ts';
import { builder } from '../builder/builder.ts';
import { FACT_TYPES } from '../builder/entities.ts';
import { firstArgument } from '../builder/first-argument.ts';
import { leaf } from '../cost/weights.ts';
import { entriesOf, entry, textOf } from '../fields/computed.ts';
import type { JsonObject } from '../read-plan/field-plan.ts';
import { parentRow, planned } from '../read-plan/relation.ts';
import { col } from '../read-plan/sql.ts';

const FactKind = builder.enumType('FactKind', {
  description: 'What articles state facts about.',
  values: Object.fromEntries(
    Object.entries(FACT_TYPES).map(([kind, { states }]) => [kind.toUpperCase(), { description: states }]),
  ),
});

const LeftOutStatement = builder.objectRef<JsonObject>('LeftOutStatement').implement({
  description: 'Something that an article states and the graph does not hold, or not whole.',
  fields: (t) => ({
    kind: t.field({
      type: FactKind,
      nullable: false,
      description: 'What it is about.',
      ...planned((request) => sql`upper(${textOf(request, 'kind')})`, leaf()),
    }),
    isWhole: t.boolean({
      nullable: false,
      description: 'Whether nothing of it is in the graph; else only what the reason names is missing.',
      ...entry('isWhole'),
    }),
    code: t.string({
      nullable: false,
      description:
        'Why: `REFERENCE_UNKNOWN`, it speaks of something that the article names nowhere; `REJECTED`, a person declared it wrong, or what it rests on.',
      ...entry('code'),
    }),
    reason: t.string({ nullable: false, description: 'The same in words.', ...entry('reason') }),
    quote: t.string({ nullable: false, description: 'The sentence that states it.', ...entry('quote') }),
  }),
});

/** Options of the field `leftOut` of an article. */
export const leftOutField = {
  type: [LeftOutStatement] as [typeof LeftOutStatement],
  nullable: false as const,
  description:
    'What it states and the graph does not hold, with the reason, in the order in which it was read; empty where the graph holds all of it, and where no fact rests on the article.',
  args: firstArgument(LONG_LIST),
  ...entriesOf((request) => col(parentRow<'article'>(request), 'left_out'), 'LeftOutStatement', LONG_LIST),
};
