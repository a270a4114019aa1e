import { sql } from 'kysely';
import { TINY_LIST } from '../arguments/list-limit.ts';
import { builder } from '../builder/builder.ts';
import { Meeting, Organisation, Participation, Person, Position } from '../builder/entities.ts';
import { firstArgument } from '../builder/first-argument.ts';
import { oneObject } from '../cost/weights.ts';
import { participationListing } from '../listings/participation-listing.ts';
import { column, one, parentRow, planned, toMany, toOne } from '../read-plan/relation.ts';
import { col, from, type Row } from '../read-plan/sql.ts';
import { Participant } from '../values/participant.ts';
import { ParticipationRole } from '../values/participation-role.ts';
import { evidenceField } from './evidence.ts';
import { Node } from './node.ts';

Participation.ref.implement({
  description: "A person's or an organisation's part in a meeting.",
  interfaces: [Node],
  fields: (t) => ({
    id: t.id({ nullable: false, description: 'Its id.', ...column(Participation, 'id') }),
    meeting: t.field({
      type: Meeting.ref,
      nullable: false,
      description: 'The meeting.',
      ...toOne(
        Meeting,
        (p: Row<'participation'>, meeting) => sql`${col(meeting, 'id')} = ${col(p, 'meeting_id')}`,
      ),
    }),
    participant: t.field({
      type: Participant,
      nullable: false,
      description: 'Who took part.',
      ...planned((request) => {
        const p = parentRow<'participation'>(request);
        const person = one(request, Person, (row) => sql`${col(row, 'id')} = ${col(p, 'person_id')}`);
        const body = one(
          request,
          Organisation,
          (row) => sql`${col(row, 'id')} = ${col(p, 'organisation_id')}`,
        );
        return sql`CASE WHEN ${col(p, 'person_id')} IS NOT NULL THEN ${person} ELSE ${body} END`;
      }, oneObject),
    }),
    roles: t.field({
      type: [ParticipationRole],
      nullable: false,
      description: 'What they did; ATTENDEE never stands beside another.',
      ...column(Participation, 'roles'),
    }),
    positions: t.field({
      type: [Position.ref],
      nullable: false,
      description: 'As whom a person took part: the positions that the source gives them for this meeting.',
      args: firstArgument(TINY_LIST),
      ...toMany(Position, { limit: TINY_LIST }, (p: Row<'participation'>, position, { planner }) => {
        const link = planner.row('participation_position');
        return {
          join: sql`JOIN ${from(link)} ON ${col(link, 'position_id')} = ${col(position, 'id')}`,
          where: sql`${col(link, 'participation_id')} = ${col(p, 'id')}`,
          orderBy: sql`${col(position, 'text_start')}, ${col(position, 'id')}`,
        };
      }),
    }),
    nameAsPrinted: t.string({
      nullable: false,
      description: 'The name as the source has it.',
      ...column(Participation, 'name_as_printed'),
    }),
    evidence: t.field(evidenceField<'participation'>('participation_id')),
  }),
});

builder.queryField('participations', (t) =>
  t.field({
    description: 'All parts in meetings: who took part in what.',
    ...participationListing.root(),
  }),
);
