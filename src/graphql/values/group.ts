import { sql } from 'kysely';
import { builder } from '../builder/builder.ts';
import { leaf } from '../cost/weights.ts';
import type { JsonObject } from '../read-plan/field-plan.ts';
import { planned } from '../read-plan/relation.ts';

/** A field that is a column of the row that stands for a group. */
const columnOf = (name: 'keys' | 'count') => planned(({ row }) => sql.ref(`${row?.alias}.${name}`), leaf());

/** A count of the rows that share their keys. */
export const Group = builder.objectRef<JsonObject>('Group').implement({
  description: 'How many rows of a list share the values of the dimensions that it is grouped by.',
  fields: (t) => ({
    keys: t.field({
      type: t.listRef('String', { nullable: true }),
      nullable: false,
      description: 'The value of each dimension of `by`, in that order; null where a row has none.',
      ...columnOf('keys'),
    }),
    count: t.int({ nullable: false, description: 'The number of rows.', ...columnOf('count') }),
  }),
});

/** The order of groups. */
export const GroupOrder = builder.enumType('GroupOrder', {
  description: 'The order of groups.',
  values: {
    KEYS: { description: 'By their keys, rising: the order of time for dates.' },
    COUNT: { description: 'The largest first.' },
  },
});
