import { sql } from 'kysely';
import { decodeCursor } from '../arguments/cursor.ts';
import { cursorText } from './cursor-text.ts';
import type { Ordering } from './page.ts';
import type { Sql } from './sql.ts';

/** The order of changes, that of commit: numbers rise with it. */
const ordering: Ordering = {
  orderName: 'Change',
  keys: [
    { key: (row) => sql.ref(`${row.alias}.number`), type: 'bigint', nullable: false, descending: false },
  ],
};

/** How changes are read. */
export const CHANGES = {
  ordering,
  /** All of them: beside their columns the number as such, their id being its text. */
  rows: sql`(SELECT c.id AS number, c.id::text AS id, c.node_type, c.node_id, c.action, c.made_at FROM change AS c)`,
  /** The cursor of the change with an id: the one that its connection gives it. */
  cursor: (id: Sql): Sql =>
    cursorText(sql`json_build_array(${sql.lit(ordering.orderName)}, json_build_array(${id})::text, ${id})`),
  /** The number of the change that a cursor is of. @throws GraphQLError BAD_USER_INPUT where it is none of a change. */
  numberAt: (cursor: string): number => Number(decodeCursor(cursor, ordering.orderName, ['bigint'])[0]),
} as const;
