import { sql } from 'kysely';
import { encodeCursor } from '../arguments/cursor.ts';
import { LONG_LIST } from '../arguments/list-limit.ts';
import { builder, type ObjectRef } from '../builder/builder.ts';
import { describedValues } from '../builder/described-values.ts';
import { firstArgument } from '../builder/first-argument.ts';
import { groupsOfList, leaf, pageOfList, placeOfPage, sameObject, wholeList } from '../cost/weights.ts';
import { TOTAL_COUNT } from '../read-plan/connection.ts';
import { type JsonObject, readByKey } from '../read-plan/field-plan.ts';
import { planned } from '../read-plan/relation.ts';
import type { TableName } from '../read-plan/sql.ts';
import { Group, GroupOrder } from '../values/group.ts';
import { PageInfo } from '../values/page-info.ts';
import type { ListingOptions } from './listing-options.ts';

/** Makes the connection type of a listing, `MeetingConnection`, with its edge type and the enum of its groupings. */
export function connectionType<T extends TableName>({
  entity,
  groupings,
  nouns,
}: ListingOptions<T>): ObjectRef {
  const edge = edgeType(entity, nouns[0]);
  const groupBy = groupEnum(entity.name, groupings);
  return builder.objectRef<JsonObject>(`${entity.name}Connection`).implement({
    description: `A page of ${nouns[1]}, and figures about the whole list.`,
    fields: (t) => ({
      nodes: t.field({
        type: [entity.ref],
        nullable: false,
        description: `The ${nouns[1]} of this page, in order.`,
        extensions: { cost: pageOfList },
        resolve: readByKey,
      }),
      edges: t.field({
        type: [edge],
        nullable: false,
        description: `The ${nouns[1]} of this page, in order, each with its cursor.`,
        extensions: { cost: pageOfList },
        resolve: readByKey,
      }),
      pageInfo: t.field({
        type: PageInfo,
        nullable: false,
        description: 'Where this page stands in the list.',
        extensions: { cost: placeOfPage },
        resolve: readByKey,
      }),
      totalCount: t.field({
        type: 'Int',
        nullable: false,
        description: `How many ${nouns[1]} the whole list has.`,
        extensions: { cost: wholeList },
        resolve: (connection) => connection[TOTAL_COUNT] as number,
      }),
      groups: t.field({
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
        },
        extensions: { cost: groupsOfList },
        resolve: readByKey,
      }),
    }),
  });
}

function edgeType(entity: { readonly name: string; readonly ref: ObjectRef }, noun: string): ObjectRef {
  return builder.objectRef<JsonObject>(`${entity.name}Edge`).implement({
    description: `A ${noun} in a list.`.replace(/^A (?=[aeiou])/, 'An '),
    fields: (t) => ({
      cursor: t.field({
        type: 'String',
        nullable: false,
        description: 'Its place in the list, for `after` and `before`.',
        ...planned(({ row }) => sql.ref(`${row?.alias}.place`), leaf()),
        resolve: (...call) => encodeCursor(readByKey(...call)),
      }),
      node: t.field({
        type: entity.ref,
        nullable: false,
        description: `The ${noun}.`,
        ...planned(({ planner, row, selection }) => {
          if (!row) throw new Error('An edge has a row');
          return planner.object(entity.name, row, selection);
        }, sameObject),
      }),
    }),
  });
}

function groupEnum(name: string, groupings: Readonly<Record<string, { readonly description: string }>>) {
  return builder.enumType(`${name}GroupBy`, {
    description: 'By what the list can be grouped.',
    values: describedValues(groupings),
  });
}
