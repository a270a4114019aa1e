import { type RawBuilder, sql } from 'kysely';
import type { EntityType } from '../entities/entity-type.ts';
import { MAX_HIGHLIGHTS } from '../query/highlight.ts';
import type { Expression } from '../query/parse-query.ts';
import type { SearchedField } from '../query/phrase-query.ts';
import {
  anyQuery,
  anyTerms,
  matchQuery,
  type SearchQuery,
  termQuery,
  type WordsQuery,
} from '../query/search-query.ts';
import {
  apartCondition,
  areaCodes,
  hasAlternatives,
  hasLooseTerms,
  type Nearness,
  quotedOf,
  requiredOf,
  rowCondition,
} from './match-conditions.ts';
import {
  meantMatches,
  meantName,
  NAME_SHARE,
  NAMED_ENTRIES,
  namedTables,
  SPELT_ENTRIES,
} from './named-entries.ts';
import { type RelatedFilter, relatedConditions } from './related-conditions.ts';

/** The longest query, in UTF-16 code units. */
export const MAX_QUERY = 300;

/** What of a query a condition is made of: the tsquery of all terms, that of any, and that of each. */
const QUERY_PARTS = {
  all: matchQuery,
  any: anyTerms,
  each: ({ terms }: WordsQuery) => terms.map(termQuery),
} as const;

/** The name of a part of a query. */
export type QueryPart = keyof typeof QUERY_PARTS;

/** A part of a query, as a parameter of a statement. */
export const partOf = (query: WordsQuery, part: QueryPart): string | string[] => QUERY_PARTS[part](query);

/** Which entities are searched. */
export interface MatchFilter extends RelatedFilter {
  readonly types: readonly EntityType[];
  /** Days, `YYYY-MM-DD`, both included; null where the range has no such end. Entities without a day lie in no range. */
  readonly from: string | null;
  readonly to: string | null;
  /** Code of an area: only what belongs to it or to an area below. */
  readonly area: string | null;
}

/** How few matches with all words there are where such with most of them come after them: less than a usual page. */
const LOOSE_BELOW = 20;

/** How many matches are ranked by their texts; of more, the names come first, then the newest, and the rest after them. */
const MAX_RANKED = 500;

/** How many entities with most of the words are looked at, those with the rarest first, and how many are matches. */
const [MAX_LOOSE_SEEN, MAX_LOOSE] = [300, 100];

/** What share of the weight of the words of the best match those have that lack some of the words. */
const LOOSE_SHARE = 0.5;

/** Words in more of the rows than this share are not looked for alone: nearly everything has them. */
const COMMON = 0.05;

/** What counts in the score: a name that is the query, how its words are found, a kind that is asked for, and what is more than its words. */
const [NAMED, LEVEL, KIND, TITLED, NEAR] = [8, 2, 1, 0.5, 0.3];

/**
 * Of a query with more words than this, all words anywhere are no better than most of them in a text about it: long texts hold them all
 * somewhere. They count less then.
 */
const [MANY_WORDS, LEVEL_OF_MANY] = [4, 0.3];

/**
 * What a word counts by where it stands, for `ts_rank`: in texts, and in names and where texts begin. Each is asked apart, as a word
 * there counts as several in a text.
 */
const WEIGHTS: Readonly<Record<SearchedField, { readonly text: string; readonly name: string }>> = {
  any: { text: '{1,1,0,0}', name: '{0,0.9,0.9,1}' },
  name: { text: '{0,0,0,0}', name: '{0,0,0,1}' },
  text: { text: '{1,1,1,0}', name: '{0,0.9,0.9,0}' },
};

/** As how many times more in a text a word counts that stands in a name, or at the beginning of the text. */
const IN_NAME = 2;

/** BM25: how soon more of a word counts no more, how much less it counts in long rows, and how many lexemes a usual row has. */
const [SATURATION, LENGTH, USUAL_LENGTH] = [0.8, 0.3, 250];

/** What the segmenter's dictionary of rarities counts, beside what the statistics of the index tell. */
const DICTIONARY = 0.7;

