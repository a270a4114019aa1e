import { sql } from 'kysely';
import type { FieldRequest, Planner, SharedKey } from './field-plan.ts';
import { type Ordered, pageRows, readingOrder } from './keyset.ts';
import { pageInfo } from './page-info.ts';
import type { SelectedField } from './selection.ts';
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
  const object = planner.members(typeName, selection, (part) => partOf(part, { planner, list, row }));
  if (selection.on(typeName).filter(({ name }) => name === 'totalCount').length > 1) planner.haveWalked();
  if (!selection.asksFor(typeName, ['nodes', 'edges', 'pageInfo'])) return object;
  // HAVING makes it an aggregate, one row from any page, even where the parts asked for aggregate nothing.
  return sql`(SELECT ${object} FROM ${numbered(list)} AS ${sql.id(row.alias)} HAVING TRUE)`;
}

interface PartRequest {
  readonly planner: Planner;
  readonly list: ConnectionList;
  /** A row of the page, with the columns `n`, its number in the direction of reading, and `place`, its cursor. */
  readonly row: Row;
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

/** The JSON array of `item` for the rows of the page, in the list's order. */
function onPage(item: Sql, { list: { page }, row }: PartRequest): Sql {
  const n = sql.ref(`${row.alias}.n`);
  const direction = page.backward ? sql`DESC` : sql`ASC`;
  const kept = sql`FILTER (WHERE ${n} <= ${sql.lit(page.size)})`;
  return sql`coalesce(json_agg(${item} ORDER BY ${n} ${direction}) ${kept}, '[]')`;
}

/** The rows of the page, numbered, as a derived table. */
function numbered(list: ConnectionList): Sql {
  const order = readingOrder(list.page, 's');
  const place = cursor(sql`json_build_array(${sql.lit(list.page.orderName)}, s.sort_key::text, s.id)`);
  const rows = pageRows(ordered(list));
  return sql`(SELECT s.*, row_number() OVER (ORDER BY ${order}) AS n, ${place} AS place FROM ${rows} AS s)`;
}

/** The cursor of the JSON array `[order, key, id]`: in Base64 for URLs, without padding. */
function cursor(place: Sql): Sql {
  return sql`translate(encode(convert_to(${place}::text, 'UTF8'), 'base64'), E'+/\n=', '-_')`;
}

function ordered({ row, page, source }: ConnectionList): Ordered {
  return { row: row(), page, source };
}
