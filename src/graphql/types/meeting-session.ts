import { sql } from 'kysely';
import { Meeting, MeetingSeries, MeetingSession } from '../builder/entities.ts';
import { column, toOne } from '../read-plan/relation.ts';
import { col, type Row } from '../read-plan/sql.ts';

MeetingSession.ref.implement({
  description:
    'A numbered session: 第九次 of a series. Bodies that meet jointly have one session each in one meeting.',
  fields: (t) => ({
    series: t.field({
      type: MeetingSeries.ref,
      nullable: false,
      description: 'The series.',
      ...toOne(
        MeetingSeries,
        (s: Row<'meeting_session'>, series) => sql`${col(series, 'id')} = ${col(s, 'series_id')}`,
      ),
    }),
    ordinal: t.int({
      nullable: false,
      description: 'Its number in the series: 9.',
      ...column(MeetingSession, 'ordinal'),
    }),
    meeting: t.field({
      type: Meeting.ref,
      nullable: false,
      description: 'The meeting.',
      ...toOne(
        Meeting,
        (s: Row<'meeting_session'>, meeting) => sql`${col(meeting, 'id')} = ${col(s, 'meeting_id')}`,
      ),
    }),
  }),
});
