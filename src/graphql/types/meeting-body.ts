import { sql } from 'kysely';
import { limitOf, SHORT_LIST, TINY_LIST } from '../arguments/list-limit.ts';
import { builder } from '../builder/builder.ts';
import { Meeting, Organisation, Participation } from '../builder/entities.ts';
import { firstArgument } from '../builder/first-argument.ts';
import { limitedList, oneObject } from '../cost/weights.ts';
import type { FieldRequest, JsonObject } from '../read-plan/field-plan.ts';
import { many, one, parentRow, planned } from '../read-plan/relation.ts';
import { col, type Row, type Sql } from '../read-plan/sql.ts';

/**
 * The row that stands for an organisation at a meeting: a derived table with the columns `meeting_id` and `organisation_id`.
 */
function columnOf(request: FieldRequest, name: 'meeting_id' | 'organisation_id'): Sql {
  return sql.ref(`${request.row?.alias}.${name}`);
}

const MeetingBody = builder.objectRef<JsonObject>('MeetingBody').implement({
  description:
    'An organisation at a meeting: it took part itself, or people came as holders of posts in it, or both.',
  fields: (t) => ({
    organisation: t.field({
      type: Organisation.ref,
      nullable: false,
      description: 'The organisation.',
      ...planned(
        (request) =>
          one(request, Organisation, (o) => sql`${col(o, 'id')} = ${columnOf(request, 'organisation_id')}`),
        oneObject,
      ),
    }),
    participation: t.field({
      type: Participation.ref,
      description: 'Its own part; null where it is only there through people.',
      ...planned(
        (request) =>
          one(
            request,
            Participation,
            (p) => sql`${col(p, 'meeting_id')} = ${columnOf(request, 'meeting_id')}
              AND ${col(p, 'organisation_id')} = ${columnOf(request, 'organisation_id')}`,
          ),
        oneObject,
      ),
    }),
    through: t.field({
      type: [Participation.ref],
      nullable: false,
      description: 'The parts of people who came as holders of posts in it, in the order of the source.',
      args: firstArgument(TINY_LIST),
      ...planned(
        (request) =>
          many(request, { target: Participation, limit: TINY_LIST }, (p) => ({
            where: sql`${col(p, 'meeting_id')} = ${columnOf(request, 'meeting_id')}
              AND EXISTS (SELECT FROM participation_position AS link JOIN position AS post ON post.id = link.position_id
                WHERE link.participation_id = ${col(p, 'id')}
                  AND post.organisation_id = ${columnOf(request, 'organisation_id')})`,
            orderBy: sql`${col(p, 'ordinal')}, ${col(p, 'id')}`,
          })),
        limitedList(TINY_LIST),
      ),
    }),
  }),
});

/** The JSON array of the organisations at the meeting that is the parent. */
function readBodies(request: FieldRequest): Sql {
  const { planner, selection, args } = request;
  const limit = limitOf(args.first, SHORT_LIST);
  const meeting = col(parentRow<'meeting'>(request), 'id');
  const body: Row = { table: 'organisation', alias: planner.alias() };
  const object = planner.object('MeetingBody', body, selection);
  const named = sql`SELECT p.meeting_id, coalesce(post.organisation_id, p.organisation_id) AS organisation_id, p.ordinal
    FROM participation AS p LEFT JOIN participation_position AS link ON link.participation_id = p.id
      LEFT JOIN position AS post ON post.id = link.position_id WHERE p.meeting_id = ${meeting}`;
  const bodies = sql`SELECT named.meeting_id, named.organisation_id, min(named.ordinal) AS ordinal
    FROM (${named}) AS named WHERE named.organisation_id IS NOT NULL
    GROUP BY 1, 2 ORDER BY 3, 2 LIMIT ${limit}`;
  const order = sql`${sql.ref(`${body.alias}.ordinal`)}, ${sql.ref(`${body.alias}.organisation_id`)}`;
  return sql`(SELECT coalesce(json_agg(${object} ORDER BY ${order}), '[]') FROM (${bodies}) AS ${sql.id(body.alias)})`;
}

builder.objectField(Meeting.ref, 'bodies', (t) =>
  t.field({
    type: [MeetingBody],
    nullable: false,
    description:
      'The organisations that took part, themselves or through people who came as holders of posts in them, in the order in which the source names them.',
    args: firstArgument(SHORT_LIST),
    ...planned(readBodies, limitedList(SHORT_LIST)),
  }),
);
