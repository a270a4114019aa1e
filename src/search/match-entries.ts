import { type RawBuilder, sql } from 'kysely';
import type { EntityType } from './entity-type.ts';
import { MAX_HIGHLIGHTS } from './highlight.ts';
import { matchQuery, rankQuery, type SearchQuery, termQuery } from './search-query.ts';

/** The longest query, in UTF-16 code units. */
export const MAX_QUERY = 300;

/** What of a query a condition is made of: the tsquery of all terms, that of any, and that of each. */
const QUERY_PARTS = {
  all: matchQuery,
  any: anyTerm,
  each: ({ terms }: SearchQuery) => terms.map(termQuery),
} as const;

/** The name of a part of a query. */
export type QueryPart = keyof typeof QUERY_PARTS;

/** A part of a query, as a parameter of a statement. */
export const partOf = (query: SearchQuery, part: QueryPart): string | string[] => QUERY_PARTS[part](query);

/** Which entities are searched. */
export interface MatchFilter {
  readonly types: readonly EntityType[];
  /** Days, `YYYY-MM-DD`, both included; null where the range has no such end. Entities without a day lie in no range. */
  readonly from: string | null;
  readonly to: string | null;
  /** Code of an area: only what belongs to it or to an area below. */
  readonly area: string | null;
}

/** What a match of the name adds to the rank, and what a name adds that is the query. */
const [TITLE_BONUS, NAME_BONUS] = [0.5, 1];

/** How many matches are ranked; of more, the names come first, then the newest, and the rest has the score 0. */
const MAX_RANKED = 2_000;

/**
 * A SELECT of the entities that match, in no order.
 *
 * Columns: `entity_type`, `id`, `happened_on`, and `score`, numeric and rounded so that it compares the same
 * from page to page.
 */
export function matchEntries(query: SearchQuery, filter: MatchFilter): RawBuilder<unknown> {
  const bonus = sql`c.titled::integer * ${sql.lit(TITLE_BONUS)} + c.named::integer * ${sql.lit(NAME_BONUS)}`;
  return sql`WITH matched AS MATERIALIZED (${matched(query, filter)}),
    candidate AS MATERIALIZED (SELECT * FROM matched
      ORDER BY named DESC, titled DESC, happened_on DESC NULLS LAST, entity_id LIMIT ${sql.lit(MAX_RANKED)}),
    ranked AS (SELECT c.entity_id,
        round((sum(ts_rank_cd(e.terms, ${rankQuery(query)}::tsquery, 1)) + ${bonus})::numeric, 5) AS score
      FROM candidate AS c JOIN search_entry AS e ON e.entity_id = c.entity_id
      GROUP BY c.entity_id, c.titled, c.named)
    SELECT m.entity_type, m.entity_id AS id, m.happened_on, coalesce(r.score, 0) AS score
    FROM matched AS m LEFT JOIN ranked AS r ON r.entity_id = m.entity_id`;
}

/**
 * A SELECT of the column `passages` of the rows of `entityId` that hold any term, in the order of the text; no more than can
 * be highlighted, as each gives a passage.
 */
export function matchingPassages(query: SearchQuery, entityId: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`SELECT h.passages FROM search_entry AS h
    WHERE h.entity_id = ${entityId} AND h.terms @@ ${anyTerm(query)}::tsquery ORDER BY h.part
    LIMIT ${sql.lit(MAX_HIGHLIGHTS)}`;
}

/** A SELECT of the entities that hold all terms and pass the filter; `titled` and `named` tell how their names match. */
function matched(query: SearchQuery, filter: MatchFilter): RawBuilder<unknown> {
  const match = sql`${matchQuery(query)}::tsquery`;
  const entries = (condition: RawBuilder<unknown>) => sql`SELECT e.entity_type, e.entity_id, e.happened_on,
      e.title_terms @@ ${match} AS titled, e.title_key = ${query.key} AS named
    FROM search_entry AS e WHERE ${condition} AND ${passes(filter)}`;
  const all = [entries(sql`e.terms @@ ${match}`), ...termsApart(query).map(entries)];
  return sql`SELECT entity_type, entity_id, max(happened_on) AS happened_on, bool_or(titled) AS titled,
      bool_or(named) AS named
    FROM (${sql.join(all, sql` UNION ALL `)}) AS entry GROUP BY entity_type, entity_id`;
}

/**
 * The condition on index rows `e` of long texts that hold all terms, each in another row maybe; none where there is
 * one term. An index of such rows alone makes it cheap.
 */
function termsApart(query: SearchQuery): RawBuilder<unknown>[] {
  if (query.terms.length === 1) return [];
  const each = query.terms.map((term) => sql`bool_or(p.terms @@ ${termQuery(term)}::tsquery)`);
  return [
    sql`e.parts > 1 AND e.entity_id IN (SELECT p.entity_id FROM search_entry AS p
      WHERE p.parts > 1 AND p.terms @@ ${anyTerm(query)}::tsquery
      GROUP BY p.entity_id HAVING ${sql.join(each, sql` AND `)})`,
  ];
}

/**
 * A SELECT of the ids of the entities of a kind that hold all terms of a query, whose parts `part` gives: what is composed does not
 * depend on the query.
 */
export function entitiesWith(
  type: EntityType,
  part: (name: QueryPart) => RawBuilder<unknown>,
): RawBuilder<unknown> {
  const [kind, each] = [sql.lit(type), sql`${part('each')}::text[]`];
  return sql`SELECT e.entity_id FROM search_entry AS e
    WHERE e.entity_type = ${kind} AND e.terms @@ ${part('all')}::tsquery
    UNION SELECT p.entity_id FROM search_entry AS p
    WHERE p.entity_type = ${kind} AND p.parts > 1 AND p.terms @@ ${part('any')}::tsquery AND cardinality(${each}) > 1
      AND NOT EXISTS (SELECT FROM unnest(${each}) AS term(query) WHERE NOT EXISTS (
        SELECT FROM search_entry AS other WHERE other.entity_id = p.entity_id AND other.terms @@ term.query::tsquery))`;
}

function passes({ types, from, to, area }: MatchFilter): RawBuilder<unknown> {
  const conditions = [sql`e.entity_type = ANY (${types}::text[])`];
  if (from !== null) conditions.push(sql`e.happened_on >= ${from}::date`);
  if (to !== null) conditions.push(sql`e.happened_on <= ${to}::date`);
  if (area !== null) conditions.push(sql`e.area_codes @> ARRAY[${area}::text]`);
  return sql`(${sql.join(conditions, sql` AND `)})`;
}

function anyTerm({ terms }: SearchQuery): string {
  return terms.map((term) => `(${termQuery(term)})`).join(' | ');
}
