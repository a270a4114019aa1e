import { type RawBuilder, sql } from 'kysely';
import { escapeLike } from '../text/escape-like.ts';
import { hasParts, partsAround } from './name-parts.ts';
import { suggestTerm } from './suggest-terms.ts';

/** The longest name that is corrected, in characters; longer ones are found by most of their words. */
const MAX_NAME = 24;

/** What divides the parts of one pattern: no name has it. */
const DIVIDER = '\t';

/** Names that differ from what was typed in one place: a pattern of LIKE, with parts that all of them have. */
interface Pattern {
  readonly pattern: string;
  readonly parts: readonly string[];
}

/**
 * A SELECT of the names that somebody may have meant who typed `key`: those that are spelt the same in pinyin, and those of which one
 * character was mistaken, left out, added, or exchanged with the next. The likeliest comes first: a homophone before others, then the best known.
 * Names of articles and numbers are none; for what is a name itself none was meant.
 *
 * Columns: `entity_type`, `entity_id`, `term` and `place`.
 *
 * @param isWanted whether anything is looked for: where it is FALSE, nothing is read.
 */
export function suggestCorrections(key: string, isWanted: RawBuilder<unknown>): RawBuilder<unknown> | null {
  const chars = Array.from(key);
  if (chars.length < 2 || chars.length > MAX_NAME || !/\p{Script=Han}/u.test(key)) return null;
  const spellings = [
    ...new Set([suggestTerm('PERSON', key).pinyin, suggestTerm('ORGANISATION', key).pinyin]),
  ];
  const patterns = [...mistaken(chars), ...leftOut(chars)];
  const exact = [...added(chars), ...exchanged(chars)];
  const columns = sql`t.entity_type, t.entity_id, t.term, t.key, t.prominence`;
  const isName = sql`t.kind <> 'POST' AND t.entity_type NOT IN ('ARTICLE', 'INDICATOR') AND ${isWanted}
    AND NOT EXISTS (SELECT FROM search_term AS known WHERE known.key = ${key})`;
  return sql`SELECT entity_type, entity_id, term,
      row_number() OVER (ORDER BY how, prominence DESC, length(key), term, entity_id) AS place
    FROM (
      SELECT ${columns}, 0 AS how FROM search_term AS t WHERE t.pinyin = ANY (${spellings}::text[]) AND length(t.key) = ${chars.length} AND ${isName}
      UNION ALL SELECT ${columns}, 1 FROM search_term AS t WHERE t.key = ANY (${exact}::text[]) AND ${isName}
      UNION ALL SELECT near.*, 1 FROM unnest(${patterns.map(({ pattern }) => pattern)}::text[],
          ${patterns.map(({ parts }) => parts.join(DIVIDER))}::text[]) AS p(pattern, parts)
        CROSS JOIN LATERAL (SELECT ${columns} FROM search_term AS t
          WHERE ${hasParts(sql`string_to_array(p.parts, ${DIVIDER})`)} AND t.key LIKE p.pattern AND ${isName}) AS near
    ) AS meant ORDER BY place LIMIT 1`;
}

function around(before: readonly string[], after: readonly string[]): Pattern {
  return {
    pattern: `${escapeLike(before.join(''))}_${escapeLike(after.join(''))}`,
    parts: partsAround(before, after),
  };
}

/** Names with another character in one place. Of two characters one tells too little. */
const mistaken = (chars: readonly string[]): Pattern[] =>
  chars.length < 3 ? [] : chars.map((_, at) => around(chars.slice(0, at), chars.slice(at + 1)));

/** Names with one character more. */
const leftOut = (chars: readonly string[]): Pattern[] =>
  [...chars.keys(), chars.length].map((at) => around(chars.slice(0, at), chars.slice(at)));

/** Names with one character less. */
const added = (chars: readonly string[]): string[] =>
  chars.length < 3 ? [] : chars.map((_, at) => chars.toSpliced(at, 1).join(''));

/** Names with two neighbours in the other order. */
const exchanged = (chars: readonly string[]): string[] =>
  chars.slice(1).map((char, at) => chars.toSpliced(at, 2, char, chars[at] ?? '').join(''));
