import { sql } from 'kysely';
import type { Arguments } from '../arguments/arguments.ts';
import { readConnection } from './connection.ts';
import { standing } from './counted.ts';
import type { FieldRequest } from './field-plan.ts';
import { filterCondition } from './filter.ts';
import type { Grouping } from './grouping.ts';
import { groupsJson } from './groups.ts';
import { type Orderable, orderingOf } from './ordering.ts';
import { parsePage } from './page.ts';
import { and, from, type Row, type Sql, type TableName } from './sql.ts';

/** How the rows of an entity are listed: what connections of it have in common. */
export interface Listing<T extends TableName = TableName> extends Orderable<T> {
  readonly groupings: Readonly<Record<string, Grouping<T>>>;
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
  const ordering = orderingOf(planner, args, listing);
  const row = () => ({ ...planner.row(entity.table), isFew: scope !== null });
  const ofKeys = (on: Row) =>
    sql.join(
      ordering.keys.map(({ join }) => join?.(on) ?? sql``),
      sql` `,
    );
  // What is joined for the order drops no row and repeats none; where nothing is ordered, Postgres leaves it out.
  const source = (on: Row, conditions: readonly Sql[], joins: Sql = sql``, where: unknown = args.where) =>
    sql`FROM ${from(on)} ${ofKeys(on)} ${joins} WHERE ${and([...conditionsOn(on, where), ...conditions])}`;
  return readConnection(request, {
    name: entity.name,
    page: parsePage(args, ordering),
    row,
    source,
    figure: (part) =>
      groupsJson(planner, part, {
        name: entity.name,
        groupings,
        counts: listing.counts ?? {},
        row: row(),
        source: (on, joins, instead) => source(on, [], joins, instead),
      }),
  });
}

/** The conditions on the rows of a connection: in scope, not merged away, and passing a filter. */
function ownConditions(
  { planner, row: parent, args }: FieldRequest,
  listing: Listing,
  scope: Scope<TableName, TableName> | null,
): (row: Row, where: unknown) => Sql[] {
  const filter = planner.inputType(`${listing.entity.name}Filter`);
  return (row, where) => [
    ...(scope && parent ? [scope(parent, row, args)] : []),
    ...standing(listing, row, where),
    ...(where ? [filterCondition(filter, row, where)] : []),
  ];
}
