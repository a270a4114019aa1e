import { sql } from 'kysely';
import type { Arguments } from '../arguments/arguments.ts';
import { type ListLimit, limitOf } from '../arguments/list-limit.ts';
import type { CostOf } from '../cost/field-cost.ts';
import { leaf, limitedList, oneObject } from '../cost/weights.ts';
import type { Entity } from './entity.ts';
import { type FieldRequest, type PlannedOptions, readByKey } from './field-plan.ts';
import { type ColumnName, col, from, instantText, type Row, type Sql, type TableName } from './sql.ts';

/** Options of a field that is a column of the parent's row. */
export function column<T extends TableName>(
  _parent: Entity<T>,
  name: ColumnName<T>,
  cost?: CostOf,
): PlannedOptions {
  return expression<T>((row) => col(row, name), cost);
}

/** Options of a field that is a column of instants. */
export function instant<T extends TableName>(_parent: Entity<T>, name: ColumnName<T>): PlannedOptions {
  return expression<T>((row) => instantText(col(row, name)));
}

/** Options of a field that is an SQL expression over the parent's row. */
export function expression<T extends TableName>(
  value: (row: Row<T>, args: Arguments) => Sql,
  cost: CostOf = leaf(),
): PlannedOptions {
  return planned((request) => value(parentRow(request), request.args), cost);
}

/**
 * Options of a field that is one related object, or null where `on` matches no row.
 *
 * `on` must match at most one row. It is a subselect of its own, so a missing object never drops the parent.
 */
export function toOne<P extends TableName, T extends TableName>(
  target: Entity<T>,
  on: (parent: Row<P>, child: Row<T>) => Sql,
): PlannedOptions {
  return planned((request) => one(request, target, (child) => on(parentRow(request), child)), oneObject);
}

/** The JSON object of the row of `target` that `on` matches, as a subselect. */
export function one<T extends TableName>(
  { planner, selection }: Pick<FieldRequest, 'planner' | 'selection'>,
  target: Entity<T>,
  on: (child: Row<T>) => Sql,
): Sql {
  const child = planner.row(target.table);
  const object = planner.object(target.name, child, selection);
  return sql`(SELECT ${object} FROM ${from(child)} WHERE ${on(child)} LIMIT 1)`;
}

/** Where the rows of a list come from, and how they are ordered. */
export interface ListSource {
  /** Tables joined to the child, with their conditions: `JOIN x ON …`. */
  readonly join?: Sql;
  readonly where: Sql;
  readonly orderBy: Sql;
}

/**
 * Options of a field that is a plain list of related objects, `limit` of them at most: its field declares the argument
 * `first` for it (`firstArgument`). Each costs `rowPoints` beside what is selected of it.
 */
export function toMany<P extends TableName, T extends TableName>(
  target: Entity<T>,
  { limit, rowPoints = 0 }: { readonly limit: ListLimit; readonly rowPoints?: number },
  source: (parent: Row<P>, child: Row<T>, request: FieldRequest) => ListSource,
): PlannedOptions {
  return planned(
    (request) => many(request, { target, limit }, (child) => source(parentRow(request), child, request)),
    limitedList(limit, { row: rowPoints }),
  );
}

/** The JSON array of the rows of `target` that `source` gives, as a subselect. */
export function many<T extends TableName>(
  { planner, selection, args }: FieldRequest,
  { target, limit }: { readonly target: Entity<T>; readonly limit: ListLimit },
  source: (child: Row<T>) => ListSource,
): Sql {
  const size = limitOf(args.first, limit);
  const child = planner.row(target.table);
  const { join = sql``, where, orderBy } = source(child);
  const object = planner.object(target.name, child, selection);
  const rows = sql`SELECT ${object} AS o FROM ${from(child)} ${join} WHERE ${where} ORDER BY ${orderBy} LIMIT ${size}`;
  return sql`(SELECT coalesce(json_agg(l.o), '[]') FROM (${rows}) AS l)`;
}

/** Options of a field with the plan `read`, which costs `cost`. */
export function planned(read: (request: FieldRequest) => Sql, cost: CostOf): PlannedOptions {
  return { extensions: { plan: { read }, cost }, resolve: readByKey };
}

/** The parent's row. The type that declares the field says which table it is of. */
export function parentRow<T extends TableName>(request: FieldRequest): Row<T> {
  if (!request.row) throw new Error('A root field has no parent row');
  return request.row as Row<T>;
}
