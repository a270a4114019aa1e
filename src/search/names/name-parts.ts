import { type RawBuilder, sql } from 'kysely';

/** What stands before and after a name among its parts, as the function `name_parts` of the database has it. */
const EDGE = '\n';

/** The pairs of neighbours of a text; none of one character. */
function pairsOf(chars: readonly string[]): string[] {
  return [...new Set(chars.slice(1).map((char, at) => `${chars[at]}${char}`))];
}

/** The parts of all names in which `text` stands; none where it is too short to tell any. */
export const partsWithin = (text: string): string[] => pairsOf(Array.from(text));

/** The parts of all names that begin with `before` and end with `after`. */
export const partsAround = (before: readonly string[], after: readonly string[]): string[] => [
  ...new Set([...pairsOf([EDGE, ...before]), ...pairsOf([...after, EDGE])]),
];

/** Whether the name `t` has all of some parts: an index tells. */
export const hasParts = (parts: RawBuilder<unknown> | readonly string[]): RawBuilder<unknown> =>
  sql`name_parts(E'\n' || t.key || E'\n') @> ${parts}::text[]`;
