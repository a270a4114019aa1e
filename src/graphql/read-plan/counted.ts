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

/** How the rows of a list belong to those of another: by a column, or by a SELECT of pairs `(parent, child)`, each once. */
export type Tie = { readonly column: string } | { readonly pairs: Sql };

/** Rows of another list that belong to a row and can be counted: the participations of a meeting. */
export interface Counted {
  /** What the count is of, for the schema. */
  readonly description: string;
  readonly list: Standing;
  readonly tie: Tie;
}

/** Which rows of another list count. */
interface Counting {
  readonly counted: Counted;
  /** The filter as it was given. */
  readonly where: unknown;
  /** The condition of that filter. */
  readonly passes: (child: Row) => Sql;
}

/** A number that each row of a list has: what is joined to the row for it, once in a statement, and the number. */
interface RowNumber {
  readonly join: Sql;
  readonly value: Sql;
}

/**
 * How many rows of another list belong to `row`. In a whole table they are counted for all rows at once, and joined under the
 * alias `alias`; of few rows for each.
 */
function numberOf(row: Row, counting: Counting, alias: string): RowNumber {
  const { parent, rows } = belonging(row, counting);
  const id = sql.ref(`${row.alias}.id`);
  if (row.isFew) return { join: sql``, value: sql`(SELECT count(*)::integer ${rows} AND ${parent} = ${id})` };
  const numbers = sql`SELECT ${parent}, count(*)::integer ${rows} AND ${parent} IS NOT NULL GROUP BY 1`;
  return {
    join: sql`LEFT JOIN (${numbers}) AS ${sql.id(alias)}(id, number) ON ${sql.ref(`${alias}.id`)} = ${id}`,
    value: sql`coalesce(${sql.ref(`${alias}.number`)}, 0)`,
  };
}

/** Whether at least `least`, and at most `most` where it is given, rows of another list belong to `row`. */
export function isBetween(row: Row, counting: Counting, least: number, most: number | null): Sql {
  const { parent, rows } = belonging(row, counting);
  const id = sql.ref(`${row.alias}.id`);
  const isIn = most === null ? sql`>= ${least}` : sql`BETWEEN ${least} AND ${most}`;
  if (row.isFew) return sql`(SELECT count(*) ${rows} AND ${parent} = ${id}) ${isIn}`;
  const those = (bound: Sql) =>
    sql`(SELECT ${parent} ${rows} AND ${parent} IS NOT NULL GROUP BY 1 HAVING count(*) ${bound})`;
  if (least > 0) return sql`${id} IN ${those(isIn)}`;
  // To those without any row nothing belongs: they are not among those that have too many.
  return most === null ? sql`TRUE` : sql`${id} NOT IN ${those(sql`> ${most}`)}`;
}

/** The rows that count, as `FROM … WHERE …`, and the id of the row that each belongs to. */
function belonging(row: Row, { counted: { list, tie }, where, passes }: Counting) {
  // The alias derives from the outer's, so that counts nest to any depth; it is short, as names are cut at 63 characters.
  const alias = `${row.alias}_n`;
  const child: Row = { table: list.entity.table, alias, isFew: row.isFew ?? false };
  const conditions = and([...standing(list, child, where), passes(child)]);
  if ('column' in tie)
    return { parent: sql.ref(`${alias}.${tie.column}`), rows: sql`FROM ${from(child)} WHERE ${conditions}` };
  const pairs = sql`JOIN (${tie.pairs}) AS ${sql.id(`${alias}p`)}(parent, child) ON ${sql.ref(`${alias}p.child`)} = ${sql.ref(`${alias}.id`)}`;
  return {
    parent: sql.ref(`${alias}p.parent`),
    rows: sql`FROM ${from(child)} ${pairs} WHERE ${conditions}`,
  };
}

/** What an argument asks to be counted: one member, its name and the filter of what counts. */
export type AskedCount = Readonly<Record<string, object>>;

/** The number that an argument asks for, of a row, joined under an alias; its name tells the filter too. */
export function askedCount(
  planner: Planner,
  counts: Readonly<Record<string, Counted>>,
  asked: AskedCount,
): { readonly name: string; readonly number: (row: Row, alias: string) => RowNumber } {
  const [[name = '', where] = []] = Object.entries(asked);
  const counted = counts[name];
  if (!counted) throw new Error(`No count of ${name}`);
  const filter = planner.inputType(`${counted.list.entity.name}Filter`);
  const digest = createHash('sha256').update(JSON.stringify(where)).digest('base64url').slice(0, 12);
  const passes = (child: Row) => filterCondition(filter, child, where);
  return {
    name: `${name} ${digest}`,
    number: (row, alias) => numberOf(row, { counted, where, passes }, alias),
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
