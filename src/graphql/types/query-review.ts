import { sql } from 'kysely';
import { listOpenQuestions } from '../../curation/review.ts';
import { ENTITY_KINDS } from '../../kinds/kinds.ts';
import { builder } from '../builder/builder.ts';
import { connectionType } from '../connections/connection-type.ts';
import { pageArguments } from '../connections/page-arguments.ts';
import { openQuestionsCost, sameObject } from '../cost/weights.ts';
import { computedConnection, entry } from '../fields/computed.ts';
import type { JsonObject } from '../read-plan/field-plan.ts';
import type { Ordering } from '../read-plan/page.ts';
import { parentRow } from '../read-plan/relation.ts';
import { EntityType, searchedTypes } from '../values/entity-type.ts';
import { curatedEntity } from './curated-entity.ts';
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

const { connection } = connectionType({
  name: 'OpenQuestion',
  nouns: ['open question', 'open questions'],
  node: {
    type: OpenQuestion,
    read: (request) => request.planner.object('OpenQuestion', parentRow(request), request.selection),
    cost: sameObject,
  },
});

/** Ids rise with time: of questions that are as likely the newest come first. */
const LIKELIEST_FIRST: Ordering = {
  orderName: 'OpenQuestion SCORE DESC',
  keys: [
    {
      key: (row) => sql`(${sql.ref(`${row.alias}.computed`)} ->> 'score')::numeric`,
      type: 'numeric',
      nullable: false,
      descending: true,
    },
  ],
};

builder.queryField('openQuestions', (t) =>
  t.field({
    type: connection,
    nullable: false,
    description:
      'Entities that may be one, those most likely first. It takes a statement a kind, and one for the answer.',
    args: {
      types: t.arg({
        type: [EntityType],
        description: 'Only these kinds; left out or null: all. An empty list matches nothing.',
      }),
      ...pageArguments(),
    },
    ...computedConnection(
      { name: 'OpenQuestion', ordering: LIKELIEST_FIRST, cost: openQuestionsCost },
      async ({ types }, { reads }) => {
        const wanted = searchedTypes(types).map((type) => type.toLowerCase());
        const kinds = ENTITY_KINDS.filter((kind) => wanted.includes(kind));
        const all = await listOpenQuestions({ kysely: reads.toKysely() }, { kinds });
        return all.map(({ kind, left, right, score, reasons }) => ({
          id: `${left.id} ${right.id}`,
          type: kind.toUpperCase(),
          left: left.id,
          right: right.id,
          score,
          reasons,
        }));
      },
    ),
  }),
);