/** What a year counts: of two that match alike the newer one comes first. */
const [YEAR, FIRST_YEAR] = [0.004, 1990];

const NO_VECTOR = sql`''::tsvector`;

/** What a score is the sum of: columns of `matchEntries`. */
export const SCORE_PARTS = ['name', 'words', 'kind', 'title', 'relevance', 'nearness', 'recency'] as const;

/** One of what a score is the sum of. */
export type ScorePart = (typeof SCORE_PARTS)[number];

/** The points of each part of the score of a row `f` of `found`. */
const POINTS: Readonly<Record<Exclude<ScorePart, 'words' | 'kind'>, RawBuilder<unknown>>> = {
  name: sql`coalesce(${NAME_SHARE}, 0) * ${sql.lit(NAMED)}`,
  title: sql`f.titled::integer * ${sql.lit(TITLED)}`,
  relevance: sql`f.relevance`,
  nearness: sql`f.nearness * ${sql.lit(NEAR)}`,
  recency: sql`coalesce(greatest(extract(year FROM f.happened_on) - ${sql.lit(FIRST_YEAR)}, 0) * ${sql.lit(YEAR)}, 0)`,
};

/**
 * A SELECT of the entities that match, in no order: those that hold all that is asked, and where they are fewer than `looseBelow`, those that
 * have most of its words.
 *
 * Columns: `entity_type`, `id`, `happened_on`, `level` (2 for words as they were typed, 1 for all words anywhere, 0 for most of them), the
 * parts of the score, and `score`, numeric and rounded so that it compares the same from page to page.
 */
export function matchEntries(
  query: SearchQuery,
  filter: MatchFilter,
  looseBelow: number = LOOSE_BELOW,
): RawBuilder<unknown> {
  const { expression } = query;
  if (expression === null) return NOTHING;
  const loose = looseMatches(query, expression, { filter, looseBelow });
  const columns = sql`entity_type, entity_id, happened_on, named, level, titled, relevance, nearness`;
  const levelOfAll = hasManyWords(query) ? LEVEL_OF_MANY : LEVEL;
  const pointsOf = {
    ...POINTS,
    words: sql`CASE f.level WHEN 2 THEN ${sql.lit(2 * LEVEL)} WHEN 1 THEN ${sql.lit(levelOfAll)} ELSE 0 END`,
    kind: sql`CASE WHEN f.preferred THEN ${sql.lit(KIND)} * (1 + ${isThere(query)}::integer) ELSE 0 END`,
  };
  const points = SCORE_PARTS.map((part) => sql`round((${pointsOf[part]})::numeric, 5) AS ${sql.id(part)}`);
  return sql`WITH ${wordTable(query)},
    ${namedTables(query, filter.types)},
    exact AS MATERIALIZED (${strictMatches(query, expression, filter)}),
    meant AS MATERIALIZED (${meantName(query, sql`(SELECT count(*) = 0 FROM exact)`)}),
    strict AS MATERIALIZED (SELECT * FROM exact UNION ALL ${meantMatches(passes(filter))}),
    candidate AS MATERIALIZED (SELECT * FROM strict
      ORDER BY named DESC, level DESC, titled DESC, happened_on DESC NULLS LAST, entity_id LIMIT ${sql.lit(MAX_RANKED)}),
    ranked AS MATERIALIZED (${rankRows(query)}),
    ${loose.tables}
    held AS (SELECT ${columns} FROM ranked
      UNION ALL SELECT entity_type, entity_id, happened_on, named, level, titled, 0, 0 FROM strict
        WHERE entity_id NOT IN (SELECT c.entity_id FROM candidate AS c)),
    found AS (SELECT m.*, m.entity_type = ANY (${query.kinds}::text[]) AS preferred
      FROM (SELECT ${columns} FROM held ${loose.isPossible ? sql`UNION ALL SELECT ${columns} FROM most` : sql``}) AS m),
    scored AS (SELECT f.entity_type, f.id, f.happened_on, f.level, ${sql.join(points)}
      FROM (SELECT *, entity_id AS id FROM found) AS f)
    SELECT *, ${sql.join(
      SCORE_PARTS.map((part) => sql.id(part)),
      sql` + `,
    )} AS score FROM scored`;
}

