import { sql } from 'kysely';
import { exists } from '../conditions/related.ts';
import { MeetingSeries, MeetingSession, Organisation } from '../entities.ts';
import { meetingListing } from '../listings/meeting-listing.ts';
import { column, toMany, toOne } from '../read-plan/relation.ts';
import { col, type Row } from '../read-plan/sql.ts';
import { Node } from './node.ts';

MeetingSeries.ref.implement({
  description: 'Meetings that one body holds again and again, numbered.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id({ nullable: false, description: 'Its id.', ...column(MeetingSeries, 'id') }),
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
      ...toMany(MeetingSession, (series: Row<'meeting_series'>, session) => ({
        where: sql`${col(session, 'series_id')} = ${col(series, 'id')}`,
        orderBy: sql`${col(session, 'ordinal')}, ${col(session, 'meeting_id')}`,
      })),
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
