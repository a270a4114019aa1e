import { sql } from 'kysely';
import type { Planner } from './field-plan.ts';
import { hasRowsAt, type Ordered } from './keyset.ts';
import type { Selection } from './selection.ts';
import type { Sql } from './sql.ts';

/** A list with the JSON array of the cursors of the page. */
interface Placed extends Ordered {
  readonly places: Sql;
}

/** The JSON of a PageInfo; an aggregate over the rows that `pageRows` gives. */
export function pageInfo(planner: Planner, selection: Selection, list: Placed): Sql {
  const { page, places } = list;
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
  return planner.members('PageInfo', selection, ({ name }) => {
    const read = fields[name];
    if (!read) throw new Error(`PageInfo has no ${name}`);
    return read();
  });
}
