import { sql } from 'kysely';
import {
  Agreement,
  Indicator,
  Meeting,
  MeetingSeries,
  Organisation,
  Participation,
  Person,
} from '../builder/entities.ts';
import {
  AgreementFilter,
  ArticleFilter,
  IndicatorFilter,
  MeetingFilter,
  MeetingSeriesFilter,
  ParticipationFilter,
} from '../builder/filters.ts';
import { areaGrouping, areaWithin, provinceGrouping } from '../conditions/area-condition.ts';
import { partsOfBody } from '../conditions/body-condition.ts';
import { dateGroupings, daysWithin } from '../conditions/date-condition.ts';
import { matchesTest } from '../conditions/matches-condition.ts';
import {
  evidencePairs,
  exists,
  inArticles,
  isEvidenced,
  related,
  relatedThrough,
} from '../conditions/related.ts';
import { nameTest } from '../conditions/text-condition.ts';
import { counted } from '../connections/counts.ts';
import { filterInput } from '../connections/filter-input.ts';
import { listing } from '../connections/listing.ts';
import { type Entity, survivor, survivors } from '../read-plan/entity.ts';
import { condition } from '../read-plan/filter.ts';
import { type Grouping, groupBy, groupByEach } from '../read-plan/grouping.ts';
import { col, type Row } from '../read-plan/sql.ts';
import { DateBasis } from '../values/date-basis.ts';
import { DateRange, type DayRange } from '../values/date-range.ts';
import { MeetingFormat } from '../values/meeting-format.ts';
import { StringFilter } from '../values/string-filter.ts';
import { agreementListing } from './agreement-listing.ts';
import { articleListing } from './article-listing.ts';
import { participationListing } from './participation-listing.ts';

type Meetings = Row<'meeting'>;

/** The last day of a meeting: that of one-day meetings is the first. */
const lastDay = (row: Meetings) => sql`coalesce(${col(row, 'ends_on')}, ${col(row, 'starts_on')})`;

/** The condition that a meeting has no row of a table. */
const hasNone = (table: 'meeting_place' | 'meeting_session') => (row: Meetings) =>
  sql`NOT ${exists(row, table, (own) => sql`${col(own, 'meeting_id')} = ${col(row, 'id')}`)}`;

filterInput(MeetingFilter, 'Which meetings.', (t) => ({
  ids: t.field({
    type: ['ID'],
    description: 'These meetings, or those that they were merged into. An empty list matches nothing.',
    ...condition((row: Meetings, ids: string[]) => sql`${col(row, 'id')} IN ${survivors(Meeting, ids)}`),
  }),
  matches: t.field({
    type: 'String',
    description:
      'All of these words stand in its names, series or places, as `search` finds them: quotes keep a passage together. At most 300 characters.',
    ...matchesTest('MEETING'),
  }),
  name: t.field({
    type: StringFilter,
    description: 'Its name, or one of its other names.',
    ...nameTest(),
  }),
  date: t.field({
    type: DateRange,
    description: 'Held on a day of this range. `null`: those without a known day.',
    ...condition(
      (row: Meetings, range: DayRange) => daysWithin(col(row, 'starts_on'), lastDay(row), range),
      'starts_on',
    ),
  }),
  dateBasis: t.field({
    type: [DateBasis],
    description: 'The basis of its date is one of these. An empty list matches nothing.',
    ...condition(
      (row: Meetings, bases: string[]) => sql`${col(row, 'date_basis')} = ANY (${bases}::date_basis[])`,
    ),
  }),
  format: t.field({
    type: [MeetingFormat],
    description:
      'Its format is one of these. An empty list matches nothing. `null`: those of which nothing says.',
    ...condition(
      (row: Meetings, formats: string[]) => sql`${col(row, 'format')} = ANY (${formats}::meeting_format[])`,
      'format',
    ),
  }),
  area: t.field({
    type: 'String',
    description:
      'Held in the area with this code, or in one below it. `null`: those of which no place is known.',
    ...condition(
      (row: Meetings, code: string) =>
        exists(
          row,
          'meeting_place',
          (place) =>
            sql`${col(place, 'meeting_id')} = ${col(row, 'id')} AND ${areaWithin(col(place, 'area_code'), sql`${code}::text`)}`,
        ),
      hasNone('meeting_place'),
    ),
  }),
  series: t.field({
    type: 'ID',
    description: 'A session of this series. `null`: those that are no session of any.',
    ...condition(
      (row: Meetings, id: string) =>
        exists(
          row,
          'meeting_session',
          (s) => sql`${col(s, 'meeting_id')} = ${col(row, 'id')} AND ${col(s, 'series_id')} = ${id}`,
        ),
      hasNone('meeting_session'),
    ),
  }),
  inSeries: t.field({
    type: MeetingSeriesFilter,
    description: 'A session of a series that passes this filter.',
    ...relatedThrough(
      {
        table: 'meeting_session',
        of: (row: Meetings, s) => sql`${col(s, 'meeting_id')} = ${col(row, 'id')}`,
        to: (s, series) => sql`${col(series, 'id')} = ${col(s, 'series_id')}`,
      },
      MeetingSeries,
    ),
  }),
  participation: t.field({
    type: ParticipationFilter,
    description: 'It has a participation that passes this filter: somebody in a role.',
    ...related(Participation, (row: Meetings, p) => sql`${col(p, 'meeting_id')} = ${col(row, 'id')}`),
  }),
  body: t.field({
    type: 'ID',
    description:
      'This organisation took part: itself, or through a person who came as the holder of a post in it.',
    ...condition(
      (row: Meetings, id: string) =>
        sql`${col(row, 'id')} IN (SELECT part.meeting_id FROM (${partsOfBody(survivor(Organisation, sql`${id}::text`))}) AS part)`,
    ),
  }),
  agreement: t.field({
    type: AgreementFilter,
    description: 'An agreement that passes this filter was signed at it.',
    ...related(Agreement, (row: Meetings, a) => sql`${col(a, 'meeting_id')} = ${col(row, 'id')}`),
  }),
  indicator: t.field({
    type: IndicatorFilter,
    description: 'A number that passes this filter is stated of it.',
    ...related(Indicator, (row: Meetings, i) => sql`${col(i, 'meeting_id')} = ${col(row, 'id')}`),
  }),
  articles: t.field({
    type: ArticleFilter,
    description: 'An article that passes this filter reports it.',
    ...inArticles('meeting_id'),
  }),
  article: t.field({
    type: 'ID',
    description: 'Reported by this article.',
    ...condition((row: Meetings, id: string) =>
      isEvidenced(row, sql`${id}::text`, { column: 'meeting_id', id: col(row, 'id') }),
    ),
  }),
  hasAgreements: t.field({
    type: 'Boolean',
    description: 'Whether agreements were signed at it.',
    ...condition((row: Meetings, wanted: boolean) => {
      const signed = exists(
        row,
        'agreement',
        (a) => sql`${col(a, 'meeting_id')} = ${col(row, 'id')} AND ${col(a, 'merged_into_id')} IS NULL`,
      );
      return wanted ? signed : sql`NOT ${signed}`;
    }),
  }),
}));

