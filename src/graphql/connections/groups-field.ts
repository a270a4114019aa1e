import { LONG_LIST } from '../arguments/list-limit.ts';
import { builder, type ObjectRef } from '../builder/builder.ts';
import { describedValues } from '../builder/described-values.ts';
import { firstArgument } from '../builder/first-argument.ts';
import { groupsOfList } from '../cost/weights.ts';
import { readByKey } from '../read-plan/field-plan.ts';
import { hasOneKey } from '../read-plan/grouping.ts';
import type { TableName } from '../read-plan/sql.ts';
import { Group, GroupOrder } from '../values/group.ts';
import type { countInput } from './counts.ts';
import type { ListingOptions } from './listing-options.ts';

/** Adds the field `groups` to the connection type of a listing, with the enum of what it can be grouped by: `MeetingGroupBy`. */
export function addGroups<T extends TableName>(
  connection: ObjectRef,
  { entity, filter, groupings, nouns }: ListingOptions<T>,
  count: ReturnType<typeof countInput> | null,
): void {
  const keysEach = (dimension: string) => {
    const keys = groupings[dimension]?.keys;
    return keys && !hasOneKey(keys) ? (keys.each ?? 1) : 1;
  };
  const groupBy = builder.enumType(`${entity.name}GroupBy`, {
    description: 'By what the list can be grouped.',
    values: describedValues(groupings),
  });
  builder.objectField(connection, 'groups', (t) =>
    t.field({
      type: [Group],
      nullable: false,
      description: `How many ${nouns[1]} of the whole list share the values of some dimensions, for charts. With several values of a dimension one counts once in each of their groups.`,
      args: {
        by: t.arg({
          type: [groupBy],
          required: true,
          description: 'One to three dimensions. An empty list is refused.',
        }),
        orderBy: t.arg({
          type: GroupOrder,
          defaultValue: 'KEYS',
          description: 'The order of the groups.',
        }),
        ...firstArgument(LONG_LIST),
        after: t.arg.string({ description: 'Only groups after the one with this cursor.' }),
        atLeast: t.arg.int({ description: 'Only groups of at least so many.' }),
        comparedWith: t.arg({
          type: filter,
          description: `What the groups are compared with: the ${nouns[1]} that pass this filter in place of \`where\`, such as those of the months before.`,
        }),
        ...(count && {
          average: t.arg({
            type: count,
            description: 'What is counted of each row, for the average over those of a group.',
          }),
        }),
      },
      extensions: { cost: groupsOfList(keysEach) },
      resolve: readByKey,
    }),
  );
}
