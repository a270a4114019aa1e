import { sql } from 'kysely';
import { badInput } from '../arguments/bad-input.ts';
import { LONG_LIST, limitOf } from '../arguments/list-limit.ts';
import type { Planner } from './field-plan.ts';
import type { SelectedField } from './selection.ts';
import type { Row, Sql, TableName } from './sql.ts';

/** The most dimensions by which one answer groups. */
const MAX_DIMENSIONS = 3;

/** A dimension by which the rows of a list can be grouped. */
export interface Grouping<T extends TableName = TableName> {
  readonly description: string;
  /**
   * A SELECT of one text column: the group's key for a row. Several keys put the row into several groups, none
   * or NULL into the group without key; the same key twice counts once.
   */
  readonly keys: (row: Row<T>) => Sql;
}

/** A grouping by one value a row. */
export function groupBy<T extends TableName>(description: string, key: (row: Row<T>) => Sql): Grouping<T> {
  return { description, keys: (row) => sql`SELECT ${key(row)}` };
}

/** What is grouped: the source of a list and the dimensions that it knows. */
export interface Grouped {
  readonly groupings: Readonly<Record<string, Grouping>>;
  readonly row: Row;
  readonly source: (row: Row, joins?: Sql) => Sql;
}

/**
 * The JSON array of groups that the field `groups` asks for; their rows have the columns `keys` and `count`.
 *
 * @throws GraphQLError BAD_USER_INPUT where there are too many dimensions or groups.
 */
export function groupsJson(
  planner: Planner,
  { args, selection }: SelectedField,
  { groupings, row, source }: Grouped,
): Sql {
  const names = args.by as readonly string[];
  const limit = limitOf(args.first, LONG_LIST);
  if (names.length === 0 || names.length > MAX_DIMENSIONS) {
    throw badInput(`\`by\` takes one to ${MAX_DIMENSIONS} dimensions, not ${names.length}.`);
  }
  const dimensions = names.map((name) => ({ alias: planner.alias(), keys: groupings[name]?.keys(row) }));
  const keys = dimensions.map(({ alias }) => sql.ref(`${alias}.key`));
  const joins = dimensions.map(
    ({ alias, keys: select }) =>
      // A row counts once in a group, also where several of its people have one name.
      sql`LEFT JOIN LATERAL (SELECT DISTINCT k.key FROM (${select}) AS k(key)) AS ${sql.id(alias)}(key) ON TRUE`,
  );
  const byKeys = sql.join(keys.map((key) => sql`${key} ASC NULLS LAST`));
  const order = args.orderBy === 'COUNT' ? sql`count(*) DESC, ${byKeys}` : byKeys;
  const rows = sql`SELECT json_build_array(${sql.join(keys)}) AS keys, count(*) AS count
    ${source(row, sql.join(joins, sql` `))} GROUP BY ${sql.join(keys)} ORDER BY ${order} LIMIT ${limit}`;
  const group = { ...row, alias: planner.alias() };
  const object = planner.object('Group', group, selection);
  return sql`(SELECT coalesce(json_agg(${object}), '[]') FROM (${rows}) AS ${sql.id(group.alias)})`;
}