/** The codes of the places of a meeting. */
const placesOf = (row: Meetings) =>
  sql`SELECT p.area_code FROM meeting_place AS p WHERE p.meeting_id = ${col(row, 'id')}`;

/** A grouping by the people, or by the organisations, who took part in a meeting. */
function byParticipant(description: string, entity: Entity<'person' | 'organisation'>): Grouping<'meeting'> {
  const id = sql.ref(`p.${entity.table}_id`);
  return groupByEach(description, {
    entities: [entity],
    areDistinct: true,
    each: 4,
    several: (
      row: Meetings,
    ) => sql`SELECT o.name, o.id FROM participation AS p JOIN ${sql.table(entity.table)} AS o ON o.id = ${id}
      WHERE p.meeting_id = ${col(row, 'id')}`,
  });
}

/** How meetings are listed. */
export const meetingListing = listing({
  entity: Meeting,
  filter: MeetingFilter,
  nouns: ['meeting', 'meetings'],
  orders: {
    STARTS_ON: {
      description: 'The first day.',
      key: (row) => col(row, 'starts_on'),
      type: 'date',
      nullable: true,
    },
    NAME: { description: 'The name.', key: (row) => col(row, 'name'), type: 'text', nullable: false },
    PARTICIPATIONS: { description: 'The number of participants.', count: 'participations' },
  },
  counts: {
    participations: counted('The number of participants.', participationListing.list, {
      column: 'meeting_id',
    }),
    agreements: counted('The number of agreements signed at it.', agreementListing.list, {
      column: 'meeting_id',
    }),
    articles: counted('The number of articles that report it.', articleListing.list, {
      pairs: evidencePairs('meeting_id'),
    }),
  },
  defaultOrder: { field: 'STARTS_ON', direction: 'DESC' },
  groupings: {
    ...dateGroupings('the first day', (row: Meetings) => col(row, 'starts_on')),
    PLACE: areaGrouping(
      'The place, in full: 浙江省湖州市. A meeting in several places is in several groups.',
      placesOf,
    ),
    PROVINCE: provinceGrouping(
      'The province of the place. A meeting in several is in several groups.',
      placesOf,
    ),
    FORMAT: groupBy('The format.', (row: Meetings) => sql`${col(row, 'format')}::text`),
    DATE_BASIS: groupBy('The basis of the date.', (row: Meetings) => sql`${col(row, 'date_basis')}::text`),
    SERIES: groupByEach('The name of the series. A meeting of several bodies is in several groups.', {
      entities: [MeetingSeries],
      several: (
        row: Meetings,
      ) => sql`SELECT s.name, s.id FROM meeting_session AS m JOIN meeting_series AS s ON s.id = m.series_id
        WHERE m.meeting_id = ${col(row, 'id')}`,
    }),
    CHAIR: groupByEach('The name of who chaired it. A meeting with several chairs is in several groups.', {
      entities: [Person, Organisation],
      areDistinct: true,
      several: (
        row: Meetings,
      ) => sql`SELECT coalesce(c.name, o.name), coalesce(c.id, o.id) FROM participation AS p
        LEFT JOIN person AS c ON c.id = p.person_id LEFT JOIN organisation AS o ON o.id = p.organisation_id
        WHERE p.meeting_id = ${col(row, 'id')} AND 'CHAIR' = ANY (p.roles)`,
    }),
    PERSON: byParticipant(
      'The name of a person who took part. A meeting is in the group of each of them.',
      Person,
    ),
    ORGANISATION: byParticipant(
      'The name of an organisation that took part. A meeting is in the group of each of them.',
      Organisation,
    ),
  },
});
