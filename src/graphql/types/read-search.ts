import { sql } from 'kysely';
import { MAX_QUERY, type MatchFilter, matchEntries } from '../../search/match-entries.ts';
import type { SearchQuery } from '../../search/search-query.ts';
import { understandQuery } from '../../search/words.ts';
import type { Arguments } from '../arguments/arguments.ts';
import { badInput, refuseNull } from '../arguments/bad-input.ts';
import { checkRange } from '../conditions/date-condition.ts';
import { readConnection } from '../read-plan/connection.ts';
import type { FieldRequest } from '../read-plan/field-plan.ts';
import { type Ordering, parsePage } from '../read-plan/page.ts';
import { and, type Sql } from '../read-plan/sql.ts';
import type { DayRange } from '../values/date-range.ts';
import { searchedTypes } from '../values/entity-type.ts';
import { readFacets } from './facet.ts';

/** A search, understood. */
export interface PreparedSearch {
  readonly text: string;
  readonly query: SearchQuery;
  readonly filter: MatchFilter;
}

/** The table of all hits, a WITH of the statement: they are found and ranked once for all parts of the connection. */
const HITS = sql.table('hit');

const BEST_FIRST: Ordering = {
  orderName: 'Search SCORE DESC',
  keys: [{ key: (hit) => sql.ref(`${hit.alias}.score`), type: 'numeric', nullable: false, descending: true }],
};

/**
 * What `search` looks for, understood beside the event loop.
 *
 * @throws GraphQLError BAD_USER_INPUT for a query with nothing to look for, or too long, and for a null in the filter.
 */
export async function prepareSearch(args: Arguments): Promise<PreparedSearch> {
  const text = String(args.query);
  if (text.length > MAX_QUERY)
    throw badInput(`The query has more than ${MAX_QUERY} characters: search for less.`);
  const query = await understandQuery(text);
  if (query.terms.length === 0) {
    throw badInput('The query is empty: it needs at least one character, letter or digit to look for.');
  }
  return { text, query, filter: matchFilter(args) };
}

/** What `prepareSearch` gave for the search that the field belongs to. */
export function searchOf({ planner }: FieldRequest): PreparedSearch {
  return planner.prepared as PreparedSearch;
}

/**
 * The plan of `search`: one statement for hits, their objects, facets and counts.
 *
 * @throws GraphQLError BAD_USER_INPUT for a bad page.
 */
export function readSearch(request: FieldRequest): Sql {
  const { query, filter } = searchOf(request);
  const page = readConnection(request, {
    name: 'Search',
    page: parsePage(request.args, BEST_FIRST),
    // Hits are no rows of a table; nothing here asks for the table's name.
    row: () => ({ table: 'article', alias: request.planner.alias() }),
    source: (hit, conditions) => sql`FROM ${HITS} AS ${sql.id(hit.alias)} WHERE ${and(conditions)}`,
    figure: () => readFacets(request.planner, HITS),
  });
  return sql`(WITH hit AS MATERIALIZED (${matchEntries(query, filter)}) SELECT ${page})`;
}

function matchFilter(args: Arguments): MatchFilter {
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
