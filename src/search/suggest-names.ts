import { type RawBuilder, sql } from 'kysely';
import type { EntityType } from './entity-type.ts';
import { escapeLike } from './escape-like.ts';
import { foldText } from './fold-text.ts';
import { keyOf } from './search-query.ts';

/**
 * A SELECT of names that begin with `prefix`, best first: in characters, in pinyin, or in the initials of pinyin.
 * Each entity comes once. Pinyin is compared only where the prefix is Latin, so that no homophone is suggested for
 * a prefix in characters. Null for a prefix without letter, digit or character.
 *
 * Columns: `entity_type`, `id`, `term` and `place`, the number in the order.
 */
export function suggestNames(
  prefix: string,
  types: readonly EntityType[],
  limit: number,
): RawBuilder<unknown> | null {
  const key = keyOf(foldText(prefix));
  if (key === '') return null;
  const pattern = `${escapeLike(key)}%`;
  const latin = /^[a-z]+$/.test(key);
  const how = sql`CASE WHEN t.key LIKE ${pattern} THEN 0 WHEN t.pinyin LIKE ${pattern} THEN 1 ELSE 2 END`;
  const found = latin
    ? sql`(t.key LIKE ${pattern} OR t.pinyin LIKE ${pattern} OR t.initials LIKE ${pattern})`
    : sql`t.key LIKE ${pattern}`;
  const terms = sql`SELECT DISTINCT ON (t.entity_id) t.entity_type, t.entity_id, t.term, ${how} AS how, length(t.key) AS size
    FROM search_term AS t WHERE ${found} AND t.entity_type = ANY (${types}::text[])
    ORDER BY t.entity_id, how, size`;
  return sql`SELECT s.entity_type, s.entity_id AS id, s.term, row_number() OVER (ORDER BY s.how, s.size, s.term, s.entity_id) AS place
    FROM (${terms}) AS s ORDER BY place LIMIT ${limit}`;
}
