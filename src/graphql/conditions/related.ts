import { sql } from 'kysely';
import { type ColumnName, from, type Row, type Sql, type TableName } from '../read-plan/sql.ts';

/**
 * Whether a row of `table` exists for which `condition` holds, seen from `row`.
 *
 * The inner row's alias derives from the outer's, so conditions nest to any depth.
 */
export function exists<T extends TableName>(row: Row, table: T, condition: (inner: Row<T>) => Sql): Sql {
  const inner = { table, alias: `${row.alias}_${table}` };
  return sql`EXISTS (SELECT 1 FROM ${from(inner)} WHERE ${condition(inner)})`;
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

/** The facts of a kind with the articles that give evidence of them, each pair once. */
export function evidencePairs(fact: ColumnName<'evidence'>): Sql {
  const id = sql.ref(`e.${fact}`);
  return sql`SELECT DISTINCT ${id}, e.article_id FROM evidence AS e WHERE ${id} IS NOT NULL`;
}
