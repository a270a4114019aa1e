import { sql } from 'kysely';
import { MAX_QUERY, type MatchFilter, matchEntries } from '../../search/match/match-entries.ts';
import { correctedQuery } from '../../search/match/named-entries.ts';
import type { SearchQuery } from '../../search/query/search-query.ts';
import { understandQuery } from '../../search/words/words.ts';
import type { Arguments } from '../arguments/arguments.ts';
import { badInput, refuseNull } from '../arguments/bad-input.ts';
import { checkRange } from '../conditions/date-condition.ts';
import { readConnection } from '../read-plan/connection.ts';
import type { FieldRequest } from '../read-plan/field-plan.ts';
import { parsePage } from '../read-plan/page.ts';
import { and, type Sql } from '../read-plan/sql.ts';
import type { DayRange } from '../values/date-range.ts';
import { searchedTypes } from '../values/entity-type.ts';
import { readFacets } from './facet.ts';
import { readNotes } from './search-note.ts';
import { searchOrdering } from './search-order.ts';

/** A search, understood. */
export interface PreparedSearch {
  readonly text: string;
  readonly query: SearchQuery;
  readonly filter: MatchFilter;
  /** Whether the parts of scores are given. */
  readonly isExplained: boolean;
}

/** The table of all hits, a WITH of the statement: they are found and ranked once for all parts of the connection. */
const HITS = sql.table('hit');

/** Whether nothing has all words as they were typed. */
const NOTHING_AS_TYPED = sql`NOT EXISTS (SELECT FROM ${HITS} AS h WHERE h.level = 2)`;

/**
 * What `search` looks for, understood beside the event loop.
 *
 * @throws GraphQLError BAD_USER_INPUT for a query that is too long, and for a null in the filter.
 */
export async function prepareSearch(args: Arguments): Promise<PreparedSearch> {
  const text = String(args.query);
  if (text.length > MAX_QUERY)
    throw badInput(`The query has more than ${MAX_QUERY} characters: search for less.`);
  const query = await understandQuery(text);
  return { text, query, filter: matchFilter(args), isExplained: args.explain === true };
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
    page: parsePage(request.args, searchOrdering(request.args)),
    // Hits are no rows of a table; nothing here asks for the table's name.
    row: () => ({ table: 'article', alias: request.planner.alias() }),
    source: (hit, conditions) => sql`FROM ${HITS} AS ${sql.id(hit.alias)} WHERE ${and(conditions)}`,
    figure: (part) => {
      if (part.name === 'notes')
        return readNotes({ planner: request.planner, selection: part.selection }, query, HITS);
      if (part.name === 'didYouMean') return sql`(${correctedQuery(query, NOTHING_AS_TYPED)})`;
      return readFacets(request.planner, HITS, part.args);
    },
  });
  // By their day, matches with most of the words would come among those with all.
  const isByDay = (request.args.orderBy ?? 'RELEVANCE') !== 'RELEVANCE';
  const matches = matchEntries(query, filter, isByDay ? 1 : undefined);
  return sql`(WITH hit AS MATERIALIZED (${matches}) SELECT ${page})`;
}

/** The argument `where` of `search`. */
interface SearchWhere {
  readonly date?: DayRange | null;
  readonly area?: string | null;
  readonly personId?: string | null;
  readonly organisationId?: string | null;
  readonly seriesId?: string | null;
  readonly publisher?: string | null;
}

function matchFilter(args: Arguments): MatchFilter {
  const { date, area, ...others } = (args.where ?? {}) as SearchWhere;
  refuseNull('date', date);
  refuseNull('area', area);
  for (const [name, value] of Object.entries(others)) refuseNull(name, value);
  if (date) checkRange(date);
  return {
    types: searchedTypes(args.types),
    from: date?.from ?? null,
    to: date?.to ?? null,
    area: area ?? null,
    person: others.personId ?? null,
    organisation: others.organisationId ?? null,
    series: others.seriesId ?? null,
    publisher: others.publisher ?? null,
  };
}
