import { builder } from '../builder/builder.ts';
import { describedValues } from '../builder/described-values.ts';
import type { TableName } from '../read-plan/sql.ts';
import { OrderDirection } from '../values/order-direction.ts';
import type { countInput } from './counts.ts';
import type { ListingOptions } from './listing-options.ts';

/**
 * Makes the input type of the members of `orderBy`, `MeetingOrder`, and the enum of what a listing can be ordered by.
 *
 * @param count names what can be counted for each row; null where nothing can.
 */
export function orderInput<T extends TableName>(
  { entity, orders, nouns }: ListingOptions<T>,
  count: ReturnType<typeof countInput> | null,
) {
  const field = builder.enumType(`${entity.name}OrderField`, {
    description: `By what ${nouns[1]} can be ordered.`,
    values: describedValues(orders),
  });
  return builder.inputType(`${entity.name}Order`, {
    description: `An order of ${nouns[1]}. Those without a value come last; the id breaks ties.`,
    fields: (t) => ({
      field: t.field({
        type: field,
        // Without counts there is nothing else to order by.
        required: count === null,
        description: count ? 'What to order by: this, or `count`.' : 'What to order by.',
      }),
      ...(count && {
        count: t.field({
          type: count,
          description: 'Order by the number of related rows: this, or `field`.',
        }),
      }),
      direction: t.field({
        type: OrderDirection,
        defaultValue: 'ASC',
        description: 'Rising or falling; null is as left out.',
      }),
    }),
  });
}
