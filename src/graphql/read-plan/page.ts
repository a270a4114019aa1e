import type { Arguments } from '../arguments/arguments.ts';
import { badInput } from '../arguments/bad-input.ts';
import { decodeCursor, type KeyType, type Position } from '../arguments/cursor.ts';
import { checkLimit, pageSize } from '../arguments/page-size.ts';
import type { Row, Sql, TableName } from './sql.ts';

/** One way to order the rows of a list; the id breaks ties, rows without a key come last in both directions. */
export interface Order<T extends TableName = TableName> {
  readonly description: string;
  readonly key: (row: Row<T>) => Sql;
  readonly type: KeyType;
  readonly nullable: boolean;
}

/** The order of a list, whose places cursors tell. */
export interface Ordering {
  /** The name of the order. */
  readonly orderName: string;
  readonly order: Order;
  readonly descending: boolean;
}

/** The page of a list that its arguments ask for. */
export interface Page extends Ordering {
  readonly size: number;
  /** Whether it is read from the end (`last`). */
  readonly backward: boolean;
  readonly after: Position | null;
  readonly before: Position | null;
}

/**
 * The page that a connection's arguments ask for, in the order `orderName`.
 *
 * @throws GraphQLError BAD_USER_INPUT for a size out of bounds, `first` beside `last`, or a broken cursor.
 */
export function parsePage(args: Arguments, ordering: Ordering): Page {
  const { first, last } = args;
  checkLimit('first', first);
  checkLimit('last', last);
  if (typeof first === 'number' && typeof last === 'number') {
    throw badInput('Give `first` or `last`, not both.');
  }
  const place = (cursor: unknown) =>
    typeof cursor === 'string' ? decodeCursor(cursor, ordering.orderName, ordering.order.type) : null;
  return {
    size: pageSize(args),
    backward: typeof last === 'number',
    after: place(args.after),
    before: place(args.before),
    ...ordering,
  };
}
