import { sql } from 'kysely';
import { type Entity, unmerged } from '../read-plan/entity.ts';
import { type ConditionOptions, condition } from '../read-plan/filter.ts';
import { and, type ColumnName, from, type Row, type Sql, type TableName } from '../read-plan/sql.ts';

/**
 * Whether a row of `table` exists for which `test` holds, seen from `row`.
 *
 * The inner row's alias is the outer's with the number of levels, so conditions nest to any depth: PostgreSQL cuts longer
 * names, and two that are cut alike would be one row.
 */
export function exists<T extends TableName>(row: Row, table: T, test: (inner: Row<T>) => Sql): Sql {
  const [outermost, level = '0'] = row.alias.split('_');
  const inner = { table, alias: `${outermost}_${Number(level) + 1}` };
  return sql`EXISTS (SELECT 1 FROM ${from(inner)} WHERE ${test(inner)})`;
}

/** Options of a filter's field that takes the filter of `entity`: one of its rows that `tied` ties to the row passes it. */
export function related<P extends TableName, T extends TableName>(
  entity: Entity<T>,
  tied: (row: Row<P>, other: Row<T>) => Sql,
): ConditionOptions {
  return condition((row: Row<P>, _filter: object, nested) =>
    exists(row, entity.table, (other) => and([tied(row, other), ...unmerged(entity, other), nested(other)])),
  );
}

/** Whether the article `articleId` gives evidence of the fact whose id stands in the evidence's column `fact`. */
export function isEvidenced(
  row: Row,
  articleId: Sql,
  fact: { column: ColumnName<'evidence'>; id: Sql },
): Sql {
  return exists(
    row,
    'evidence',
    (e) =>
      sql`${sql.ref(`${e.alias}.article_id`)} = ${articleId} AND ${sql.ref(`${e.alias}.${fact.column}`)} = ${fact.id}`,
  );
}
