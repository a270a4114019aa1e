import { sql } from 'kysely';
import type { Arguments } from '../arguments/arguments.ts';
import { type Entity, unmerged } from './entity.ts';
import type { FieldRequest } from './field-plan.ts';
import { filterCondition } from './filter.ts';
import { type Grouping, groupsJson } from './groups.ts';
import { hasRowsAt, type Ordered, pageRows, readingOrder } from './keyset.ts';
import { type Order, type Page, parsePage } from './page.ts';
import type { SelectedField } from './selection.ts';
import { and, from, jsonObject, type Row, type Sql, type TableName } from './sql.ts';

/** How the rows of an entity are listed: what connections of it have in common. */
export interface Listing<T extends TableName = TableName> {
  readonly entity: Entity<T>;
  readonly orders: Readonly<Record<string, Order<T>>>;
  readonly defaultOrder: { readonly field: string; readonly direction: 'ASC' | 'DESC' };
  readonly groupings: Readonly<Record<string, Grouping<T>>>;
  /** A condition that holds unless the filter gives the field, at any depth. */
  readonly unlessAsked?: { readonly field: string; readonly condition: (row: Row<T>) => Sql };
}

/** Whether a filter gives a field: itself, or one of the filters in it. */
function asks(where: unknown, field: string): boolean {
  if (typeof where !== 'object' || where === null) return false;
  if (Array.isArray(where)) return where.some((part) => asks(part, field));
  const { and: all, or: any, not, ...own } = where as Record<string, unknown>;
  return (own[field] ?? null) !== null || [all, any, not].some((part) => asks(part, field));
}

/** The condition that ties the rows of a connection to its parent; a root connection has none. */
export type Scope<P extends TableName, T extends TableName> = (
  parent: Row<P>,
  child: Row<T>,
  args: Arguments,
) => Sql;

/** The rows of one connection of one request. */
interface Source {
  readonly request: FieldRequest;
  readonly listing: Listing;
  /** `FROM … WHERE …`: the rows in scope that are not merged away and pass the filter. */
  readonly sql: (row: Row, more: { joins?: Sql; conditions?: readonly Sql[] }) => Sql;
}

/** Under which key a connection holds the number of its rows: its aliases share it, as each would count them anew. */
export const TOTAL_COUNT = '$totalCount';

/** The plan of a connection: one subselect in which only what is selected is computed. */
export function readConnection(
  request: FieldRequest,
  listing: Listing,
  scope: Scope<TableName, TableName> | null,
): Sql {
  const source = sourceOf(request, listing, scope);
  const page = parsePage(request.args, orderingOf(request.args, listing));
  const parts = request.selection.on(`${listing.entity.name}Connection`);
  const row = request.planner.row(listing.entity.table);
  const members = new Map(parts.map((part) => [part.name === 'totalCount' ? TOTAL_COUNT : part.key, part]));
  const object = jsonObject(
    [...members].map(([key, part]) => [key, partOf(part, { source, page, row })] as const),
  );
  if (!parts.some(({ name }) => ['nodes', 'edges', 'pageInfo'].includes(name))) return object;
  // HAVING makes it an aggregate, one row from any page, even where the parts asked for aggregate nothing.
  return sql`(SELECT ${object} FROM ${numbered(source, page)} AS ${sql.id(row.alias)} HAVING TRUE)`;
}

interface PartRequest {
  readonly source: Source;
  readonly page: Page;
  /** A row of the page, with the columns `n`, its number in the direction of reading, and `place`, its cursor. */
  readonly row: Row;
}

function partOf(part: SelectedField, request: PartRequest): Sql {
  const { planner } = request.source.request;
  const { name } = request.source.listing.entity;
  switch (part.name) {
    case 'nodes':
      return onPage(planner.object(name, request.row, part.selection), request);
    case 'edges':
      return onPage(planner.object(`${name}Edge`, request.row, part.selection), request);
    case 'pageInfo':
      return pageInfo(part, request);
    case 'totalCount':
      return totalCount(request.source);
    default:
      return groups(part, request.source);
  }
}

