import { sql } from 'kysely';
import { Meeting, MeetingSeries, Organisation } from '../builder/entities.ts';
import { MeetingFilter, MeetingSeriesFilter } from '../builder/filters.ts';
import { relatedThrough } from '../conditions/related.ts';
import { indexedTextTest } from '../conditions/text-condition.ts';
import { counted } from '../connections/counts.ts';
import { filterInput } from '../connections/filter-input.ts';
import { listing } from '../connections/listing.ts';
import { survivor } from '../read-plan/entity.ts';
import { condition } from '../read-plan/filter.ts';
import { groupByEach } from '../read-plan/grouping.ts';
import { col, type Row } from '../read-plan/sql.ts';
import { StringFilter } from '../values/string-filter.ts';
import { meetingListing } from './meeting-listing.ts';

type Series = Row<'meeting_series'>;

/** Whether the known sessions of a series are fewer than the numbers from the lowest to the highest of them. */
const hasGaps = (row: Series) => sql`(SELECT count(DISTINCT s.ordinal) <= max(s.ordinal) - min(s.ordinal)
  FROM meeting_session AS s WHERE s.series_id = ${col(row, 'id')})`;

filterInput(MeetingSeriesFilter, 'Which series.', (t) => ({
  ids: t.field({
    type: ['ID'],
    description: 'These series. An empty list matches nothing.',
    ...condition((row: Series, ids: string[]) => sql`${col(row, 'id')} = ANY (${ids}::text[])`),
  }),
  name: t.field({
    type: StringFilter,
    description: 'Its name.',
    ...indexedTextTest<'meeting_series'>('name'),
  }),
  meetings: t.field({
    type: MeetingFilter,
    description: 'A meeting that passes this filter is a session of it.',
    ...relatedThrough(
      {
        table: 'meeting_session',
        of: (row: Series, s) => sql`${col(s, 'series_id')} = ${col(row, 'id')}`,
        to: (s, m) => sql`${col(m, 'id')} = ${col(s, 'meeting_id')}`,
      },
      Meeting,
    ),
  }),
  organisation: t.field({
    type: 'ID',
    description: 'Of this organisation. `null`: those whose name shows none.',
    ...condition(
      (row: Series, id: string) =>
        sql`${col(row, 'organisation_id')} = ${survivor(Organisation, sql`${id}::text`)}`,
      'organisation_id',
    ),
  }),
  hasGaps: t.field({
    type: 'Boolean',
    description: 'Whether `missingOrdinals` has any: numbers of which no meeting is known.',
    ...condition((row: Series, wanted: boolean) => sql`coalesce(${hasGaps(row)}, FALSE) = ${wanted}`),
  }),
}));

/** How series of meetings are listed. */
export const meetingSeriesListing = listing({
  entity: MeetingSeries,
  filter: MeetingSeriesFilter,
  nouns: ['series', 'series'],
  orders: {
    NAME: { description: 'The name.', key: (row) => col(row, 'name'), type: 'text', nullable: false },
    MEETINGS: { description: 'The number of known meetings.', count: 'meetings' },
  },
  counts: {
    meetings: counted('The number of known meetings.', meetingListing.list, {
      pairs: sql`SELECT DISTINCT s.series_id, s.meeting_id FROM meeting_session AS s`,
    }),
  },
  defaultOrder: { field: 'NAME', direction: 'ASC' },
  groupings: {
    ORGANISATION: groupByEach('The name of the organisation.', {
      entities: [Organisation],
      areDistinct: true,
      several: (row: Series) =>
        sql`SELECT o.name, o.id FROM organisation AS o WHERE o.id = ${col(row, 'organisation_id')}`,
    }),
  },
});
