import { sql } from 'kysely';
import { MAX_PAGE_SIZE } from '../arguments/page-size.ts';
import { CHANGES } from './changes.ts';
import { LateValue } from './late-value.ts';
import { and, type Row, type Sql } from './sql.ts';

/** Which changes are in a batch: those behind `seen`, up to `last`, `size` of them at most. */
const [SEEN, LAST, SIZE] = ['seen', 'last', 'size'].map((name) => new LateValue(name));

/** How many changes are read at a time, unless they show too much. */
export const BATCH_SIZE = MAX_PAGE_SIZE;

/** What is read of the changes of a batch. */
export interface ChangeBatch {
  /** A change. */
  readonly change: Row;
  /** Which changes are looked at. */
  readonly conditions: readonly Sql[];
  /** What is joined to a change, at most one row; nothing where it is left out. */
  readonly join?: Sql;
  /** Whether it is told of. */
  readonly isTold: Sql;
  /** The JSON object of the event. */
  readonly event: Sql;
}

/** What a batch gives. */
export interface Batch {
  readonly events: readonly Readonly<Record<string, unknown>>[];
  /** The number up to which changes were looked at, where there may be more behind it; else null. */
  readonly upTo: number | null;
}

/** The JSON object of a batch of changes; the values `seen`, `last` and `size` are filled in when it is run. */
export function changeBatch({ change, conditions, join = sql``, isTold, event }: ChangeBatch): Sql {
  const number = sql.ref(`${change.alias}.number`);
  const within = [sql`${number} > ${SEEN}::bigint`, sql`${number} <= ${LAST}::bigint`, ...conditions];
  const rows = sql`SELECT * FROM ${CHANGES.rows} AS ${sql.id(change.alias)} WHERE ${and(within)} ORDER BY ${number} LIMIT ${SIZE}::integer`;
  return sql`(SELECT json_build_object(
      'events', coalesce(json_agg(${event} ORDER BY ${number}) FILTER (WHERE ${isTold}), '[]'),
      'upTo', CASE WHEN count(*) = ${SIZE}::integer THEN max(${number}) END)
    FROM (${rows}) AS ${sql.id(change.alias)} ${join})`;
}
