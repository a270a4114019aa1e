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
  /** Whether `changes` tells what becomes of its rows, which have the column `updated_at`. */
  readonly isFollowed: boolean;
}

/** The condition that keeps rows that were merged away out of lists; none where rows never merge. */
export function unmerged(entity: Entity, row: Row): Sql[] {
  return entity.merges ? [sql`${sql.ref(`${row.alias}.merged_into_id`)} IS NULL`] : [];
}

/**
 * The id of the entity that `id` means today: itself, or the one that it was merged into. NULL for unknown ids.
 *
 * Over any number of merges `merged_into_id` is the id of the one that is left in the end (`follow-identities.ts`).
 */
export function survivor(entity: Entity, id: Sql): Sql {
  if (!entity.merges) return sql`${id}`;
  return sql`(SELECT coalesce(kept.merged_into_id, kept.id) FROM ${sql.table(entity.table)} AS kept WHERE kept.id = ${id})`;
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

/** When a row of what is followed was made or last changed. */
export function updatedAt(row: Row): Sql {
  return sql.ref(`${row.alias}.updated_at`);
}
