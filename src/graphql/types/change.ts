import { sql } from 'kysely';
import { builder } from '../builder/builder.ts';
import { FOLLOWED_ENTITIES } from '../builder/entities.ts';
import { oneObject } from '../cost/weights.ts';
import { CHANGES } from '../read-plan/changes.ts';
import { type Entity, unmerged } from '../read-plan/entity.ts';
import type { FieldRequest, JsonObject } from '../read-plan/field-plan.ts';
import { expression, one, parentRow, planned } from '../read-plan/relation.ts';
import { and, instantText, type Row, type Sql } from '../read-plan/sql.ts';
import { ChangeAction } from '../values/change-action.ts';
import { NodeType, nodeTypeOf } from '../values/node-type.ts';
import { Node } from './node.ts';

const of = ({ alias }: Row, column: string) => sql.ref(`${alias}.${column}`);

/** The builder of the fields of an object type. */
type FieldBuilder = Parameters<
  NonNullable<Parameters<ReturnType<typeof builder.objectRef<JsonObject>>['implement']>[0]['fields']>
>[0];

/** The fields that tell of a change, whatever it was of. */
export const changeFields = (t: FieldBuilder) => ({
  cursor: t.string({
    nullable: false,
    description: 'Its place among all changes, for `after` of `changes` and of subscriptions.',
    ...expression((change) => CHANGES.cursor(of(change, 'id'))),
  }),
  action: t.field({
    type: ChangeAction,
    nullable: false,
    description: 'What became of it.',
    ...expression((change) => of(change, 'action')),
  }),
  nodeId: t.id({
    nullable: false,
    description: 'The id of what it became of.',
    ...expression((change) => of(change, 'node_id')),
  }),
  at: t.field({
    type: 'DateTime',
    nullable: false,
    description:
      'When: all that one transaction changed has one instant, later than that of any transaction before it.',
    ...expression((change) => instantText(of(change, 'made_at'))),
  }),
});

/** The JSON object, by the type of what changed, of the row that `on` matches; NULL where there is none. */
function byType(
  request: FieldRequest,
  entities: readonly Entity[],
  on: (entity: Entity, row: Row, change: Row) => Sql,
): Sql {
  const change = parentRow(request);
  const cases = entities.map((entity) => {
    const object = one(request, entity, (row) => on(entity, row, change));
    return sql`WHEN ${sql.lit(nodeTypeOf(entity))} THEN ${object}`;
  });
  return sql`CASE ${of(change, 'node_type')} ${sql.join(cases, sql` `)} END`;
}

/** A change of anything. */
export const Change = builder.objectRef<JsonObject>('Change').implement({
  description: 'What became of something of the graph.',
  fields: (t) => ({
    ...changeFields(t),
    id: t.id({
      nullable: false,
      description: 'Its number. Later changes have higher ones; some numbers are left out.',
      ...expression((change) => of(change, 'id')),
    }),
    type: t.field({
      type: NodeType,
      nullable: false,
      description: 'The type of what it became of.',
      ...expression((change) => of(change, 'node_type')),
    }),
    node: t.field({
      type: Node,
      description:
        'It as it is now, not as it was then; null where it is gone or merged by now, which a later change tells, if not this one.',
      ...planned(
        (request) =>
          byType(request, FOLLOWED_ENTITIES, (entity, row, change) =>
            and([sql`${of(row, 'id')} = ${of(change, 'node_id')}`, ...unmerged(entity, row)]),
          ),
        oneObject,
      ),
    }),
    into: t.field({
      type: Node,
      description: 'What it is a part of now; null where it was not merged, or is one of its own again.',
      ...planned(
        (request) =>
          byType(
            request,
            FOLLOWED_ENTITIES.filter(({ merges }) => merges),
            (entity, row, change) =>
              sql`${of(row, 'id')} = (SELECT m.merged_into_id FROM ${sql.table(entity.table)} AS m WHERE m.id = ${of(change, 'node_id')})`,
          ),
        oneObject,
      ),
    }),
  }),
});
