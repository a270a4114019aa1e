import type { OutputRef } from '@pothos/core';
import { sql } from 'kysely';
import { builder, type ObjectRef } from '../builder/builder.ts';
import type { CostOf } from '../cost/field-cost.ts';
import { leaf, pageOfList, placeOfPage, wholeList } from '../cost/weights.ts';
import { TOTAL_COUNT } from '../read-plan/connection.ts';
import { type FieldPlan, type JsonObject, readByKey } from '../read-plan/field-plan.ts';
import { parentRow, planned } from '../read-plan/relation.ts';
import { PageInfo } from '../values/page-info.ts';

/** What a list is made of. */
export interface ConnectionOptions {
  /** What its types are named after: `Meeting` has MeetingConnection and MeetingEdge. */
  readonly name: string;
  /** What one of its members is called in descriptions, with its plural: `['meeting', 'meetings']`. */
  readonly nouns: readonly [one: string, many: string];
  readonly node: {
    readonly type: OutputRef<JsonObject>;
    /** Reads the object of a row of the list. */
    readonly read: FieldPlan['read'];
    /** What it costs where an edge gives it. */
    readonly cost: CostOf;
  };
}

/** Makes the connection type of a list and its edge type, to which fields may be added that others lack. */
export function connectionType(options: ConnectionOptions): { connection: ObjectRef; edge: ObjectRef } {
  const { name, nouns, node } = options;
  const edge = edgeType(options);
  const connection = builder.objectRef<JsonObject>(`${name}Connection`).implement({
    description: `A page of ${nouns[1]}, and figures about the whole list.`,
    fields: (t) => ({
      nodes: t.field({
        type: [node.type],
        nullable: false,
        description: `The ${nouns[1]} of this page, in order.`,
        ...planned(node.read, pageOfList),
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
        extensions: { cost: wholeList, sharedKey: TOTAL_COUNT },
        resolve: (parent) => parent[TOTAL_COUNT] as number,
      }),
    }),
  });
  return { connection, edge };
}

function edgeType({ name, nouns, node }: ConnectionOptions): ObjectRef {
  return builder.objectRef<JsonObject>(`${name}Edge`).implement({
    description: `A ${nouns[0]} in a list.`.replace(/^A (?=[aeiou])/, 'An '),
    fields: (t) => ({
      cursor: t.field({
        type: 'String',
        nullable: false,
        description: 'Its place in the list, for `after` and `before`.',
        ...planned((request) => sql.ref(`${parentRow(request).alias}.place`), leaf()),
      }),
      node: t.field({
        type: node.type,
        nullable: false,
        description: `The ${nouns[0]}.`,
        ...planned(node.read, node.cost),
      }),
    }),
  });
}
