import { type RawBuilder, sql } from 'kysely';
import type { EntityType } from '../entities/entity-type.ts';
import { suggestCorrections } from '../names/suggest-corrections.ts';
import type { SearchQuery } from '../query/search-query.ts';
import { knownAs, NAMED_FROM } from './known-as.ts';

/** The table `known`: who or what a whole query is a name of, with how much that counts. */
export const namedTables = (
  { key, typedKey }: SearchQuery,
  types: readonly EntityType[],
): RawBuilder<unknown> => sql`known AS MATERIALIZED (${knownAs(key, types, typedKey)})`;

/** Whether the query is a name of the entity of an entry `e`, in characters. */
export const NAMED_ENTRIES = sql`e.entity_id IN (SELECT k.entity_id FROM known AS k WHERE k.bonus >= ${sql.lit(NAMED_FROM)})`;

/** Whether the query only spells a name of the entity of an entry `e`. */
export const SPELT_ENTRIES = sql`e.part = 0 AND e.entity_id IN (SELECT k.entity_id FROM known AS k WHERE k.bonus < ${sql.lit(NAMED_FROM)})`;

/** What of a name counts that was meant, and not typed. */
const MEANT = 0.5;

/** How much the query is a name of the entity of a row `f`, from 0 to some more than 1; null where it is none. */
export const NAME_SHARE = sql`coalesce((SELECT max(k.bonus) FROM known AS k WHERE k.entity_id = f.entity_id),
  (SELECT ${sql.lit(MEANT)} FROM meant AS m WHERE m.entity_id = f.entity_id))`;

const NOBODY = sql`SELECT NULL::text AS entity_type, NULL::text AS entity_id, NULL::text AS term WHERE FALSE`;

/**
 * A SELECT of the name that was meant, where the query is one term that may be a name with a mistake in it, and `isWanted` holds.
 *
 * Columns: `entity_type`, `entity_id` and `term`.
 */
export function meantName({ terms, key }: SearchQuery, isWanted: RawBuilder<unknown>): RawBuilder<unknown> {
  const isOne = terms.length === 1 && terms.every(({ isQuoted }) => !isQuoted);
  return (isOne ? suggestCorrections(key, isWanted) : null) ?? NOBODY;
}

/** A SELECT of what has to do with the one who was `meant` and passes the filter, as the columns of strict matches. */
export const meantMatches = (passes: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`SELECT e.entity_type, e.entity_id, e.happened_on, FALSE, e.entity_id = (SELECT m.entity_id FROM meant AS m), 1
    FROM search_entry AS e WHERE e.related @> ARRAY[(SELECT m.entity_id FROM meant AS m)] AND e.part = 0 AND ${passes}`;

/**
 * A SELECT of one text or null: the query with names in place of the terms that stand nowhere and may be names with a mistake. It is wanted
 * where nothing has all words as they were typed.
 */
export function correctedQuery({ terms }: SearchQuery, isWanted: RawBuilder<unknown>): RawBuilder<unknown> {
  const parts = terms.map(({ text, query, isQuoted }) => {
    const isUnknown = sql`${isWanted} AND NOT EXISTS (SELECT FROM search_entry AS e WHERE e.terms @@ ${query}::tsquery)`;
    const corrections = isQuoted ? null : suggestCorrections(text, isUnknown);
    return corrections === null
      ? sql`(${text}::text, NULL::text)`
      : sql`(${text}::text, (SELECT c.term FROM (${corrections}) AS c))`;
  });
  if (parts.length === 0) return sql`SELECT NULL::text`;
  return sql`SELECT string_agg(coalesce(p.name, p.text), ' ') FROM (VALUES ${sql.join(parts)}) AS p(text, name) HAVING count(p.name) > 0`;
}
