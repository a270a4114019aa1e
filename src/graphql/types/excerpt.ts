import { sql } from 'kysely';
import { checkLimit } from '../arguments/page-size.ts';
import type { Sql } from '../read-plan/sql.ts';

/** The characters of an excerpt where nobody says how many, and at most. */
export const EXCERPT = { usual: 100, most: 1_000 } as const;

/** The first `length` characters of `text`, with an ellipsis where there are more. */
export function excerptOf(text: Sql, length: number): Sql {
  const size = sql.lit(length);
  return sql`(left(${text}, ${size}) || CASE WHEN char_length(${text}) > ${size} THEN '…' ELSE '' END)`;
}

/**
 * The length that an argument asks for.
 *
 * @throws GraphQLError BAD_USER_INPUT where it is out of bounds.
 */
export function excerptLength(length: unknown): number {
  checkLimit('length', length, EXCERPT.most);
  return typeof length === 'number' ? length : EXCERPT.usual;
}
