import { builder } from '../builder/builder.ts';
import { connection, sameObject } from '../cost/weights.ts';
import { rootField } from '../fields/root.ts';
import type { FieldRequest } from '../read-plan/field-plan.ts';
import { type Listing, readListing, type Scope } from '../read-plan/listing.ts';
import { parentRow, planned } from '../read-plan/relation.ts';
import type { TableName } from '../read-plan/sql.ts';
import { connectionType } from './connection-type.ts';
import { addCountBounds, countInput } from './counts.ts';
import { addGroups } from './groups-field.ts';
import type { ListingOptions } from './listing-options.ts';
import { orderInput } from './order-input.ts';
import { pageArguments } from './page-arguments.ts';
import { addUpdatedAt, UPDATED_AT } from './updated-at.ts';

/**
 * Declares how an entity is listed: its connection and edge types, its orders and groupings.
 *
 * @returns makers of the options of connection fields: of one below a parent, and of a root field; and what was declared, for
 * listings that count its rows.
 */
export function listing<T extends TableName>(declared: ListingOptions<T>) {
  const options = declared.entity.isFollowed ? followed(declared) : declared;
  const { filter, nouns, defaultOrder } = options;
  // The plan asks for tables by name only; the row that it hands to an order or a scope is of this very table.
  const list = options as unknown as Listing;
  const count = options.counts ? countInput(options.entity.name, options.counts) : null;
  if (options.counts) addCountBounds(options.entity.name, filter, options.counts);
  const type = listType(options, count);
  const orderBy = orderInput(options, count);
  const shape = (usual: Listing['defaultOrder']) => ({
    type,
    nullable: false as const,
    args: builder.args((arg) => ({
      ...pageArguments(),
      where: arg.field({ type: filter, description: `Only ${nouns[1]} that pass this filter.` }),
      orderBy: arg.field({
        type: [orderBy],
        description: `The order: the first decides, each of the others where those before it are the same; at most three. Without it, or with an empty list, ${usual.field} ${usual.direction}: an empty list asks nothing.`,
      }),
    })),
  });
  const countingOrders = Object.entries(list.orders).flatMap(([name, order]) =>
    'count' in order ? [name] : [],
  );
  const read =
    (scope: Scope<TableName, TableName> | null, usual = defaultOrder) =>
    (request: FieldRequest) =>
      readListing(request, { ...list, defaultOrder: usual }, scope);
  return {
    list: options,
    /**
     * Options of a connection below a parent: the rows for which `scope` holds. Where no index finds them, `points` are what
     * it takes to look for them. `usual` is the order of these where none is asked for, if it is not that of all.
     */
    below: <P extends TableName>(scope: Scope<P, T>, points = 0, usual = defaultOrder) => ({
      ...shape(usual),
      ...planned(
        read(scope as unknown as Scope<TableName, TableName>, usual),
        connection(points, countingOrders),
      ),
    }),
    /** Options of a root connection. Where no index has the rows in their default order, `points` are what it takes to sort them. */
    root: (points = 0) => ({
      ...shape(defaultOrder),
      ...rootField(read(null), connection(points, countingOrders)),
    }),
  };
}

/** The listing of what is followed: by when it last changed it is ordered and filtered. */
function followed<T extends TableName>(options: ListingOptions<T>): ListingOptions<T> {
  addUpdatedAt(options.filter);
  return { ...options, orders: { ...options.orders, UPDATED_AT } };
}

function listType<T extends TableName>(
  options: ListingOptions<T>,
  count: ReturnType<typeof countInput> | null,
) {
  const { entity, nouns } = options;
  const { connection: type } = connectionType({
    name: entity.name,
    nouns,
    node: {
      type: entity.ref,
      read: (request) => request.planner.object(entity.name, parentRow(request), request.selection),
      cost: sameObject,
    },
  });
  addGroups(type, options, count);
  return type;
}
