import type { InputFieldMap } from '@pothos/core';
import { builder } from '../builder/builder.ts';
import { connection } from '../cost/weights.ts';
import { rootField } from '../fields/root.ts';
import { type Listing, readConnection, type Scope } from '../read-plan/connection.ts';
import type { FieldRequest } from '../read-plan/field-plan.ts';
import { planned } from '../read-plan/relation.ts';
import type { TableName } from '../read-plan/sql.ts';
import { connectionType } from './connection-type.ts';
import type { ListingOptions } from './listing-options.ts';
import { orderInput } from './order-input.ts';

/**
 * Declares how an entity is listed: its connection and edge types, its orders and groupings.
 *
 * @returns makers of the options of connection fields: of one below a parent, and of a root field.
 */
export function listing<T extends TableName>(options: ListingOptions<T>) {
  const { filter, nouns, defaultOrder } = options;
  // The plan asks for tables by name only; the row that it hands to an order or a scope is of this very table.
  const list = options as unknown as Listing;
  const type = connectionType(options);
  const orderBy = orderInput(options);
  const args = builder.args((arg) => ({
    ...pageArguments(arg),
    where: arg.field({ type: filter, description: `Only ${nouns[1]} that pass this filter.` }),
    orderBy: arg.field({
      type: orderBy,
      description: `The order; without it ${defaultOrder.field} ${defaultOrder.direction}.`,
    }),
  }));
  const read = (scope: Scope<TableName, TableName> | null) => (request: FieldRequest) =>
    readConnection(request, list, scope);
  const shape = { type, nullable: false as const, args };
  return {
    /**
     * Options of a connection below a parent: the rows for which `scope` holds. Where no index finds them, `points` are what
     * it takes to look for them.
     */
    below: <P extends TableName>(scope: Scope<P, T>, points = 0) => ({
      ...shape,
      ...planned(read(scope as unknown as Scope<TableName, TableName>), connection(points)),
    }),
    /** Options of a root connection. */
    root: () => ({ ...shape, ...rootField(read(null), connection()) }),
  };
}

function pageArguments(arg: Parameters<Parameters<typeof builder.args>[0]>[0]) {
  return {
    first: arg.int({
      description: 'The first rows of the list: at most 100, 20 where neither `first` nor `last` is given.',
    }),
    after: arg.string({ description: 'Only rows after this cursor.' }),
    last: arg.int({ description: 'The last rows of the list, still in its order: at most 100.' }),
    before: arg.string({ description: 'Only rows before this cursor.' }),
  } satisfies InputFieldMap;
}