/** Whether a query has so many words that long texts hold them all somewhere. */
const hasManyWords = ({ words }: SearchQuery) => words.filter(({ isNeeded }) => isNeeded).length > MANY_WORDS;

/** Whether the entity of a row `f` is at the place that a term names beside its kind (湖州 会议). */
function isThere({ terms, kinds }: SearchQuery): RawBuilder<unknown> {
  const names = terms.filter(({ kind, isQuoted }) => kind === null && !isQuoted).map(({ text }) => text);
  if (kinds.length === 0 || names.length === 0) return sql`FALSE`;
  return sql`EXISTS (SELECT FROM search_entry AS x WHERE x.entity_id = f.id AND x.part = 0
    AND x.area_codes && ARRAY(${sql.join(names.map(areaCodes), sql` UNION ALL `)}))`;
}

const NOTHING = sql`SELECT NULL::text AS entity_type, NULL::text AS id, NULL::date AS happened_on, 0 AS level,
  ${sql.join(SCORE_PARTS.map((part) => sql`0::numeric AS ${sql.id(part)}`))}, 0::numeric AS score WHERE FALSE`;

/** The words of a query with what each counts: the rarer the more, as the statistics of the index tell, else the segmenter's dictionary. */
function wordTable({ words }: SearchQuery): RawBuilder<unknown> {
  const list = (key: 'query' | 'parts' | 'lexeme') => sql`${words.map((word) => word[key])}::text[]`;
  const numbers = (key: 'rarity' | 'share') => sql`${words.map((word) => word[key])}::float8[]`;
  // Of one word it does not matter how frequent it is.
  const isAlone = words.length < 2;
  return sql`frequent AS MATERIALIZED (SELECT l.lexeme, l.frequency FROM pg_stats AS s
      CROSS JOIN LATERAL unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) AS l(lexeme, frequency)
      WHERE s.schemaname = current_schema() AND s.tablename = 'search_entry' AND s.attname = 'terms' AND l.lexeme IS NOT NULL
        ${isAlone ? sql`AND FALSE` : sql``}),
    asked AS MATERIALIZED (SELECT w.*, CASE WHEN length(w.lexeme) > 1 THEN f.frequency
        ELSE (SELECT least(sum(frequency), 1) FROM frequent WHERE starts_with(lexeme, w.lexeme)) END AS frequency
      FROM unnest(${list('query')}, ${list('parts')}, ${list('lexeme')}, ${numbers('rarity')}, ${numbers('share')},
        ${words.map(({ field }) => WEIGHTS[field].text)}::text[], ${words.map(({ field }) => WEIGHTS[field].name)}::text[])
        WITH ORDINALITY AS w(query, parts, lexeme, rarity, share, text, name, n)
      LEFT JOIN frequent AS f ON f.lexeme = w.lexeme),
    word AS MATERIALIZED (SELECT w.n, w.text::real[] AS text, w.name::real[] AS name, w.query::tsquery AS query, w.parts::tsquery AS parts,
        w.frequency, w.share * CASE WHEN w.frequency IS NULL
          THEN greatest(w.rarity * ${sql.lit(DICTIONARY)}, -ln((SELECT coalesce(min(frequency), 1) FROM frequent)))
          ELSE greatest(-ln(w.frequency), 0.05) END AS weight
      FROM asked AS w)`;
}

