import { sql } from 'kysely';
import { hasRowsAt, type Ordered } from './keyset.ts';
import type { Selection } from './selection.ts';
import { jsonObject, type Sql } from './sql.ts';

/**
 * The JSON of a PageInfo by field name, of the fields that are selected; an aggregate over the rows that `pageRows` gives.
 *
 * @param places the JSON array of the cursors of the page.
 */
export function pageInfo(selection: Selection, list: Ordered, places: Sql): Sql {
  const { page } = list;
  const more = sql`count(*) > ${sql.lit(page.size)}`;
  const beyond = (side: 'before' | 'after', here: boolean) => {
    const cursor = side === 'after' ? page.before : page.after;
    const rows = cursor ? hasRowsAt(list, cursor, side) : sql`FALSE`;
    return here ? sql`(${more} OR ${rows})` : rows;
  };
  const fields: Record<string, () => Sql> = {
    hasNextPage: () => beyond('after', !page.backward),
    hasPreviousPage: () => beyond('before', page.backward),
    startCursor: () => sql`${places} -> 0`,
    endCursor: () => sql`${places} -> -1`,
  };
  const asked = new Set(selection.on('PageInfo').map(({ name }) => name));
  return jsonObject(
    Object.entries(fields).flatMap(([name, read]) => (asked.has(name) ? [[name, read()]] : [])),
  );
}
