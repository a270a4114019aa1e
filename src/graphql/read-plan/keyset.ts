import { sql } from 'kysely';
import type { Position } from '../arguments/cursor.ts';
import { beyond, type Compared, notBehind, type Side } from './beyond.ts';
import type { Page, SortKey } from './page.ts';
import type { Row, Sql } from './sql.ts';

/** A list of rows in which pages are cut. */
export interface Ordered {
  readonly row: Row;
  readonly page: Page;
  /** Tables and conditions of the list, for the row under its alias: `FROM … WHERE …`, without the keyset's. */
  readonly source: (row: Row, conditions: readonly Sql[]) => Sql;
}

/** Rows with a first key and rows without one: each kind is ordered plainly, so that an index can serve it. */
type Segment = 'keyed' | 'keyless';

/**
 * The first `count` rows of a page, in the direction of reading.
 *
 * Columns: those of the row, its keys `sort_1` …, and `sort_key`, all of them as a cursor carries them.
 */
export function pageRows(list: Ordered, count: number): Sql {
  const { page } = list;
  const limit = sql.lit(count);
  const segments = segmentsOf(page).flatMap((segment) => segmentRows(list, segment, limit));
  const rows = segments.length === 0 ? [selectRows(list, [sql`FALSE`])] : segments;
  const keys = page.keys.map((_, index) => sql`u.${keyColumn(index)}::text`);
  // Postgres reads the second segment only where the first does not fill the page.
  return sql`(SELECT u.*, json_build_array(${sql.join(keys)}) AS sort_key
    FROM (${sql.join(rows, sql` UNION ALL `)}) AS u LIMIT ${limit})`;
}

/** Whether the list has a row at the cursor or beyond it, on the far side of the page. */
export function hasRowsAt(list: Ordered, cursor: Position, side: Side): Sql {
  return sql`EXISTS (SELECT 1 ${list.source(list.row, [beyond(comparedOf(list), cursor, side, true)])})`;
}

function segmentsOf(page: Page): Segment[] {
  if (!page.keys[0]?.nullable) return ['keyed'];
  return page.backward ? ['keyless', 'keyed'] : ['keyed', 'keyless'];
}

function segmentRows(list: Ordered, segment: Segment, limit: Sql): Sql[] {
  const { row, page } = list;
  const bounds = [bound(list, segment, 'after'), bound(list, segment, 'before')];
  const [first] = page.keys;
  if (bounds.includes(null) || !first) return [];
  const isKeyed = segment === 'keyed';
  const kind = isKeyed ? sql`${first.key(row)} IS NOT NULL` : sql`${first.key(row)} IS NULL`;
  const ownKind = first.nullable ? [kind] : [];
  const order = page.keys.flatMap((key, index) => {
    if (index > 0) return [ordered(page, key, index)];
    return isKeyed ? [sql`${keyColumn(0)} ${directionOf(page, key)}`] : [];
  });
  const byId = sql`${id(row)} ${directionOf(page, lastKey(page))}`;
  const rows = selectRows(list, [...ownKind, ...bounds.flatMap((some) => some ?? [])]);
  return [sql`(${rows} ORDER BY ${sql.join([...order, byId])} LIMIT ${limit})`];
}

/** The conditions that a cursor puts on a segment; null where it leaves none of the segment. */
function bound(list: Ordered, segment: Segment, side: Side): Sql[] | null {
  const cursor = list.page[side];
  if (!cursor) return [];
  const [first, ...rest] = comparedOf(list);
  const [at = null, ...more] = cursor;
  if (!first) return null;
  if ((segment === 'keyless') !== (at === null))
    return (side === 'after') === (segment === 'keyless') ? [] : null;
  if (at === null) return [beyond(rest, more, side)];
  const place = beyond([{ ...first, nullable: false }, ...rest], cursor, side);
  // With several keys it says less than the other condition, and is what an index of the first can serve.
  return rest.length > 1 ? [notBehind(first, at, side), place] : [place];
}

/** All by which the rows of a list are ordered, the id last. */
function comparedOf({ row, page }: Ordered): Compared[] {
  const { descending } = lastKey(page);
  const keys = page.keys.map(({ key, ...rest }) => ({ ...rest, value: key(row) }));
  return [...keys, { value: id(row), type: 'text', nullable: false, descending }];
}

/** The rows of a list with their keys. */
function selectRows({ row, page, source }: Ordered, conditions: readonly Sql[]): Sql {
  const keys = page.keys.map(({ key }, index) => sql`${key(row)} AS ${keyColumn(index)}`);
  return sql`SELECT ${sql.id(row.alias)}.*, ${sql.join(keys)} ${source(row, conditions)}`;
}

/** A key in an ORDER BY: rows without one come last in the list, however it is read. */
function ordered(page: Page, key: SortKey, index: number): Sql {
  const nulls = page.backward ? sql`NULLS FIRST` : sql`NULLS LAST`;
  return sql`${keyColumn(index)} ${directionOf(page, key)} ${key.nullable ? nulls : sql``}`;
}

function keyColumn(index: number): Sql {
  return sql.id(`sort_${index + 1}`);
}

function lastKey({ keys }: Page): SortKey {
  const last = keys.at(-1);
  if (!last) throw new Error('A list is ordered by something');
  return last;
}

function directionOf(page: Page, { descending }: SortKey): Sql {
  return descending !== page.backward ? sql`DESC` : sql`ASC`;
}

function id(row: Row): Sql {
  return sql.ref(`${row.alias}.id`);
}
