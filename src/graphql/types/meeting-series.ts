import { sql } from 'kysely';
import { SHORT_LIST, WHOLE_LIST } from '../arguments/list-limit.ts';
import { builder } from '../builder/builder.ts';
import { Meeting, MeetingSeries, MeetingSession, Organisation } from '../builder/entities.ts';
import { firstArgument } from '../builder/first-argument.ts';
import { exists } from '../conditions/related.ts';
import { LEAF, leaf, limitedList } from '../cost/weights.ts';
import { entriesOf, entry, jsonOf } from '../fields/computed.ts';
import { meetingListing } from '../listings/meeting-listing.ts';
import { meetingSeriesListing } from '../listings/meeting-series-listing.ts';
import type { FieldRequest, JsonObject } from '../read-plan/field-plan.ts';
import { column, expression, many, parentRow, planned, toMany, toOne } from '../read-plan/relation.ts';
import { col, type Row, type Sql } from '../read-plan/sql.ts';
import { displayNameField, Named } from './named.ts';
import { Node } from './node.ts';

function missingOrdinals(series: Sql): Sql {
  return sql`ARRAY(SELECT n FROM (SELECT min(s.ordinal) AS low, max(s.ordinal) AS high FROM meeting_session AS s
      WHERE s.series_id = ${series}) AS known, generate_series(known.low, known.high) AS n
    WHERE NOT EXISTS (SELECT FROM meeting_session AS s WHERE s.series_id = ${series} AND s.ordinal = n)
    ORDER BY n LIMIT 1000)`;
}

/** The numbers of a series that several meetings claim, with the meetings' ids. */
function listClashes(request: FieldRequest): Sql {
  const series = col(parentRow<'meeting_series'>(request), 'id');
  return sql`(SELECT coalesce(jsonb_agg(jsonb_build_object('ordinal', c.ordinal, 'meetings', c.meetings) ORDER BY c.ordinal), '[]')
    FROM (SELECT s.ordinal, jsonb_agg(s.meeting_id) AS meetings FROM meeting_session AS s
      WHERE s.series_id = ${series} GROUP BY 1 HAVING count(*) > 1) AS c)`;
}

const OrdinalClash = builder.objectRef<JsonObject>('OrdinalClash').implement({
  description: 'Several meetings that claim to be the same session of a series.',
  fields: (t) => ({
    ordinal: t.int({ nullable: false, description: 'The number that they claim.', ...entry('ordinal') }),
    meetings: t.field({
      type: [Meeting.ref],
      nullable: false,
      description: 'The meetings, the earliest first.',
      args: firstArgument(SHORT_LIST),
      ...planned(
        (request) =>
          many(request, { target: Meeting, limit: SHORT_LIST }, (meeting) => ({
            where: sql`${col(meeting, 'id')} = ANY (ARRAY(SELECT jsonb_array_elements_text(${jsonOf(request, 'meetings')})))`,
            orderBy: sql`${col(meeting, 'starts_on')} NULLS LAST, ${col(meeting, 'id')}`,
          })),
        limitedList(SHORT_LIST),
      ),
    }),
  }),
});

MeetingSeries.ref.implement({
  description: 'Meetings that one body holds again and again, numbered.',
  interfaces: [Node, Named],
  fields: (t) => ({
    id: t.id({ nullable: false, description: 'Its id.', ...column(MeetingSeries, 'id') }),
    displayName: t.string(displayNameField(column(MeetingSeries, 'name'))),
    name: t.string({
      nullable: false,
      description: "The meetings' name without the ordinal.",
      ...column(MeetingSeries, 'name'),
    }),
    organisation: t.field({
      type: Organisation.ref,
      description: 'The body that holds them; null where the name shows none.',
      ...toOne(
        Organisation,
        (series: Row<'meeting_series'>, o) => sql`${col(o, 'id')} = ${col(series, 'organisation_id')}`,
      ),
    }),
    sessions: t.field({
      type: [MeetingSession.ref],
      nullable: false,
      description: 'The known sessions, by their number.',
      args: firstArgument(WHOLE_LIST),
      ...toMany(MeetingSession, { limit: WHOLE_LIST }, (series: Row<'meeting_series'>, session) => ({
        where: sql`${col(session, 'series_id')} = ${col(series, 'id')}`,
        orderBy: sql`${col(session, 'ordinal')}, ${col(session, 'meeting_id')}`,
      })),
    }),
    missingOrdinals: t.intList({
      nullable: false,
      description:
        'The numbers between the lowest and the highest known session of which no meeting is known, in their order; the first 1,000.',
      ...expression((series: Row<'meeting_series'>) => missingOrdinals(col(series, 'id')), leaf(LEAF.list)),
    }),
    clashes: t.field({
      type: [OrdinalClash],
      nullable: false,
      description: 'Numbers that several meetings claim, in their order.',
      args: firstArgument(SHORT_LIST),
      ...entriesOf(listClashes, 'OrdinalClash'),
    }),
    meetings: t.field({
      description: 'The known meetings of the series.',
      ...meetingListing.below((series: Row<'meeting_series'>, meeting) =>
        exists(
          meeting,
          'meeting_session',
          (s) =>
            sql`${col(s, 'meeting_id')} = ${col(meeting, 'id')} AND ${col(s, 'series_id')} = ${col(series, 'id')}`,
        ),
      ),
    }),
  }),
});

builder.queryField('meetingSeries', (t) =>
  t.field({ description: 'Series of meetings, by name.', ...meetingSeriesListing.root() }),
);
