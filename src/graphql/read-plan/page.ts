import { badInput } from '../arguments/bad-input.ts';
import { decodeCursor, type KeyType, type Position } from '../arguments/cursor.ts';
import type { Arguments } from './field-plan.ts';
import type { Row, Sql, TableName } from './sql.ts';

/** The most rows of one page. */
export const MAX_PAGE_SIZE = 100;

/** The rows of a page where neither `first` nor `last` is given. */
const DEFAULT_PAGE_SIZE = 20;

/** One way to order the rows of a list; the id breaks ties, rows without a key come last in both directions. */
export interface Order<T extends TableName = TableName> {
  readonly description: string;
  readonly key: (row: Row<T>) => Sql;
  readonly type: KeyType;
  readonly nullable: boolean;
}

/** The page of a list that its arguments ask for. */
export interface Page {
  readonly size: number;
  /** Whether it is read from the end (`last`). */
  readonly backward: boolean;
  readonly after: Position | null;
  readonly before: Position | null;
  /** The name of the order. */
  readonly orderName: string;
  readonly order: Order;
  readonly descending: boolean;
}

/** The number of rows that `first` and `last` ask for, unchecked. */
export function pageSize({ first, last }: Arguments): number {
  if (typeof first === 'number') return first;
  return typeof last === 'number' ? last : DEFAULT_PAGE_SIZE;
}

/**
 * Checks an argument that limits a list.
 *
 * @throws GraphQLError BAD_USER_INPUT where it is not between 0 and `maximum`.
 */
export function checkLimit(name: string, value: unknown, maximum = MAX_PAGE_SIZE): void {
  if (typeof value === 'number' && (value < 0 || value > maximum)) {
    throw badInput(`\`${name}\` must be between 0 and ${maximum}, not ${value}.`);
  }
}

/**
 * The page that a connection's arguments ask for, in the order `orderName`.
 *
 * @throws GraphQLError BAD_USER_INPUT for a size out of bounds, `first` beside `last`, or a broken cursor.
 */
export function parsePage(args: Arguments, ordering: Pick<Page, 'orderName' | 'order' | 'descending'>): Page {
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
