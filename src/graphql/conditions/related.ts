import { sql } from 'kysely';
import { Article } from '../builder/entities.ts';
import { type Entity, unmerged } from '../read-plan/entity.ts';
import { type ConditionOptions, condition } from '../read-plan/filter.ts';
import { and, type ColumnName, col, from, type Row, type Sql, type TableName } from '../read-plan/sql.ts';

/**
 * Whether a row of `table` exists for which `test` holds, seen from `row`.
 *
 * The inner row's alias is the outer's with the number of levels, so conditions nest to any depth: PostgreSQL cuts longer
 * names, and two that are cut alike would be one row.
 */
export function exists<T extends TableName>(row: Row, table: T, test: (inner: Row<T>) => Sql): Sql {
  const [, outermost = row.alias, level = '0'] = /^(.*)_(\d+)$/.exec(row.alias) ?? [];
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

/** A table whose rows tie a row to others. */
interface Link<P extends TableName, L extends TableName, T extends TableName> {
  readonly table: L;
  /** Whether a row of the table is of the row. */
  readonly of: (row: Row<P>, link: Row<L>) => Sql;
  /** Whether it leads to the other. */
  readonly to: (link: Row<L>, other: Row<T>) => Sql;
}

/**
 * The same over a table between both. Each subselect refers to the row right outside it alone: PostgreSQL makes joins of such,
 * and of others looks at every pair of rows.
 */
export function relatedThrough<P extends TableName, L extends TableName, T extends TableName>(
  link: Link<P, L, T>,
  entity: Entity<T>,
): ConditionOptions {
  return condition((row: Row<P>, _filter: object, nested) =>
    exists(row, link.table, (between) => {
      const found = exists(between, entity.table, (other) =>
        and([link.to(between, other), ...unmerged(entity, other), nested(other)]),
      );
      return and([link.of(row, between), found]);
    }),
  );
}

/** Options of a filter's field that takes the filter of articles: one that gives evidence of the row, whose id stands in `fact`, passes it. */
export function inArticles<P extends TableName>(fact: ColumnName<'evidence'>): ConditionOptions {
  return relatedThrough(
    {
      table: 'evidence',
      of: (row: Row<P>, e) => sql`${col(e, fact)} = ${sql.ref(`${row.alias}.id`)}`,
      to: (e, article) => sql`${col(article, 'id')} = ${col(e, 'article_id')}`,
    },
    Article,
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

/** The facts of a kind with the articles that give evidence of them, each pair once. */
export function evidencePairs(fact: ColumnName<'evidence'>): Sql {
  const id = sql.ref(`e.${fact}`);
  return sql`SELECT DISTINCT ${id}, e.article_id FROM evidence AS e WHERE ${id} IS NOT NULL`;
}
