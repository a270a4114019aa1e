import { builder } from '../builder/builder.ts';

/** The value of a `StringFilter`. */
export interface TextTest {
  equals?: string | null;
  in?: readonly string[] | null;
  contains?: string | null;
  startsWith?: string | null;
}

/** Tests of a text, all of which must hold. */
export const StringFilter = builder.inputType('StringFilter', {
  description:
    'Tests of a text, all of which must hold; what is left out is not asked. Traditional and Simplified, full and half width, upper and lower case are the same; `%` and `_` stand for themselves.',
  fields: (t) => ({
    equals: t.string({
      description:
        'It is this text. `null`: there is none, where the text may be absent; elsewhere it is refused, as any other null here.',
    }),
    in: t.stringList({ description: 'It is one of these texts. An empty list matches nothing.' }),
    contains: t.string({ description: 'It contains this text.' }),
    startsWith: t.string({ description: 'It begins with this text.' }),
  }),
});
