import { sql } from 'kysely';
import { cursorText } from './cursor-text.ts';
import type { FieldRequest, Planner, SharedKey } from './field-plan.ts';
import { type Ordered, pageRows } from './keyset.ts';
import { pageInfo } from './page-info.ts';
import type { SelectedField, Selection } from './selection.ts';
import type { Row, Sql } from './sql.ts';

/** A list of which a connection shows a page: rows of a table, hits of a search. */
export interface ConnectionList extends Omit<Ordered, 'row'> {
  /** What its types are named after: `Meeting` has MeetingConnection and MeetingEdge. */
  readonly name: string;
  /** A row of the list under an alias of its own. */
  readonly row: () => Row;
  /** A figure about the whole list that other lists may not have: its groups, its facets. */
  readonly figure: (part: SelectedField) => Sql;
}

/** Under which key a connection holds the number of its rows: its aliases share it, as each would count them anew. */
export const TOTAL_COUNT: SharedKey = '$totalCount';

/** The JSON object of a connection: one subselect in which only what is selected is computed. */
export function readConnection(
  { planner, selection }: Pick<FieldRequest, 'planner' | 'selection'>,
  list: ConnectionList,
): Sql {
  const typeName = `${list.name}Connection`;
  const row = list.row();
  const isNumbered = isNumberedPage(list, selection);
  const object = planner.members(typeName, selection, (part) =>
    partOf(part, { planner, list, row, isNumbered }),
  );
  if (selection.on(typeName).filter(({ name }) => name === 'totalCount').length > 1) planner.haveWalked();
  if (!selection.asksFor(typeName, ['nodes', 'edges', 'pageInfo'])) return object;
  // HAVING makes it an aggregate, one row from any page, even where the parts asked for aggregate nothing.
  return sql`(SELECT ${object} FROM ${pageOf(list, isNumbered)} AS ${sql.id(row.alias)} HAVING TRUE)`;
}

/** Whether the rows of the page carry their numbers: to be turned round, or to tell whether there are more. */
function isNumberedPage({ name, page }: ConnectionList, selection: Selection): boolean {
  return page.backward || selection.asksFor(`${name}Connection`, ['pageInfo']);
}

interface PartRequest {
  readonly planner: Planner;
  readonly list: ConnectionList;
  /** A row of the page, with the columns `place`, its cursor, and `n`, its number in the direction of reading, if it has one. */
  readonly row: Row;
  readonly isNumbered: boolean;
}

function partOf(part: SelectedField, request: PartRequest): Sql {
  const { planner, list, row } = request;
  switch (part.name) {
    case 'nodes':
      return onPage(planner.field(row, part), request);
    case 'edges':
      return onPage(planner.object(`${list.name}Edge`, row, part.selection), request);
    case 'pageInfo':
      return pageInfo(planner, part.selection, {
        ...ordered(list),
        places: onPage(sql.ref(`${row.alias}.place`), request),
      });
    case 'totalCount':
      return sql`(SELECT count(*) ${list.source(list.row(), [])})`;
    default:
      return list.figure(part);
  }
}

/**
 * The JSON array of `item` for the rows of the page, in the list's order: that in which their subselect gives them, turned round where it
 * is read from the end. Reads have no parallel workers, who could mix it (`create-pool.ts`).
 */
function onPage(item: Sql, { list: { page }, row, isNumbered }: PartRequest): Sql {
  const n = sql.ref(`${row.alias}.n`);
  const order = page.backward ? sql`ORDER BY ${n} DESC` : sql``;
  const kept = isNumbered ? sql`FILTER (WHERE ${n} <= ${sql.lit(page.size)})` : sql``;
  return sql`coalesce(json_agg(${item} ${order}) ${kept}, '[]')`;
}

/** The rows of the page as a derived table; where they are numbered, with one more if there are more. */
function pageOf(list: ConnectionList, isNumbered: boolean): Sql {
  const place = cursorText(sql`json_build_array(${sql.lit(list.page.orderName)}, s.sort_key::text, s.id)`);
  const rows = pageRows(ordered(list), list.page.size + (isNumbered ? 1 : 0));
  const number = isNumbered ? sql`row_number() OVER () AS n,` : sql``;
  return sql`(SELECT s.*, ${number} ${place} AS place FROM ${rows} AS s)`;
}

function ordered({ row, page, source }: ConnectionList): Ordered {
  return { row: row(), page, source };
}
