import { sql } from 'kysely';
import { builder } from '../builder/builder.ts';
import { Area, MeetingSeries, Organisation, Person } from '../builder/entities.ts';
import { leaf, nodesOfGroup } from '../cost/weights.ts';
import { type JsonObject, readByKey } from '../read-plan/field-plan.ts';
import { planned } from '../read-plan/relation.ts';

/** A column of the row that stands for a group. */
type Column = 'keys' | 'ids' | 'count' | 'average' | 'first_day' | 'last_day' | 'compared' | 'rise' | 'place';

/** A field that is a column of the row that stands for a group. */
const columnOf = (name: Column) => planned(({ row }) => sql.ref(`${row?.alias}.${name}`), leaf());

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
    firstDay: t.field({
      type: 'Date',
      description: 'The first of the days of its rows, those by which DAY groups; null where none has one.',
      ...columnOf('first_day'),
    }),
    lastDay: t.field({
      type: 'Date',
      description: 'The last of these days.',
      ...columnOf('last_day'),
    }),
    compared: t.int({
      description: 'The number of rows with its keys among those of `comparedWith`; null without it.',
      ...columnOf('compared'),
    }),
    rise: t.float({
      description:
        'How far `count` is above what was to be expected had the group the share that it has among the rows of `comparedWith`, in standard deviations of such a number: from 3 on hardly by chance. Negative where it fell; null without `comparedWith`.',
      ...columnOf('rise'),
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
    FIRST_DAY: { description: 'By the first day of their rows, those without a day last.' },
    RISE: { description: 'Those that rose most first; it needs `comparedWith`.' },
  },
});
