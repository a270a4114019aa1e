import { sql } from 'kysely';
import { type AskedCount, askedCount, type Counted } from './counted.ts';
import type { Planner } from './field-plan.ts';
import { type Grouping, hasOneKey, joinKeys } from './grouping.ts';
import type { SelectedField } from './selection.ts';
import type { Row, Sql } from './sql.ts';

/** What is grouped: the source of a list and the dimensions that it knows. */
export interface Grouped {
  /** The name of what is listed, which cursors bear. */
  readonly name: string;
  readonly groupings: Readonly<Record<string, Grouping>>;
  readonly counts: Readonly<Record<string, Counted>>;
  readonly row: Row;
  /** Its rows, as `FROM … WHERE …`; those that pass another filter in place of the list's where one is given. */
  readonly source: (row: Row, joins: Sql, instead?: object) => Sql;
}

/** A dimension of one answer, under its alias in the statement. */
export interface Dimension extends Pick<Grouping, 'keys'> {
  readonly alias: string;
}

/** Groups with figures. */
interface Asked {
  readonly args: SelectedField['args'];
  readonly grouped: Grouped;
}

/**
 * A SELECT of all groups with the columns `key_0`, `id_0` …, `count`, `average`, `first_day`, `last_day`, and `compared` and `rise`,
 * which are null where nothing is compared.
 */
export function allGroups(planner: Planner, dimensions: readonly Dimension[], asked: Asked): Sql {
  const { args } = asked;
  const own = ownGroups(planner, dimensions, asked);
  if (!args.comparedWith) {
    const having = typeof args.atLeast === 'number' ? sql`HAVING count(*) >= ${args.atLeast}` : sql``;
    return sql`${own} ${having}`;
  }
  return comparedGroups(dimensions, { ...asked, own, instead: args.comparedWith as object });
}

function ownGroups(planner: Planner, dimensions: readonly Dimension[], { args, grouped }: Asked): Sql {
  const { row, source, counts, groupings } = grouped;
  const number = args.average
    ? askedCount(planner, counts, args.average as AskedCount).number(row, planner.alias())
    : null;
  const average = number ? sql`avg(${number.value})::float8` : sql`NULL::float8`;
  const joins = sql.join([joinsOf(dimensions, row), ...(number ? [number.join] : [])], sql` `);
  const day = groupings.DAY?.day;
  const date = day ? sql`(${day(row)})::date` : sql`NULL::date`;
  return sql`SELECT ${namedKeys(dimensions, row)}, count(*)::integer AS count, ${average} AS average, min(${date}) AS first_day,
    max(${date}) AS last_day, NULL::integer AS compared, NULL::numeric AS rise ${source(row, joins)} GROUP BY ${ordinals(dimensions)}`;
}

/**
 * The groups with the numbers of their keys among the rows that pass the filter `instead`. What was to be expected of a group is its
 * share among those, of which one more is counted than there is, so that new keys have one; the rise is how far the number is above
 * it, in standard deviations of such a number (Poisson).
 */
function comparedGroups(
  dimensions: readonly Dimension[],
  { args, grouped, own, instead }: Asked & { readonly own: Sql; readonly instead: object },
): Sql {
  const { row, source } = grouped;
  const columns = sql.join(dimensions.flatMap((_, i) => [sql.ref(`u.key_${i}`), sql.ref(`u.id_${i}`)]));
  const other = sql`SELECT ${namedKeys(dimensions, row)}, 0, NULL::float8, NULL::date, NULL::date, count(*)::integer, NULL::numeric
    ${source(row, joinsOf(dimensions, row), instead)} GROUP BY ${ordinals(dimensions)}`;
  const size = (filter?: object) => sql`(SELECT count(*) ${source(row, sql``, filter)})`;
  const compared = sql`coalesce(sum(u.compared), 0)`;
  const expected = sql`((${compared} + 1)::float8 * ${size()} / (${size(instead)} + 1))`;
  const least = typeof args.atLeast === 'number' ? args.atLeast : 1;
  return sql`SELECT ${columns}, sum(u.count)::integer AS count, max(u.average) AS average, min(u.first_day) AS first_day,
      max(u.last_day) AS last_day, ${compared}::integer AS compared,
      round(((sum(u.count) - ${expected}) / sqrt(${expected}))::numeric, 6) AS rise
    FROM (${own} UNION ALL ${other}) AS u GROUP BY ${columns} HAVING sum(u.count) >= greatest(${least}, 1)`;
}

/** What is joined to a row for its keys: nothing for dimensions of which it has one. */
function joinsOf(dimensions: readonly Dimension[], row: Row): Sql {
  const joins = dimensions.map(({ alias, keys }) => (hasOneKey(keys) ? sql`` : joinKeys(keys, row, alias)));
  return sql.join(joins, sql` `);
}

/** The columns `key_0`, `id_0` … of a row. */
function namedKeys(dimensions: readonly Dimension[], row: Row): Sql {
  const columns = dimensions.flatMap(({ alias, keys }, i) => {
    const key = hasOneKey(keys) ? keys.one(row) : sql.ref(`${alias}.key`);
    const id = hasOneKey(keys) ? sql`NULL::text` : sql.ref(`${alias}.id`);
    return [sql`${key} AS ${sql.id(`key_${i}`)}`, sql`${id} AS ${sql.id(`id_${i}`)}`];
  });
  return sql.join(columns);
}

/** The keys by their places in the SELECT: an expression with parameters is not known again where it is repeated. */
function ordinals(dimensions: readonly Dimension[]): Sql {
  return sql.join(dimensions.flatMap((_, i) => [sql.lit(2 * i + 1), sql.lit(2 * i + 2)]));
}
