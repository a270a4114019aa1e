import { builder } from '../builder/builder.ts';

/** Rising or falling. */
export const OrderDirection = builder.enumType('OrderDirection', {
  description: 'The direction of an order.',
  values: {
    ASC: { description: 'Rising: earliest, smallest, or first in the order of characters.' },
    DESC: { description: 'Falling: latest, largest, or last in the order of characters.' },
  },
});
