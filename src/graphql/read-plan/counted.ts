import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { type Entity, unmerged } from './entity.ts';
import type { Planner } from './field-plan.ts';
import { filterCondition } from './filter.ts';
import { and, from, type Row, type Sql, type TableName } from './sql.ts';

/** Which rows of an entity are listed before any filter. */
export interface Standing<T extends TableName = TableName> {
  readonly entity: Entity<T>;
  /** A condition that holds unless the filter gives the field, at any depth. */
  readonly unlessAsked?: { readonly field: string; readonly condition: (row: Row<T>) => Sql };
}

/** Rows of another list that belong to a row and can be counted: the participations of a meeting. */
export interface Counted<T extends TableName = TableName> {
  /** What the count is of, for the schema. */
  readonly description: string;
  readonly list: Standing;
  readonly scope: (parent: Row<T>, child: Row) => Sql;
}

/**
 * How many rows of a list belong to `row` and pass a filter.
 *
 * @param where the filter as it was given, and `passes` its condition.
 */
export function countOf(counted: Counted, row: Row, where: unknown, passes: (child: Row) => Sql): Sql {
  const { list, scope } = counted;
  // The alias derives from the outer's, so that counts nest to any depth; it is short, as names are cut at 63 characters.
  const child: Row = { table: list.entity.table, alias: `${row.alias}_n` };
  const conditions = [scope(row, child), ...standing(list, child, where), passes(child)];
  return sql`(SELECT count(*)::integer FROM ${from(child)} WHERE ${and(conditions)})`;
}

/** What an argument asks to be counted: one member, its name and the filter of what counts. */
export type AskedCount = Readonly<Record<string, object>>;

/** The number that an argument asks for, of a row; its name tells the filter too. */
export function askedCount(
  planner: Planner,
  counts: Readonly<Record<string, Counted>>,
  asked: AskedCount,
): { readonly name: string; readonly key: (row: Row) => Sql } {
  const [[name = '', where] = []] = Object.entries(asked);
  const counted = counts[name];
  if (!counted) throw new Error(`No count of ${name}`);
  const filter = planner.inputType(`${counted.list.entity.name}Filter`);
  const digest = createHash('sha256').update(JSON.stringify(where)).digest('base64url').slice(0, 12);
  return {
    name: `${name} ${digest}`,
    key: (row) => countOf(counted, row, where, (child) => filterCondition(filter, child, where)),
  };
}

/** The conditions that keep rows out of a list which are no part of it: those merged away, and what is hidden unless asked for. */
export function standing({ entity, unlessAsked }: Standing, row: Row, where: unknown): Sql[] {
  const isHidden = unlessAsked && !asks(where, unlessAsked.field);
  return [...unmerged(entity, row), ...(isHidden ? [unlessAsked.condition(row)] : [])];
}

/** Whether a filter gives a field: itself, or one of the filters in it. */
function asks(where: unknown, field: string): boolean {
  if (typeof where !== 'object' || where === null) return false;
  if (Array.isArray(where)) return where.some((part) => asks(part, field));
  const { and: all, or: any, not, ...own } = where as Record<string, unknown>;
  return (own[field] ?? null) !== null || [all, any, not].some((part) => asks(part, field));
}
