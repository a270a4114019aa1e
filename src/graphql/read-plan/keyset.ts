import { type RawBuilder, sql } from 'kysely';
import type { KeyType, Position } from '../arguments/cursor.ts';
import type { Page } from './page.ts';
import type { Row, Sql } from './sql.ts';

/** A list of rows in which pages are cut. */
export interface Ordered {
  readonly row: Row;
  readonly page: Page;
  /** Tables and conditions of the list, for the row under its alias: `FROM … WHERE …`, without the keyset's. */
  readonly source: (row: Row, conditions: readonly Sql[]) => Sql;
}

/** Rows with a key and rows without one: each kind is ordered plainly, so that an index can serve it. */
type Segment = 'keyed' | 'keyless';

/**
 * The first `count` rows of a page, in the direction of reading.
 *
 * Columns: those of the row, and `sort_key`.
 */
export function pageRows(list: Ordered, count: number): Sql {
  const { page } = list;
  const limit = sql.lit(count);
  const segments = segmentsOf(page).flatMap((segment) => segmentRows(list, segment, limit));
  if (segments.length === 0) return noRows(list);
  // Postgres reads the second segment only where the first does not fill the page.
  return sql`(SELECT u.* FROM (${sql.join(segments, sql` UNION ALL `)}) AS u LIMIT ${limit})`;
}

/** Whether the list has a row at the cursor or beyond it, on the far side of the page. */
export function hasRowsAt(list: Ordered, cursor: Position, side: 'before' | 'after'): Sql {
  const { row, page, source } = list;
  const ascending = (side === 'after') !== page.descending;
  const key = page.order.key(row);
  const place = sql`(${keyParameter(page.order.type, cursor.key)}, ${cursor.id}::text)`;
  const compare = ascending ? sql`>=` : sql`<=`;
  const keyed = sql`(${key}, ${id(row)}) ${compare} ${place}`;
  const keyless = sql`(${key} IS NULL AND ${id(row)} ${compare} ${cursor.id}::text)`;
  const condition =
    cursor.key === null
      ? side === 'before'
        ? sql`(${key} IS NOT NULL OR ${keyless})`
        : keyless
      : side === 'after'
        ? sql`(${key} IS NULL OR ${keyed})`
        : sql`(${key} IS NOT NULL AND ${keyed})`;
  return sql`EXISTS (SELECT 1 ${source(row, [condition])})`;
}

function segmentsOf(page: Page): Segment[] {
  if (!page.order.nullable) return ['keyed'];
  return page.backward ? ['keyless', 'keyed'] : ['keyed', 'keyless'];
}

function segmentRows(list: Ordered, segment: Segment, limit: Sql): Sql[] {
  const { row, page, source } = list;
  const bounds = [bound(list, segment, 'after'), bound(list, segment, 'before')];
  if (bounds.includes(null)) return [];
  const key = page.order.key(row);
  const ownKind = page.order.nullable
    ? [segment === 'keyed' ? sql`${key} IS NOT NULL` : sql`${key} IS NULL`]
    : [];
  const direction = directionOf(page);
  const order =
    segment === 'keyed' ? sql`${key} ${direction}, ${id(row)} ${direction}` : sql`${id(row)} ${direction}`;
  const conditions = [...ownKind, ...bounds.flatMap((some) => some ?? [])];
  return [
    sql`(SELECT ${star(row)}, ${key} AS sort_key ${source(row, conditions)} ORDER BY ${order} LIMIT ${limit})`,
  ];
}

/** The conditions that a cursor puts on a segment; null where it leaves none of the segment. */
function bound({ row, page }: Ordered, segment: Segment, side: 'after' | 'before'): Sql[] | null {
  const cursor = page[side];
  if (!cursor) return [];
  const compare = (side === 'after') !== page.descending ? sql`>` : sql`<`;
  const cursorSegment: Segment = cursor.key === null ? 'keyless' : 'keyed';
  if (segment !== cursorSegment) return (side === 'after') === (segment === 'keyless') ? [] : null;
  if (segment === 'keyless') return [sql`${id(row)} ${compare} ${cursor.id}::text`];
  const place = sql`(${keyParameter(page.order.type, cursor.key)}, ${cursor.id}::text)`;
  return [sql`(${page.order.key(row)}, ${id(row)}) ${compare} ${place}`];
}

function keyParameter(type: KeyType, key: string | null): RawBuilder<unknown> {
  return sql`${key}::${sql.raw(type)}`;
}

function directionOf(page: Page): Sql {
  return page.descending !== page.backward ? sql`DESC` : sql`ASC`;
}

function id(row: Row): Sql {
  return sql.ref(`${row.alias}.id`);
}

function star(row: Row): Sql {
  return sql`${sql.id(row.alias)}.*`;
}

/** Columns without rows, for cursors that leave nothing. */
function noRows({ row, page, source }: Ordered): Sql {
  return sql`(SELECT ${star(row)}, ${page.order.key(row)} AS sort_key ${source(row, [sql`FALSE`])})`;
}