/** A SELECT of the entities that hold all that is asked and pass the filter; `level` tells how near its words are, 2 for as they were typed. */
function strictMatches(query: SearchQuery, expression: Expression, filter: MatchFilter): RawBuilder<unknown> {
  const titled = query.terms.length > 0 ? sql`e.title_terms @@ ${matchQuery(query)}::tsquery` : sql`FALSE`;
  const entries = (
    level: number,
    condition: RawBuilder<unknown>,
  ) => sql`SELECT e.entity_type, e.entity_id, e.happened_on,
      ${titled} AS titled, ${NAMED_ENTRIES} AS named, ${sql.lit(level)} AS level
    FROM search_entry AS e WHERE ${condition} AND ${passes(filter)}`;
  const level = (nearness: Nearness) => rowCondition(expression, nearness, 'e');
  const apart = apartCondition(expression, 'e');
  const isLoose = hasLooseTerms(expression);
  const all = [
    entries(2, level('verbatim')),
    ...(isLoose ? [entries(1, level('words'))] : []),
    ...(apart ? [entries(isLoose ? 1 : 2, apart)] : []),
    entries(2, NAMED_ENTRIES),
    entries(1, SPELT_ENTRIES),
  ];
  return sql`SELECT entity_type, entity_id, max(happened_on) AS happened_on, bool_or(titled) AS titled,
      bool_or(named) AS named, max(level) AS level
    FROM (${sql.join(all, sql` UNION ALL `)}) AS entry GROUP BY entity_type, entity_id`;
}

/** How well rows of the candidates match: the best row of each. Their vectors are unpacked once for all words. */
function rankRows({ terms }: SearchQuery): RawBuilder<unknown> {
  const together =
    terms.length > 1
      ? sql`ts_rank_cd('{1,1,1,1}', row.terms, ${matchQuery({ terms })}::tsquery, 33)`
      : sql`0`;
  const columns = sql.join(
    ['entity_type', 'entity_id', 'happened_on', 'named', 'level', 'titled'].map((name) =>
      sql.ref(`row.${name}`),
    ),
  );
  return sql`SELECT ${columns}, max(held.relevance) AS relevance, max(${together}) AS nearness
    FROM (SELECT c.*, e.terms || ${NO_VECTOR} AS terms FROM candidate AS c
      JOIN search_entry AS e ON e.entity_id = c.entity_id OFFSET 0) AS row
    CROSS JOIN LATERAL ${relevanceOf(sql`row.terms`)} AS held GROUP BY ${columns}`;
}

/**
 * How well a row matches, as a table of one row: `share`, what of the weight of all words it has, and `relevance`, from 0 to 1, for which how
 * often a word stands there counts as well. `ts_rank` gives of a word that stands in a text n times 6/π² of the sum of 1/i² up to n, from
 * which n is had back.
 */
function relevanceOf(terms: RawBuilder<unknown>): RawBuilder<unknown> {
  const times = (rank: RawBuilder<unknown>) =>
    sql`CASE WHEN ${rank} > 1e-9 THEN greatest(1 / (1.644934 * greatest(1 - ${rank}, 0.001)) - 0.5, 0.3) ELSE 0 END`;
  const length = sql`(1 - ${sql.lit(LENGTH)} + ${sql.lit(LENGTH)} * least(greatest(length(${terms}) / ${sql.lit(USUAL_LENGTH)}::float8, 0.3), 5))`;
  const points = sql`t.times / (t.times + ${sql.lit(SATURATION)} * l.length) `;
  return sql`(SELECT
      coalesce(sum(t.weight * (${points})) FILTER (WHERE t.times > 0) / nullif(sum(t.weight), 0), 0) AS relevance,
      coalesce(sum(t.weight) FILTER (WHERE t.times > 0) / nullif(sum(t.weight), 0), 0) AS share
    FROM (SELECT ${length} AS length) AS l CROSS JOIN (
      SELECT r.weight, ${times(sql`r.text`)} + ${sql.lit(IN_NAME)} * ${times(sql`r.name`)} AS times
      FROM (SELECT w.weight, ts_rank(w.text, ${terms}, w.query) AS text, ts_rank(w.name, ${terms}, w.query) AS name
        FROM word AS w OFFSET 0) AS r OFFSET 0) AS t)`;
}

/** How matches with most of the words are looked for. */
interface LooseOptions {
  readonly filter: MatchFilter;
  readonly looseBelow: number;
}

/**
 * The tables that end with `most`: entities that have not all words, but most of them by what they count. They are looked for by words that
 * not everything has, and only where few have all; the best of them are looked at.
 */
