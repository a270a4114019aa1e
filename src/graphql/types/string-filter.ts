import { builder } from '../builder.ts';

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
    'Tests of a text, all of which must hold. Characters are compared one by one; `%` and `_` stand for themselves.',
  fields: (t) => ({
    equals: t.string({ description: 'It is this text.' }),
    in: t.stringList({ description: 'It is one of these texts.' }),
    contains: t.string({ description: 'It contains this text.' }),
    startsWith: t.string({ description: 'It begins with this text.' }),
  }),
});
