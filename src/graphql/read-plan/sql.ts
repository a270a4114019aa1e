import { type RawBuilder, sql } from 'kysely';
import type { DB } from '../../generated/kysely/database.ts';

/** A piece of SQL with its parameters; values never become a part of the text. */
export type Sql = RawBuilder<unknown>;

/** A table of the database. */
export type TableName = keyof DB & string;

/** A column of a table. */
export type ColumnName<T extends TableName> = keyof DB[T] & string;

/** One row of a table inside a statement, under its alias. */
export interface Row<T extends TableName = TableName> {
  readonly table: T;
  readonly alias: string;
  /** Whether few rows of the table are looked at, those of a parent: then what belongs to each is best looked up for it alone. */
  readonly isFew?: boolean;
}

/** `row.column`, the column checked against the Prisma schema. */
export function col<T extends TableName>(row: Row<T>, column: ColumnName<T>): Sql {
  return sql.ref(`${row.alias}.${column}`);
}

/** An instant as text of ISO 8601 in UTC, which sorts by time: the session's zone is whatever it is. */
export function instantText(instant: Sql): Sql {
  return sql`to_char(${instant} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** Primary keys that are not called `id`. */
const KEYS: Partial<Record<TableName, string>> = { area: 'code' };

/** `table AS alias`, as it stands in a FROM. There the primary key is called `id` in any table, as lists are cut by it. */
export function from({ table, alias }: Row): Sql {
  const key = KEYS[table];
  const rows = key ? sql`(SELECT *, ${sql.id(key)} AS id FROM ${sql.table(table)})` : sql.table(table);
  return sql`${rows} AS ${sql.id(alias)}`;
}

/** All of `conditions`; TRUE where there are none. */
export function and(conditions: readonly Sql[]): Sql {
  return conditions.length === 0 ? sql`TRUE` : sql`(${sql.join(conditions, sql` AND `)})`;
}

/** Any of `conditions`; FALSE where there are none. */
export function or(conditions: readonly Sql[]): Sql {
  return conditions.length === 0 ? sql`FALSE` : sql`(${sql.join(conditions, sql` OR `)})`;
}

/** A function's arguments are limited to 100, so wider objects are made of several. */
export const PAIRS_A_CALL = 50;

/**
 * A JSON object of `pairs`, in their order while they are at most 50.
 *
 * Keys become literals: they must be names of the GraphQL grammar, or `$` and such a name.
 */
export function jsonObject(pairs: readonly (readonly [key: string, value: Sql])[]): Sql {
  if (pairs.length <= PAIRS_A_CALL) return sql`json_build_object(${sql.join(pairs.flatMap(pair))})`;
  const calls: Sql[] = [];
  for (let start = 0; start < pairs.length; start += PAIRS_A_CALL) {
    const some = pairs.slice(start, start + PAIRS_A_CALL);
    calls.push(sql`jsonb_build_object(${sql.join(some.flatMap(pair))})`);
  }
  return sql`(${sql.join(calls, sql` || `)})::json`;
}

function pair([key, value]: readonly [string, Sql]): Sql[] {
  if (!/^\$?[_A-Za-z][_0-9A-Za-z]*$/.test(key)) throw new Error(`Not a GraphQL name: ${key}`);
  return [sql.lit(key), value];
}