function looseMatches(
  query: SearchQuery,
  expression: Expression,
  { filter, looseBelow }: LooseOptions,
): { readonly tables: RawBuilder<unknown>; readonly isPossible: boolean } {
  // Of alternatives those who want more than one finds name another.
  const below = hasAlternatives(expression) ? Math.min(looseBelow, 1) : looseBelow;
  // What is quoted, and nothing else, is taken as it is.
  const isPossible = below > 0 && query.terms.some(({ isQuoted }) => !isQuoted);
  if (!isPossible) return { tables: sql``, isPossible };
  const required = requiredOf(expression);
  const quoted = quotedOf(expression);
  const isRequired = sql`${required ? rowCondition(required, 'verbatim', 'e') : sql`TRUE`}
    AND ${quoted ? sql`(NOT EXISTS (SELECT FROM strict) OR ${rowCondition(quoted, 'verbatim', 'e')})` : sql`TRUE`}`;
  const tables = sql`telling AS MATERIALIZED (SELECT w.n, w.parts, w.weight FROM word AS w
      WHERE (SELECT count(*) < ${sql.lit(below)} FROM strict${hasManyWords(query) ? sql` WHERE level = 2` : sql``}) AND coalesce(w.frequency, 0) <= ${sql.lit(COMMON)}),
    near AS MATERIALIZED (SELECT g.entity_id, sum(g.weight) AS weight
      FROM (SELECT e.entity_id, t.n, max(t.weight) AS weight FROM telling AS t
        CROSS JOIN LATERAL (SELECT e.entity_id FROM search_entry AS e
          WHERE e.terms @@ t.parts AND ${isRequired} AND ${passes(filter)} OFFSET 0) AS e GROUP BY 1, 2) AS g
      WHERE NOT EXISTS (SELECT FROM strict AS s WHERE s.entity_id = g.entity_id)
      GROUP BY g.entity_id ORDER BY weight DESC, g.entity_id LIMIT ${sql.lit(MAX_LOOSE_SEEN)}),
    near_row AS MATERIALIZED (SELECT row.*, held.relevance, held.share
      FROM (SELECT e.entity_type, e.entity_id, e.happened_on, ${NAMED_ENTRIES} AS named, e.terms || ${NO_VECTOR} AS terms
        FROM near AS c JOIN search_entry AS e ON e.entity_id = c.entity_id OFFSET 0) AS row
      CROSS JOIN LATERAL ${relevanceOf(sql`row.terms`)} AS held),
    most AS MATERIALIZED (SELECT entity_type, entity_id, max(happened_on) AS happened_on, bool_or(named) AS named, 0 AS level,
        FALSE AS titled, max(relevance) AS relevance, 0::float8 AS nearness
      FROM near_row WHERE share >= ${sql.lit(LOOSE_SHARE)} * (SELECT max(share) FROM near_row)
      GROUP BY entity_type, entity_id ORDER BY relevance DESC, entity_id LIMIT ${sql.lit(MAX_LOOSE)}),`;
  return { tables, isPossible };
}

/**
 * A SELECT of the column `passages` of the rows of `entityId` that hold any term or word, in the order of the text; no more than can
 * be highlighted, as each gives a passage.
 */
export function matchingPassages(query: SearchQuery, entityId: RawBuilder<unknown>): RawBuilder<unknown> {
  const any = anyQuery(query);
  const found = any === '' ? sql`FALSE` : sql`h.terms @@ ${any}::tsquery`;
  return sql`SELECT h.passages FROM search_entry AS h WHERE h.entity_id = ${entityId} AND ${found} ORDER BY h.part
    LIMIT ${sql.lit(MAX_HIGHLIGHTS)}`;
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

function passes({ types, from, to, area, ...others }: MatchFilter): RawBuilder<unknown> {
  const conditions = [sql`e.entity_type = ANY (${types}::text[])`];
  if (from !== null) conditions.push(sql`e.happened_on >= ${from}::date`);
  if (to !== null) conditions.push(sql`e.happened_on <= ${to}::date`);
  if (area !== null) conditions.push(sql`e.area_codes @> ARRAY[${area}::text]`);
  conditions.push(...relatedConditions(others));
  return sql`(${sql.join(conditions, sql` AND `)})`;
}
