import { builder } from '../builder/builder.ts';

/** A count of the rows that share their keys. */
export const Group = builder.objectRef<{ keys: (string | null)[]; count: number }>('Group').implement({
  description: 'How many rows of a list share the values of the dimensions that it is grouped by.',
  fields: (t) => ({
    keys: t.field({
      type: t.listRef('String', { nullable: true }),
      nullable: false,
      description: 'The value of each dimension of `by`, in that order; null where a row has none.',
      resolve: ({ keys }) => keys,
    }),
    count: t.exposeInt('count', { nullable: false, description: 'The number of rows.' }),
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
