import { sql } from 'kysely';
import { Meeting, Organisation, Participation, Person } from '../builder/entities.ts';
import { filterInput } from '../connections/filter-input.ts';
import { listing } from '../connections/listing.ts';
import { survivor } from '../read-plan/entity.ts';
import { condition } from '../read-plan/filter.ts';
import { groupBy } from '../read-plan/groups.ts';
import { col, type Row, type Sql } from '../read-plan/sql.ts';
import { ParticipantType } from '../values/participant.ts';
import { ParticipationRole } from '../values/participation-role.ts';

type Participations = Row<'participation'>;

/** Whether the participant of `row` is the person or organisation with the id `id`. */
function isParticipant(row: Participations, id: string): Sql {
  return sql`(${col(row, 'person_id')} = ${survivor(Person, sql`${id}::text`)}
    OR ${col(row, 'organisation_id')} = ${survivor(Organisation, sql`${id}::text`)})`;
}

/** The filter of participations. */
export const ParticipationFilter = filterInput('ParticipationFilter', 'Which participations.', (t) => ({
  meeting: t.field({
    type: 'ID',
    description: 'In this meeting.',
    ...condition(
      (row: Participations, id: string) =>
        sql`${col(row, 'meeting_id')} = ${survivor(Meeting, sql`${id}::text`)}`,
    ),
  }),
  participant: t.field({
    type: 'ID',
    description: 'Of this person or organisation.',
    ...condition(isParticipant),
  }),
  participantType: t.field({
    type: ParticipantType,
    description: 'Of persons, or of organisations.',
    ...condition((row: Participations, type: string) =>
      type === 'PERSON'
        ? sql`${col(row, 'person_id')} IS NOT NULL`
        : sql`${col(row, 'organisation_id')} IS NOT NULL`,
    ),
  }),
  roles: t.field({
    type: [ParticipationRole],
    description: 'In any of these roles. An empty list matches nothing.',
    ...condition(
      (row: Participations, roles: string[]) => sql`${col(row, 'roles')} && ${roles}::participation_role[]`,
    ),
  }),
}));

/** How participations are listed. */
export const participationListing = listing({
  entity: Participation,
  filter: ParticipationFilter,
  nouns: ['participation', 'participations'],
  orders: {
    ORDINAL: {
      description: 'The order in which the source names the participants.',
      key: (row) => col(row, 'ordinal'),
      type: 'integer',
      nullable: false,
    },
    STARTS_ON: {
      description: 'The first day of the meeting.',
      key: (row) => sql`(SELECT m.starts_on FROM meeting AS m WHERE m.id = ${col(row, 'meeting_id')})`,
      type: 'date',
      nullable: true,
    },
  },
  defaultOrder: { field: 'ORDINAL', direction: 'ASC' },
  groupings: {
    ROLE: {
      description: 'The role; a participation with several roles is in several groups.',
      keys: (row) => sql`SELECT unnest(${col(row, 'roles')})::text`,
    },
    PARTICIPANT_TYPE: groupBy(
      'PERSON or ORGANISATION.',
      (row: Participations) =>
        sql`CASE WHEN ${col(row, 'person_id')} IS NULL THEN 'ORGANISATION' ELSE 'PERSON' END`,
    ),
  },
});
