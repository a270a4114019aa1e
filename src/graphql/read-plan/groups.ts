import { sql } from 'kysely';
import { badInput } from '../arguments/bad-input.ts';
import { decodeCursor, type KeyType } from '../arguments/cursor.ts';
import { LONG_LIST, limitOf } from '../arguments/list-limit.ts';
import { beyond, type Compared } from './beyond.ts';
import { type AskedCount, askedCount, type Counted } from './counted.ts';
import { cursorText } from './cursor-text.ts';
import { type Entity, keyOf } from './entity.ts';
import type { Planner } from './field-plan.ts';
import { one } from './relation.ts';
import type { SelectedField, Selection } from './selection.ts';
import { and, type Row, type Sql, type TableName } from './sql.ts';

/** The most dimensions by which one answer groups. */
const MAX_DIMENSIONS = 3;

/** A dimension by which the rows of a list can be grouped. */
export interface Grouping<T extends TableName = TableName> {
  readonly description: string;
  /** Where keys are the names of entities: the types that these may have. Those of one name are groups of their own. */
  readonly entities?: readonly Entity[];
  /**
   * A SELECT of one text column, the group's key for a row, and of a second, its id, where keys are names of entities.
   * Several keys put the row into several groups, none or NULL into the group without key; the same key twice counts once.
   */
  readonly keys: (row: Row<T>) => Sql;
}

/** A grouping by one value a row. */
export function groupBy<T extends TableName>(description: string, key: (row: Row<T>) => Sql): Grouping<T> {
  return { description, keys: (row) => sql`SELECT ${key(row)}` };
}

/** What is grouped: the source of a list and the dimensions that it knows. */
export interface Grouped {
  /** The name of what is listed, which cursors bear. */
  readonly name: string;
  readonly groupings: Readonly<Record<string, Grouping>>;
  readonly counts: Readonly<Record<string, Counted>>;
  readonly row: Row;
  readonly source: (row: Row, joins?: Sql) => Sql;
}

/** A dimension of one answer, under its alias in the statement. */
interface Dimension {
  readonly alias: string;
  readonly entities: readonly Entity[];
  readonly select: Sql;
}

/**
 * The JSON array of groups that the field `groups` asks for; their rows have the columns `keys`, `ids`, `count`, `average` and `place`.
 *
 * @throws GraphQLError BAD_USER_INPUT where there are too many dimensions or groups, and for a cursor of other groups.
 */
export function groupsJson(planner: Planner, { args, selection }: SelectedField, grouped: Grouped): Sql {
  const limit = limitOf(args.first, LONG_LIST);
  const dimensions = dimensionsOf(planner, args.by as readonly string[], grouped);
  const all = countedGroups(planner, dimensions, { args, grouped });
  const found = planner.alias();
  const order = orderOf(found, dimensions, args.orderBy === 'COUNT');
  const orderName = `${grouped.name} groups ${(args.by as readonly string[]).join(', ')} by ${args.orderBy}`;
  const conditions = typeof args.after === 'string' ? [beyondCursor(args.after, orderName, order)] : [];
  const column = (name: 'key' | 'id') =>
    sql`json_build_array(${sql.join(dimensions.map((_, i) => sql.ref(`${found}.${name}_${i}`)))})`;
  const values = order.map(({ value }) => sql`${value}::text`);
  // A group has no id of its own.
  const place = sql`json_build_array(${sql.lit(orderName)}, json_build_array(${sql.join(values)})::text, '')`;
  const sorted = order.map(
    ({ value, descending }) => sql`${value} ${descending ? sql`DESC` : sql`ASC`} NULLS LAST`,
  );
  const rows = sql`SELECT ${sql.id(found)}.*, ${column('key')} AS keys, ${column('id')} AS ids, ${cursorText(place)} AS place
    FROM (${all}) AS ${sql.id(found)} WHERE ${and(conditions)} ORDER BY ${sql.join(sorted)} LIMIT ${limit}`;
  const group = { ...grouped.row, alias: planner.alias() };
  const object = planner.members('Group', selection, (field) =>
    field.name === 'nodes'
      ? nodesOf(planner, field.selection, { dimensions, group })
      : planner.field(group, field),
  );
  return sql`(SELECT coalesce(json_agg(${object}), '[]') FROM (${rows}) AS ${sql.id(group.alias)})`;
}

