import { sql } from 'kysely';
import type { Row, Sql, TableName } from './sql.ts';

/** A table whose rows are objects of a GraphQL type. */
export interface Entity<T extends TableName = TableName> {
  /** The GraphQL type's name. */
  readonly name: string;
  readonly table: T;
  /** The primary key: `id`, or `code` for areas. */
  readonly key: 'id' | 'code' | 'meeting_id';
  /** Whether rows may be merged into others of the table (`merged_into_id`). */
  readonly merges: boolean;
}

/** The condition that keeps rows that were merged away out of lists; none where rows never merge. */
export function unmerged(entity: Entity, row: Row): Sql[] {
  return entity.merges ? [sql`${sql.ref(`${row.alias}.merged_into_id`)} IS NULL`] : [];
}

/**
 * The id of the entity that `id` means today: itself, or the one that it was merged into, over any number of
 * merges. NULL for unknown ids.
 */
export function survivor(entity: Entity, id: Sql): Sql {
  if (!entity.merges) return sql`${id}`;
  const table = sql.table(entity.table);
  // UNION, not UNION ALL: a circle of merges, which nothing should write, must not run for ever.
  return sql`(WITH RECURSIVE step(id, next) AS (
    SELECT id, merged_into_id FROM ${table} WHERE id = ${id}
    UNION SELECT m.id, m.merged_into_id FROM ${table} AS m JOIN step ON m.id = step.next
  ) SELECT id FROM step WHERE next IS NULL)`;
}

/** The survivors of several ids, as a subselect for `= ANY (ARRAY(…))` or IN. */
export function survivors(entity: Entity, ids: readonly string[]): Sql {
  const requested = sql`unnest(${ids}::text[]) AS requested(id)`;
  return sql`(SELECT ${survivor(entity, sql`requested.id`)} FROM ${requested})`;
}

/** The primary key of a row of `entity`. */
export function keyOf(entity: Entity, row: Row): Sql {
  return sql.ref(`${row.alias}.${entity.key}`);
}
