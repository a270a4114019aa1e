import { sql } from 'kysely';
import { badInput } from '../arguments/bad-input.ts';
import { decodeCursor, type KeyType } from '../arguments/cursor.ts';
import { LONG_LIST, limitOf } from '../arguments/list-limit.ts';
import { beyond, type Compared } from './beyond.ts';
import { cursorText } from './cursor-text.ts';
import { keyOf } from './entity.ts';
import type { Planner } from './field-plan.ts';
import { allGroups, type Dimension, type Grouped } from './grouped-rows.ts';
import { hasOneKey } from './grouping.ts';
import { one } from './relation.ts';
import type { SelectedField, Selection } from './selection.ts';
import { and, type Row, type Sql } from './sql.ts';

/** The most dimensions by which one answer groups. */
const MAX_DIMENSIONS = 3;

/**
 * The JSON array of groups that the field `groups` asks for; their rows have the columns `keys`, `ids`, `place` and the figures of
 * `allGroups`.
 *
 * @throws GraphQLError BAD_USER_INPUT where there are too many dimensions or groups, for an order by what is not there, and for a cursor
 *   of other groups.
 */
export function groupsJson(planner: Planner, { args, selection }: SelectedField, grouped: Grouped): Sql {
  const limit = limitOf(args.first, LONG_LIST);
  const by = args.by as readonly string[];
  const dimensions = dimensionsOf(planner, by, grouped);
  const all = allGroups(planner, dimensions, { args, grouped });
  const found = planner.alias();
  const order = orderOf(found, dimensions, args);
  const orderName = `${grouped.name} groups ${by.join(', ')} by ${args.orderBy}`;
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

function dimensionsOf(planner: Planner, names: readonly string[], { groupings }: Grouped): Dimension[] {
  if (names.length === 0 || names.length > MAX_DIMENSIONS)
    throw badInput(`\`by\` takes one to ${MAX_DIMENSIONS} dimensions, not ${names.length}.`);
  return names.map((name) => {
    const grouping = groupings[name];
    if (!grouping) throw new Error(`No grouping ${name}`);
    return { alias: planner.alias(), keys: grouping.keys };
  });
}

/** By what groups are ordered: no two are alike in all of it. */
function orderOf(found: string, dimensions: readonly Dimension[], args: SelectedField['args']): Compared[] {
  const by = (column: string, type: KeyType, { falls = false, nullable = true } = {}): Compared => ({
    value: sql.ref(`${found}.${column}`),
    type,
    nullable,
    descending: falls,
  });
  const keys = dimensions.flatMap((_, i) => [by(`key_${i}`, 'text'), by(`id_${i}`, 'text')]);
  switch (args.orderBy) {
    case 'COUNT':
      return [by('count', 'integer', { falls: true, nullable: false }), ...keys];
    case 'FIRST_DAY':
      return [by('first_day', 'date'), ...keys];
    case 'RISE':
      if (!args.comparedWith)
        throw badInput('`orderBy: RISE` needs `comparedWith`: it is the rise since these.');
      return [by('rise', 'numeric', { falls: true, nullable: false }), ...keys];
    default:
      return keys;
  }
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
  const nodes = dimensions.map(({ keys }, i) => {
    const entities = hasOneKey(keys) ? [] : (keys.entities ?? []);
    const id = sql.ref(`${group.alias}.id_${i}`);
    const objects = entities.map((entity) =>
      one({ planner, selection }, entity, (row) => sql`${keyOf(entity, row)} = ${id}`),
    );
    return objects.length > 0 ? sql`coalesce(${sql.join(objects)})` : sql`NULL::json`;
  });
  return sql`json_build_array(${sql.join(nodes)})`;
}
