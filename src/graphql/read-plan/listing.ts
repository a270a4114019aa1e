import { sql } from 'kysely';
import type { Arguments } from '../arguments/arguments.ts';
import { readConnection } from './connection.ts';
import { type Entity, unmerged } from './entity.ts';
import type { FieldRequest } from './field-plan.ts';
import { filterCondition } from './filter.ts';
import { type Grouping, groupsJson } from './groups.ts';
import { type Order, type Ordering, parsePage } from './page.ts';
import { and, from, type Row, type Sql, type TableName } from './sql.ts';

/** How the rows of an entity are listed: what connections of it have in common. */
export interface Listing<T extends TableName = TableName> {
  readonly entity: Entity<T>;
  readonly orders: Readonly<Record<string, Order<T>>>;
  readonly defaultOrder: { readonly field: string; readonly direction: 'ASC' | 'DESC' };
  readonly groupings: Readonly<Record<string, Grouping<T>>>;
  /** A condition that holds unless the filter gives the field, at any depth. */
  readonly unlessAsked?: { readonly field: string; readonly condition: (row: Row<T>) => Sql };
}

/** The condition that ties the rows of a connection to its parent; a root connection has none. */
export type Scope<P extends TableName, T extends TableName> = (
  parent: Row<P>,
  child: Row<T>,
  args: Arguments,
) => Sql;

/** The plan of a connection of an entity's rows. */
export function readListing(
  request: FieldRequest,
  listing: Listing,
  scope: Scope<TableName, TableName> | null,
): Sql {
  const { planner, args } = request;
  const { entity, groupings } = listing;
  const conditionsOn = ownConditions(request, listing, scope);
  const row = () => planner.row(entity.table);
  const source = (on: Row, conditions: readonly Sql[], joins = sql``) =>
    sql`FROM ${from(on)} ${joins} WHERE ${and([...conditionsOn(on), ...conditions])}`;
  return readConnection(request, {
    name: entity.name,
    page: parsePage(args, orderingOf(args, listing)),
    row,
    source,
    figure: (part) =>
      groupsJson(planner, part, {
        groupings,
        row: row(),
        source: (on, joins) => source(on, [], joins),
      }),
  });
}

/** The conditions on the rows of a connection: in scope, not merged away, and passing the filter. */
function ownConditions(
  { planner, row: parent, args }: FieldRequest,
  { entity, unlessAsked }: Listing,
  scope: Scope<TableName, TableName> | null,
): (row: Row) => Sql[] {
  const filter = planner.inputType(`${entity.name}Filter`);
  return (row) => [
    ...(scope && parent ? [scope(parent, row, args)] : []),
    ...unmerged(entity, row),
    ...(unlessAsked && !asks(args.where, unlessAsked.field) ? [unlessAsked.condition(row)] : []),
    ...(args.where ? [filterCondition(filter, row, args.where)] : []),
  ];
}

/** Whether a filter gives a field: itself, or one of the filters in it. */
function asks(where: unknown, field: string): boolean {
  if (typeof where !== 'object' || where === null) return false;
  if (Array.isArray(where)) return where.some((part) => asks(part, field));
  const { and: all, or: any, not, ...own } = where as Record<string, unknown>;
  return (own[field] ?? null) !== null || [all, any, not].some((part) => asks(part, field));
}

function orderingOf(args: Arguments, { orders, defaultOrder }: Listing): Ordering {
  const asked = args.orderBy as { field: string; direction: 'ASC' | 'DESC' | null } | null | undefined;
  const { field, direction } = asked ? { ...asked, direction: asked.direction ?? 'ASC' } : defaultOrder;
  const order = orders[field];
  if (!order) throw new Error(`No order ${field}`);
  return { orderName: field, order, descending: direction === 'DESC' };
}
