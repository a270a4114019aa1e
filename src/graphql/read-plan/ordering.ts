import type { Arguments } from '../arguments/arguments.ts';
import { badInput } from '../arguments/bad-input.ts';
import { type AskedCount, askedCount, type Counted, type Standing } from './counted.ts';
import type { Planner } from './field-plan.ts';
import type { Order, Ordering, OrderKey, SortKey } from './page.ts';
import type { Row, TableName } from './sql.ts';

/** By what a list can be ordered. */
export interface Orderable<T extends TableName = TableName> extends Standing<T> {
  readonly orders: Readonly<Record<string, Order<T>>>;
  readonly defaultOrder: { readonly field: string; readonly direction: 'ASC' | 'DESC' };
  /** What of other lists belongs to a row and can be counted, to order and filter by: `participations`. */
  readonly counts?: Readonly<Record<string, Counted>>;
}

/** The most keys by which one list is ordered. */
const MAX_KEYS = 3;

/** A member of `orderBy`. */
interface AskedOrder {
  readonly field?: string | null;
  readonly count?: AskedCount | null;
  readonly direction?: 'ASC' | 'DESC' | null;
}

/**
 * The order that the argument `orderBy` asks for; without one that of the listing.
 *
 * @throws GraphQLError BAD_USER_INPUT for more keys than are allowed, or a key that is not exactly one of field and count.
 */
export function orderingOf(planner: Planner, args: Arguments, listing: Orderable): Ordering {
  const asked = (args.orderBy ?? []) as readonly AskedOrder[];
  if (asked.length > MAX_KEYS)
    throw badInput(`\`orderBy\` takes at most ${MAX_KEYS} orders, not ${asked.length}.`);
  const given: readonly AskedOrder[] = asked.length > 0 ? asked : [listing.defaultOrder];
  const orders = given.map((order, index) => {
    const { name, second, ...key } = keyOf(planner, { ...order, index }, listing);
    const direction = order.direction ?? 'ASC';
    const descending = direction === 'DESC';
    const keys = [key, ...(second ? [second] : [])].map((one) => ({ ...one, descending }));
    return { name: `${name} ${direction}`, keys };
  });
  const orderName = `${listing.entity.name} ${orders.map(({ name }) => name).join(', ')}`;
  return { orderName, keys: orders.flatMap(({ keys }) => keys) };
}

type NamedKey = Omit<SortKey, 'descending'> & { readonly name: string; readonly second?: OrderKey };

function keyOf(
  planner: Planner,
  { field, count, index }: AskedOrder & { readonly index: number },
  listing: Orderable,
): NamedKey {
  const isField = typeof field === 'string';
  if (isField === Boolean(count))
    throw badInput(
      '`orderBy` takes either a `field` or a `count` for each order: give exactly one of the two.',
    );
  if (count) return countKey(planner, { count, index }, listing);
  const name = String(field);
  const order = listing.orders[name];
  if (!order) throw new Error(`No order ${name}`);
  if ('count' in order)
    return { ...countKey(planner, { count: { [order.count]: {} }, index }, listing), name };
  return { ...order, name };
}

function countKey(
  planner: Planner,
  { count, index }: { readonly count: AskedCount; readonly index: number },
  listing: Orderable,
): NamedKey {
  const { name, number } = askedCount(planner, listing.counts ?? {}, count);
  const numberOf = (row: Row) => number(row, `${row.alias}_k${index}`);
  return {
    name,
    key: (row) => numberOf(row).value,
    join: (row) => numberOf(row).join,
    type: 'integer',
    nullable: false,
  };
}
