import { sql } from 'kysely';
import type { Entity } from './entity.ts';
import type { Row, Sql, TableName } from './sql.ts';

/** A dimension by which the rows of a list can be grouped. */
export interface Grouping<T extends TableName = TableName> {
  readonly description: string;
  /** The key of a row, where it has one; or the keys of a row that may have several, or none. */
  readonly keys: { readonly one: (row: Row<T>) => Sql } | SeveralKeys<T>;
  /** The day itself, of groupings by days: groups tell the first and the last of their rows. */
  readonly day?: (row: Row<T>) => Sql;
}

/** Keys of rows that may have several: the row is in the group of each, and in the one without key where it has none. */
export interface SeveralKeys<T extends TableName = TableName> {
  /** A SELECT of one text column, the key, and of a second, its id, where keys are names of entities. A key that is NULL is none. */
  readonly several: (row: Row<T>) => Sql;
  /** Whether no key comes twice for a row; else the row counts once in its group nevertheless. */
  readonly areDistinct?: boolean;
  /** Where keys are the names of entities: the types that these may have. Those of one name are groups of their own. */
  readonly entities?: readonly Entity[];
  /** How many keys a row may well have, where that is more than two or three: what the grouping costs. */
  readonly each?: number;
}

/** A grouping by one value a row. */
export function groupBy<T extends TableName>(description: string, key: (row: Row<T>) => Sql): Grouping<T> {
  return { description, keys: { one: key } };
}

/** A grouping in which a row may be in several groups. */
export function groupByEach<T extends TableName>(description: string, keys: SeveralKeys<T>): Grouping<T> {
  return { description, keys };
}

/** The row that a group stands for has, of a dimension, one key: nothing needs to be joined for it. */
export function hasOneKey<T extends TableName>(
  keys: Grouping<T>['keys'],
): keys is { readonly one: (row: Row<T>) => Sql } {
  return 'one' in keys;
}

/** What is joined to a row for keys of which it may have several, under the alias `alias` with the columns `key` and `id`. */
export function joinKeys({ several, areDistinct, entities }: SeveralKeys, row: Row, alias: string): Sql {
  const columns = entities ? sql`k(key, id)` : sql`k(key)`;
  const id = entities ? sql`k.id` : sql`NULL::text`;
  const distinct = areDistinct ? sql`` : sql`DISTINCT`;
  return sql`LEFT JOIN LATERAL (SELECT ${distinct} k.key, ${id} FROM (${several(row)}) AS ${columns}) AS ${sql.id(alias)}(key, id) ON TRUE`;
}