function dimensionsOf(planner: Planner, names: readonly string[], { groupings, row }: Grouped): Dimension[] {
  if (names.length === 0 || names.length > MAX_DIMENSIONS)
    throw badInput(`\`by\` takes one to ${MAX_DIMENSIONS} dimensions, not ${names.length}.`);
  return names.map((name) => {
    const grouping = groupings[name];
    if (!grouping) throw new Error(`No grouping ${name}`);
    return { alias: planner.alias(), entities: grouping.entities ?? [], select: grouping.keys(row) };
  });
}

/** All groups with the columns `key_0`, `id_0` …, `count` and `average`. */
function countedGroups(
  planner: Planner,
  dimensions: readonly Dimension[],
  { args, grouped }: { readonly args: SelectedField['args']; readonly grouped: Grouped },
): Sql {
  const { row, source, counts } = grouped;
  const joins = dimensions.map(({ alias, entities, select }) => {
    const columns = entities.length > 0 ? sql`k(key, id)` : sql`k(key)`;
    const id = entities.length > 0 ? sql`k.id` : sql`NULL::text`;
    // A row counts once in a group, also where what it names twice has one key.
    return sql`LEFT JOIN LATERAL (SELECT DISTINCT k.key, ${id} FROM (${select}) AS ${columns}) AS ${sql.id(alias)}(key, id) ON TRUE`;
  });
  const keys = dimensions.flatMap(({ alias }) => [sql.ref(`${alias}.key`), sql.ref(`${alias}.id`)]);
  const named = keys.map((key, i) => sql`${key} AS ${sql.id(`${i % 2 ? 'id' : 'key'}_${i >> 1}`)}`);
  const number = args.average
    ? askedCount(planner, counts, args.average as AskedCount).number(row, planner.alias())
    : null;
  const average = number ? sql`avg(${number.value})::float8` : sql`NULL::float8`;
  const averaged = number ? [number.join] : [];
  const having = typeof args.atLeast === 'number' ? sql`HAVING count(*) >= ${args.atLeast}` : sql``;
  return sql`SELECT ${sql.join(named)}, count(*)::integer AS count, ${average} AS average
    ${source(row, sql.join([...joins, ...averaged], sql` `))} GROUP BY ${sql.join(keys)} ${having}`;
}

/** By what groups are ordered: no two are alike in all of it. */
function orderOf(found: string, dimensions: readonly Dimension[], isByCount: boolean): Compared[] {
  const by = (column: string, type: KeyType, isFalling = false): Compared => ({
    value: sql.ref(`${found}.${column}`),
    type,
    nullable: !isFalling,
    descending: isFalling,
  });
  const keys = dimensions.flatMap((_, i) => [by(`key_${i}`, 'text'), by(`id_${i}`, 'text')]);
  return isByCount ? [by('count', 'integer', true), ...keys] : keys;
}

function beyondCursor(cursor: string, orderName: string, order: readonly Compared[]): Sql {
  const types = order.map(({ type }) => type);
  return beyond(order, decodeCursor(cursor, orderName, types).slice(0, -1), 'after');
}

/** The JSON array of the entities that the keys of a group stand for, null for keys that stand for none. */
function nodesOf(
  planner: Planner,
  selection: Selection,
  { dimensions, group }: { readonly dimensions: readonly Dimension[]; readonly group: Row },
): Sql {
  const nodes = dimensions.map(({ entities }, i) => {
    const id = sql.ref(`${group.alias}.id_${i}`);
    const objects = entities.map((entity) =>
      one({ planner, selection }, entity, (row) => sql`${keyOf(entity, row)} = ${id}`),
    );
    return objects.length > 0 ? sql`coalesce(${sql.join(objects)})` : sql`NULL::json`;
  });
  return sql`json_build_array(${sql.join(nodes)})`;
}
