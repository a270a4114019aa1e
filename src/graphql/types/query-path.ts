import { sql } from 'kysely';
import { checkLimit } from '../arguments/page-size.ts';
import { builder } from '../builder/builder.ts';
import { Agreement, Meeting, Organisation, Person } from '../builder/entities.ts';
import { oneObject, pathCost } from '../cost/weights.ts';
import { rootField } from '../fields/root.ts';
import { type Entity, keyOf } from '../read-plan/entity.ts';
import type { FieldRequest, JsonObject } from '../read-plan/field-plan.ts';
import { one, planned } from '../read-plan/relation.ts';
import type { Row, Sql } from '../read-plan/sql.ts';
import { Participant } from '../values/participant.ts';
import { shortestPath } from './shortest-path.ts';

/** The most links of a path. */
const MOST_LINKS = 6;

const PathLink = builder.unionType('PathLink', {
  description: 'What ties two who follow each other on a path: both took part in it, or signed it.',
  types: [Meeting.ref, Agreement.ref],
  resolveType: (value: JsonObject) => value.$type as string,
});

/** The JSON object of that one of the entities whose id stands in a column of the row. */
function readOneOf(request: FieldRequest, entities: readonly Entity[], column: string): Sql {
  const id = sql.ref(`${request.row?.alias}.${column}`);
  const objects = entities.map((entity) => one(request, entity, (row) => sql`${keyOf(entity, row)} = ${id}`));
  return sql`coalesce(${sql.join(objects)})`;
}

const PathStep = builder.objectRef<JsonObject>('PathStep').implement({
  description: 'A step of a path.',
  fields: (t) => ({
    node: t.field({
      type: Participant,
      nullable: false,
      description: 'Who is reached: a person or an organisation.',
      ...planned((request) => readOneOf(request, [Person, Organisation], 'node'), oneObject),
    }),
    via: t.field({
      type: PathLink,
      description: 'What ties them to the one before; null for the first.',
      ...planned((request) => readOneOf(request, [Meeting, Agreement], 'link'), oneObject),
    }),
  }),
});

/** The JSON array of the steps of a shortest path; NULL where there is none. */
function readPath({ planner, args, selection }: FieldRequest): Sql {
  const { from, to, longest } = args as { from: string; to: string; longest: number };
  checkLimit('longest', longest, MOST_LINKS);
  const step: Row = { table: 'participation', alias: planner.alias() };
  const object = planner.object('PathStep', step, selection);
  return sql`(${shortestPath({ from, to }, longest)}
    SELECT json_agg(${object} ORDER BY ${sql.ref(`${step.alias}.depth`)}) FROM step AS ${sql.id(step.alias)})`;
}

builder.queryField('path', (t) =>
  t.field({
    type: [PathStep],
    description:
      'A shortest way from one person or organisation to another, over meetings that both were at and agreements that both signed; null where there is none. Of ways as short it is always the same one. Where more than 2,000 are reached in one step, or over more than 4,000 meetings and agreements, only so many are followed.',
    args: {
      from: t.arg.id({ required: true, description: 'Where it begins: a person or an organisation.' }),
      to: t.arg.id({ required: true, description: 'Where it ends: a person or an organisation.' }),
      longest: t.arg.int({
        defaultValue: 4,
        description: `The most meetings and agreements on the way, up to ${MOST_LINKS}.`,
      }),
    },
    ...rootField(readPath, pathCost),
  }),
);
