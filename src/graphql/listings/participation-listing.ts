import { sql } from 'kysely';
import { Meeting, Organisation, Participation, Person, Position } from '../builder/entities.ts';
import {
  MeetingFilter,
  OrganisationFilter,
  ParticipationFilter,
  PersonFilter,
  PositionFilter,
} from '../builder/filters.ts';
import { partsOfBody } from '../conditions/body-condition.ts';
import { dateGroupings } from '../conditions/date-condition.ts';
import { isEvidenced, related, relatedThrough } from '../conditions/related.ts';
import { filterInput } from '../connections/filter-input.ts';
import { listing } from '../connections/listing.ts';
import { survivor } from '../read-plan/entity.ts';
import { condition } from '../read-plan/filter.ts';
import { groupBy, groupByEach } from '../read-plan/grouping.ts';
import { col, type Row, type Sql } from '../read-plan/sql.ts';
import { ParticipantType } from '../values/participant.ts';
import { ParticipationRole } from '../values/participation-role.ts';

type Participations = Row<'participation'>;

/** Whether the participant of `row` is the person or organisation with the id `id`. */
function isParticipant(row: Participations, id: string): Sql {
  return sql`(${col(row, 'person_id')} = ${survivor(Person, sql`${id}::text`)}
    OR ${col(row, 'organisation_id')} = ${survivor(Organisation, sql`${id}::text`)})`;
}

filterInput(ParticipationFilter, 'Which participations.', (t) => ({
  ids: t.field({
    type: ['ID'],
    description: 'These participations. An empty list matches nothing.',
    ...condition((row: Participations, ids: string[]) => sql`${col(row, 'id')} = ANY (${ids}::text[])`),
  }),
  meeting: t.field({
    type: 'ID',
    description: 'In this meeting.',
    ...condition(
      (row: Participations, id: string) =>
        sql`${col(row, 'meeting_id')} = ${survivor(Meeting, sql`${id}::text`)}`,
    ),
  }),
  at: t.field({
    type: MeetingFilter,
    description: 'In a meeting that passes this filter.',
    ...related(Meeting, (row: Participations, m) => sql`${col(m, 'id')} = ${col(row, 'meeting_id')}`),
  }),
  participant: t.field({
    type: 'ID',
    description: 'Of this person or organisation.',
    ...condition(isParticipant),
  }),
  person: t.field({
    type: PersonFilter,
    description: 'Of a person who passes this filter.',
    ...related(Person, (row: Participations, p) => sql`${col(p, 'id')} = ${col(row, 'person_id')}`),
  }),
  organisation: t.field({
    type: OrganisationFilter,
    description: 'Of an organisation that passes this filter.',
    ...related(
      Organisation,
      (row: Participations, o) => sql`${col(o, 'id')} = ${col(row, 'organisation_id')}`,
    ),
  }),
  position: t.field({
    type: PositionFilter,
    description: 'Of a person who came as the holder of a position that passes this filter.',
    ...relatedThrough(
      {
        table: 'participation_position',
        of: (row: Participations, link) => sql`${col(link, 'participation_id')} = ${col(row, 'id')}`,
        to: (link, post) => sql`${col(post, 'id')} = ${col(link, 'position_id')}`,
      },
      Position,
    ),
  }),
  body: t.field({
    type: 'ID',
    description: 'Of this organisation, or of a person who came as the holder of a post in it.',
    ...condition(
      (row: Participations, id: string) =>
        sql`${col(row, 'id')} IN (SELECT part.id FROM (${partsOfBody(survivor(Organisation, sql`${id}::text`))}) AS part)`,
    ),
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
  article: t.field({
    type: 'ID',
    description: 'Reported by this article.',
    ...condition((row: Participations, id: string) =>
      isEvidenced(row, sql`${id}::text`, { column: 'participation_id', id: col(row, 'id') }),
    ),
  }),
}));

/** The first day of the meeting of a participation. */
const startsOn = (row: Participations) =>
  sql`(SELECT m.starts_on FROM meeting AS m WHERE m.id = ${col(row, 'meeting_id')})`;

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
      key: startsOn,
      type: 'date',
      nullable: true,
    },
  },
  defaultOrder: { field: 'ORDINAL', direction: 'ASC' },
  groupings: {
    ...dateGroupings('the first day of the meeting', startsOn),
    ROLE: groupByEach('The role; a participation with several roles is in several groups.', {
      several: (row: Participations) => sql`SELECT unnest(${col(row, 'roles')})::text`,
    }),
    PARTICIPANT_TYPE: groupBy(
      'PERSON or ORGANISATION.',
      (row: Participations) =>
        sql`CASE WHEN ${col(row, 'person_id')} IS NULL THEN 'ORGANISATION' ELSE 'PERSON' END`,
    ),
    PARTICIPANT: groupBy(
      'The name of who took part; those of one name are one group.',
      (row: Participations) => sql`coalesce(
        (SELECT p.name FROM person AS p WHERE p.id = ${col(row, 'person_id')}),
        (SELECT o.name FROM organisation AS o WHERE o.id = ${col(row, 'organisation_id')}))`,
    ),
    POST: groupByEach('The title of a post as whose holder a person came; with several in several groups.', {
      several: (row: Participations) => sql`SELECT post.title FROM participation_position AS link
        JOIN position AS post ON post.id = link.position_id WHERE link.participation_id = ${col(row, 'id')}`,
    }),
  },
});
