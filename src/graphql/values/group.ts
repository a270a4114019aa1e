import { sql } from 'kysely';
import { builder } from '../builder/builder.ts';
import { Area, MeetingSeries, Organisation, Person } from '../builder/entities.ts';
import { leaf, nodesOfGroup } from '../cost/weights.ts';
import { type JsonObject, readByKey } from '../read-plan/field-plan.ts';
import { planned } from '../read-plan/relation.ts';

/** A field that is a column of the row that stands for a group. */
const columnOf = (name: 'keys' | 'ids' | 'count' | 'average' | 'place') =>
  planned(({ row }) => sql.ref(`${row?.alias}.${name}`), leaf());

const GroupedEntity = builder.unionType('GroupedEntity', {
  description: 'What the key of a group stands for.',
  types: [Area.ref, MeetingSeries.ref, Organisation.ref, Person.ref],
  resolveType: (value: JsonObject) => value.$type as string,
});

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
    ids: t.field({
      type: t.listRef('ID', { nullable: true }),
      nullable: false,
      description:
        'The id of what each key stands for, of an area its code; null where a dimension has none. Those of one name have groups of their own.',
      ...columnOf('ids'),
    }),
    nodes: t.field({
      type: t.listRef(GroupedEntity, { nullable: true }),
      nullable: false,
      description: 'What each key stands for; null where a dimension has no such thing.',
      extensions: { cost: nodesOfGroup },
      resolve: readByKey,
    }),
    count: t.int({ nullable: false, description: 'The number of rows.', ...columnOf('count') }),
    average: t.float({
      description: 'The average over the rows of what the argument `average` counts; null without it.',
      ...columnOf('average'),
    }),
    cursor: t.string({
      nullable: false,
      description: 'Its place among the groups, for `after`.',
      ...columnOf('place'),
    }),
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
