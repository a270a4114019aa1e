import { sql } from 'kysely';
import { matchEntries, matchingPassages } from '../../search/match-entries.ts';
import type { SearchQuery } from '../../search/search-query.ts';
import { understandQuery } from '../../search/words.ts';
import type { Arguments } from '../arguments/arguments.ts';
import { badInput, refuseNull } from '../arguments/bad-input.ts';
import { checkRange } from '../conditions/date-condition.ts';
import type { FieldRequest } from '../read-plan/field-plan.ts';
import { type Page, parsePage } from '../read-plan/page.ts';
import type { SelectedField, Selection } from '../read-plan/selection.ts';
import { jsonObject, type Sql } from '../read-plan/sql.ts';
import type { DayRange } from '../values/date-range.ts';
import { searchedTypes } from '../values/entity-type.ts';
import { readFacets } from './facet.ts';
import { readResult } from './search-result.ts';

/** The longest query, in UTF-16 code units. */
const MAX_QUERY = 300;

/** Under which key an edge holds what its highlights are made of. */
export const HIGHLIGHTS_KEY = '$highlights';

interface SearchRequest {
  readonly request: FieldRequest;
  readonly query: SearchQuery;
  readonly page: Page;
  /** The derived table of the page, whose rows are hits with `n`, their number, and `place`, their cursor. */
  readonly alias: string;
}

/** The table of all hits, a WITH of the statement. */
const HITS = sql.table('hit');

/**
 * What `search` looks for, understood beside the event loop.
 *
 * @throws GraphQLError BAD_USER_INPUT for a query with nothing to look for, or too long.
 */
export async function prepareSearch({ query: text }: Arguments): Promise<SearchQuery> {
  if (String(text).length > MAX_QUERY)
    throw badInput(`The query has more than ${MAX_QUERY} characters: search for less.`);
  const query = await understandQuery(String(text));
  if (query.terms.length === 0) {
    throw badInput('The query is empty: it needs at least one character, letter or digit to look for.');
  }
  return query;
}

/**
 * The plan of `search`: one statement for hits, their objects, facets and counts.
 *
 * @param request with what `prepareSearch` gave.
 * @throws GraphQLError BAD_USER_INPUT for a bad page.
 */
export function readSearch(request: FieldRequest): Sql {
  const { args, planner, selection } = request;
  const query = request.prepared as SearchQuery;
  const order = { description: '', key: () => sql`score`, type: 'numeric', nullable: false } as const;
  const page = parsePage(args, { orderName: 'SCORE', order, descending: true });
  const search = { request, query, page, alias: planner.alias() };
  const parts = selection.on('SearchConnection').map((part) => [part.key, partOf(part, search)] as const);
  const hits = sql`WITH hit AS MATERIALIZED (${matchEntries(query, matchFilter(args))})`;
  return sql`(${hits} SELECT ${jsonObject(parts)} FROM ${pageOf(page)} AS ${sql.id(search.alias)} HAVING TRUE)`;
}

/** @throws GraphQLError BAD_USER_INPUT for a null in the filter. */
function matchFilter(args: Arguments) {
  const { date, area } = (args.where ?? {}) as { date?: DayRange | null; area?: string | null };
  refuseNull('date', date);
  refuseNull('area', area);
  if (date) checkRange(date);
  return {
    types: searchedTypes(args.types),
    from: date?.from ?? null,
    to: date?.to ?? null,
    area: area ?? null,
  };
}

/** The hits of the page and one more, numbered. */
function pageOf({ after, size }: Page): Sql {
  const beyond = after ? sql`WHERE (score, entity_id) < (${after.key}::numeric, ${after.id}::text)` : sql``;
  return sql`(SELECT h.*, row_number() OVER (ORDER BY score DESC, entity_id DESC) AS n,
      json_build_array('SCORE', score::text, entity_id) AS place
    FROM ${HITS} AS h ${beyond} ORDER BY score DESC, entity_id DESC LIMIT ${sql.lit(size + 1)})`;
}

function partOf(part: SelectedField, search: SearchRequest): Sql {
  switch (part.name) {
    case 'nodes':
      return onPage(result(part.selection, search), search);
    case 'edges':
      return onPage(edge(part.selection, search), search);
    case 'pageInfo':
      return pageInfo(search);
    case 'totalCount':
      return sql`(SELECT count(*) FROM ${HITS})`;
    default:
      return readFacets(HITS);
  }
}

function onPage(item: Sql, { alias, page }: SearchRequest): Sql {
  const n = sql.ref(`${alias}.n`);
  return sql`coalesce(json_agg(${item} ORDER BY ${n}) FILTER (WHERE ${n} <= ${sql.lit(page.size)}), '[]')`;
}

function result(selection: Selection, { request, alias }: SearchRequest): Sql {
  return readResult({ planner: request.planner, selection }, alias, searchedTypes(request.args.types));
}

function edge(selection: Selection, search: SearchRequest): Sql {
  const { alias, query, request } = search;
  const fields: Record<string, (field: SelectedField) => Sql> = {
    cursor: () => sql.ref(`${alias}.place`),
    node: (field) => result(field.selection, search),
    score: () => sql.ref(`${alias}.score`),
    highlights: () => {
      const rows = matchingPassages(query, sql.ref(`${alias}.entity_id`));
      return sql`json_build_object('query', ${request.args.query}::text,
        'rows', (SELECT coalesce(json_agg(m.passages), '[]') FROM (${rows}) AS m))`;
    },
  };
  const parts = selection.on('SearchEdge').map((field): [string, Sql] => {
    // All aliases of highlights share one value: they take no argument.
    const key = field.name === 'highlights' ? HIGHLIGHTS_KEY : field.key;
    return [key, fields[field.name]?.(field) ?? sql`NULL`];
  });
  return jsonObject([...new Map(parts)]);
}

function pageInfo(search: SearchRequest): Sql {
  const { page } = search;
  const places = onPage(sql.ref(`${search.alias}.place`), search);
  const { after } = page;
  const before = after
    ? sql`EXISTS (SELECT 1 FROM ${HITS} WHERE (score, entity_id) >= (${after.key}::numeric, ${after.id}::text))`
    : sql`FALSE`;
  return jsonObject([
    ['hasNextPage', sql`count(*) > ${sql.lit(page.size)}`],
    ['hasPreviousPage', before],
    ['startCursor', sql`${places} -> 0`],
    ['endCursor', sql`${places} -> -1`],
  ]);
}
