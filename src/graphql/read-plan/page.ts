import type { Arguments } from '../arguments/arguments.ts';
import { badInput } from '../arguments/bad-input.ts';
import { decodeCursor, type KeyType, type Position } from '../arguments/cursor.ts';
import { checkLimit, pageSize } from '../arguments/page-size.ts';
import type { Row, Sql, TableName } from './sql.ts';

/** By what rows can be ordered; those without it come last in both directions. */
export interface OrderKey<T extends TableName = TableName> {
  readonly key: (row: Row<T>) => Sql;
  readonly type: KeyType;
  readonly nullable: boolean;
}

/** One way to order the rows of a list, as the schema names it: by a key, or by the number of related rows, a count of the list. */
export type Order<T extends TableName = TableName> = { readonly description: string } & (
  | (OrderKey<T> & {
      /** By what rows are ordered that have the same key. */
      readonly second?: OrderKey<T>;
    })
  | { readonly count: string }
);

/** A key by which a list is ordered, and in which direction. */
export interface SortKey extends OrderKey {
  readonly descending: boolean;
  /** What is joined to the row for the key; nothing where the key is of the row itself. */
  readonly join?: (row: Row) => Sql;
}

/** The order of a list, whose places cursors tell. */
export interface Ordering {
  /** The name of the list and its order, which its cursors bear. */
  readonly orderName: string;
  /** The first decides, each other where those before it are the same; the id breaks ties, in the direction of the last. */
  readonly keys: readonly SortKey[];
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
 * The page that a connection's arguments ask for, in the order `ordering`.
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
  const types = ordering.keys.map(({ type }) => type);
  const place = (cursor: unknown) =>
    typeof cursor === 'string' ? decodeCursor(cursor, ordering.orderName, types) : null;
  return {
    size: pageSize(args),
    backward: typeof last === 'number',
    after: place(args.after),
    before: place(args.before),
    ...ordering,
  };
}
