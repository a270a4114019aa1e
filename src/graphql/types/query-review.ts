import { sql } from 'kysely';
import { listOpenQuestions } from '../../curation/review.ts';
import { ENTITY_KINDS } from '../../kinds/kinds.ts';
import { refuseNull } from '../arguments/bad-input.ts';
import { limitOf, SHORT_LIST } from '../arguments/list-limit.ts';
import { builder } from '../builder/builder.ts';
import { Decision } from '../builder/entities.ts';
import { firstArgument } from '../builder/first-argument.ts';
import { limitedList, openQuestionsCost } from '../cost/weights.ts';
import { computedList, entry } from '../fields/computed.ts';
import { rootField } from '../fields/root.ts';
import type { JsonObject } from '../read-plan/field-plan.ts';
import { many } from '../read-plan/relation.ts';
import { col } from '../read-plan/sql.ts';
import { curatedEntity } from './curated-entity.ts';
import './decision.ts';
import { EntityType, searchedTypes } from '../values/entity-type.ts';
import { Node } from './node.ts';

const OpenQuestion = builder.objectRef<JsonObject>('OpenQuestion').implement({
  description: 'Two entities that may be one, which nothing settles.',
  fields: (t) => ({
    type: t.field({
      type: EntityType,
      nullable: false,
      description: 'Of what kind both are.',
      ...entry('type'),
    }),
    left: t.field({ type: Node, nullable: false, description: 'The one.', ...curatedEntity('left') }),
    right: t.field({ type: Node, nullable: false, description: 'The other.', ...curatedEntity('right') }),
    score: t.float({
      nullable: false,
      description: 'From 0.5, open, to 1, most likely one.',
      ...entry('score'),
    }),
    reasons: t.stringList({
      nullable: false,
      description: 'What speaks for and against it.',
      ...entry('reasons'),
    }),
  }),
});

builder.queryFields((t) => ({
  openQuestions: t.field({
    type: [OpenQuestion],
    nullable: false,
    description:
      'Entities that may be one, those most likely first. It takes a statement a kind, and one for the answer.',
    args: {
      types: t.arg({
        type: [EntityType],
        description: 'Only these kinds; left out or null: all. An empty list matches nothing.',
      }),
      ...firstArgument(SHORT_LIST),
    },
    ...computedList('OpenQuestion', openQuestionsCost, async ({ types, first }, { reads }) => {
      const limit = limitOf(first, SHORT_LIST);
      const wanted = searchedTypes(types).map((type) => type.toLowerCase());
      const kinds = ENTITY_KINDS.filter((kind) => wanted.includes(kind));
      const all = await listOpenQuestions({ kysely: reads.toKysely() }, { kinds, limit });
      return all.map(({ kind, left, right, score, reasons }) => ({
        type: kind.toUpperCase(),
        left: left.id,
        right: right.id,
        score,
        reasons,
      }));
    }),
  }),
  decisions: t.field({
    type: [Decision.ref],
    nullable: false,
    description: 'What the rules and people decided about identities and facts, the newest first.',
    args: {
      entity: t.arg({ type: 'ID', description: 'Only those about this entity. A null is refused.' }),
      ...firstArgument(SHORT_LIST),
    },
    ...rootField((request) => {
      const { entity } = request.args;
      refuseNull('entity', entity);
      return many(request, { target: Decision, limit: SHORT_LIST }, (decision) => ({
        where:
          typeof entity === 'string'
            ? sql`${entity} IN (${col(decision, 'entity_id')}, ${col(decision, 'other_id')})`
            : sql`true`,
        orderBy: sql`${col(decision, 'decided_at')} DESC, ${col(decision, 'id')} DESC`,
      }));
    }, limitedList(SHORT_LIST)),
  }),
}));