/** The JSON array of `item` for the rows of the page, in the list's order. */
function onPage(item: Sql, { page, row }: PartRequest): Sql {
  const n = sql.ref(`${row.alias}.n`);
  const direction = page.backward ? sql`DESC` : sql`ASC`;
  const kept = sql`FILTER (WHERE ${n} <= ${sql.lit(page.size)})`;
  return sql`coalesce(json_agg(${item} ORDER BY ${n} ${direction}) ${kept}, '[]')`;
}

/** A PageInfo by field name, of the fields that are selected. */
function pageInfo(part: SelectedField, request: PartRequest): Sql {
  const { source, page, row } = request;
  const asked = new Set(part.selection.on('PageInfo').map(({ name }) => name));
  const places = onPage(sql.ref(`${row.alias}.place`), request);
  const list = (): Ordered => ordered(source, page);
  const more = sql`count(*) > ${sql.lit(page.size)}`;
  const beyond = (side: 'before' | 'after', here: boolean) => {
    const cursor = side === 'after' ? page.before : page.after;
    const rows = cursor ? hasRowsAt(list(), cursor, side) : sql`FALSE`;
    return here ? sql`(${more} OR ${rows})` : rows;
  };
  const fields: Record<string, () => Sql> = {
    hasNextPage: () => beyond('after', !page.backward),
    hasPreviousPage: () => beyond('before', page.backward),
    startCursor: () => sql`${places} -> 0`,
    endCursor: () => sql`${places} -> -1`,
  };
  return jsonObject(
    Object.entries(fields).flatMap(([name, read]) => (asked.has(name) ? [[name, read()]] : [])),
  );
}

function totalCount({ request, listing, sql: rows }: Source): Sql {
  return sql`(SELECT count(*) ${rows(request.planner.row(listing.entity.table), {})})`;
}

function groups(part: SelectedField, { request, listing, sql: rows }: Source): Sql {
  return groupsJson(request.planner, part.args, {
    groupings: listing.groupings,
    row: request.planner.row(listing.entity.table),
    source: (row, joins) => rows(row, joins ? { joins } : {}),
  });
}

/** The rows of the page, numbered, as a derived table. */
function numbered(source: Source, page: Page): Sql {
  const order = readingOrder(page, 's');
  const place = sql`json_build_array(${sql.lit(page.orderName)}, s.sort_key::text, s.id)`;
  const rows = pageRows(ordered(source, page));
  return sql`(SELECT s.*, row_number() OVER (ORDER BY ${order}) AS n, ${place} AS place FROM ${rows} AS s)`;
}

function ordered(source: Source, page: Page): Ordered {
  const row = source.request.planner.row(source.listing.entity.table);
  return { row, page, source: (on, conditions) => source.sql(on, { conditions }) };
}

function sourceOf(
  request: FieldRequest,
  listing: Listing,
  scope: Scope<TableName, TableName> | null,
): Source {
  const { planner, row: parent, args } = request;
  const filter = planner.inputType(`${listing.entity.name}Filter`);
  const own = (row: Row): Sql[] => [
    ...(scope && parent ? [scope(parent, row, args)] : []),
    ...unmerged(listing.entity, row),
    ...(listing.unlessAsked && !asks(args.where, listing.unlessAsked.field)
      ? [listing.unlessAsked.condition(row)]
      : []),
    ...(args.where ? [filterCondition(filter, row, args.where)] : []),
  ];
  return {
    request,
    listing,
    sql: (row, { joins = sql``, conditions = [] }) =>
      sql`FROM ${from(row)} ${joins} WHERE ${and([...own(row), ...conditions])}`,
  };
}

function orderingOf(
  args: Arguments,
  { orders, defaultOrder }: Listing,
): Pick<Page, 'orderName' | 'order' | 'descending'> {
  const asked = args.orderBy as { field: string; direction: 'ASC' | 'DESC' | null } | null | undefined;
  const { field, direction } = asked ? { ...asked, direction: asked.direction ?? 'ASC' } : defaultOrder;
  const order = orders[field];
  if (!order) throw new Error(`No order ${field}`);
  return { orderName: field, order, descending: direction === 'DESC' };
}
