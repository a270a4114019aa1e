import { sql } from 'kysely';
import { limitOf, SHORT_LIST } from '../arguments/list-limit.ts';
import { builder } from '../builder/builder.ts';
import { Meeting, Person } from '../builder/entities.ts';
import { firstArgument } from '../builder/first-argument.ts';
import { leaf, limitedList, oneObject } from '../cost/weights.ts';
import type { FieldRequest, JsonObject } from '../read-plan/field-plan.ts';
import { many, one, parentRow, planned } from '../read-plan/relation.ts';
import { col, type Row, type Sql } from '../read-plan/sql.ts';

/**
 * The row that stands for a pair of persons: a derived table with the columns `id`, the other person's id,
 * `self_id` and `meetings`, the number of shared meetings.
 */
function pairColumn(request: FieldRequest, name: 'id' | 'self_id' | 'meetings'): Sql {
  return sql.ref(`${request.row?.alias}.${name}`);
}

/** The condition that both persons of a pair were at `meeting`. */
function shared(request: FieldRequest, meeting: Row<'meeting'>): Sql {
  const at = (person: Sql) => sql`EXISTS (SELECT 1 FROM participation AS shared
    WHERE shared.meeting_id = ${col(meeting, 'id')} AND shared.person_id = ${person})`;
  return sql`${at(pairColumn(request, 'id'))} AND ${at(pairColumn(request, 'self_id'))}`;
}

/** Somebody who was at the same meetings as a person. */
export const Peer = builder.objectRef<JsonObject>('Peer').implement({
  description: 'Somebody who was at the same meetings as a person.',
  fields: (t) => ({
    person: t.field({
      type: Person.ref,
      nullable: false,
      description: 'The other person.',
      ...planned(
        (request) => one(request, Person, (row) => sql`${col(row, 'id')} = ${pairColumn(request, 'id')}`),
        oneObject,
      ),
    }),
    count: t.int({
      nullable: false,
      description: 'The number of meetings that both took part in.',
      ...planned((request) => pairColumn(request, 'meetings'), leaf()),
    }),
    meetings: t.field({
      type: [Meeting.ref],
      nullable: false,
      description: 'Those meetings, latest first.',
      args: firstArgument(SHORT_LIST),
      ...planned(
        (request) =>
          many(request, { target: Meeting, limit: SHORT_LIST }, (meeting) => ({
            where: shared(request, meeting),
            orderBy: sql`${col(meeting, 'starts_on')} DESC NULLS LAST, ${col(meeting, 'id')}`,
          })),
        limitedList(SHORT_LIST),
      ),
    }),
  }),
});

/** The JSON array of the peers of the person that is the parent, `first` at most. @throws GraphQLError BAD_USER_INPUT for more than 100. */
export function readPeers(request: FieldRequest): Sql {
  const limit = limitOf(request.args.first, SHORT_LIST);
  const self = col(parentRow<'person'>(request), 'id');
  const pair: Row = { table: 'person', alias: request.planner.alias() };
  const object = request.planner.object('Peer', pair, request.selection);
  const pairs = sql`SELECT other.person_id AS id, own.person_id AS self_id, count(*)::integer AS meetings
    FROM participation AS own JOIN participation AS other
      ON other.meeting_id = own.meeting_id AND other.person_id <> own.person_id
    WHERE own.person_id = ${self} GROUP BY 1, 2 ORDER BY 3 DESC, 1 LIMIT ${limit}`;
  const order = sql`${sql.ref(`${pair.alias}.meetings`)} DESC, ${sql.ref(`${pair.alias}.id`)}`;
  return sql`(SELECT coalesce(json_agg(${object} ORDER BY ${order}), '[]') FROM (${pairs}) AS ${sql.id(pair.alias)})`;
}
