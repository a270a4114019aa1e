import { sql } from 'kysely';
import { SHORT_LIST } from '../arguments/list-limit.ts';
import { builder } from '../builder/builder.ts';
import { Area, Meeting, MeetingSession } from '../builder/entities.ts';
import { firstArgument } from '../builder/first-argument.ts';
import { isEvidenced } from '../conditions/related.ts';
import { EVIDENCE_SCAN } from '../cost/weights.ts';
import { queryById } from '../fields/by-key.ts';
import { agreementListing } from '../listings/agreement-listing.ts';
import { articleListing } from '../listings/article-listing.ts';
import { meetingListing } from '../listings/meeting-listing.ts';
import { participationListing } from '../listings/participation-listing.ts';
import { column, toMany } from '../read-plan/relation.ts';
import { col, from, type Row } from '../read-plan/sql.ts';
import { DateBasis } from '../values/date-basis.ts';
import { MeetingFormat } from '../values/meeting-format.ts';
import { contradictionsField } from './contradiction.ts';
import { evidenceField } from './evidence.ts';
import { displayNameField, Named } from './named.ts';
import { Node } from './node.ts';
import { meetingStatementsField } from './statement.ts';

Meeting.ref.implement({
  description:
    'An event that articles report as held. Bodies that meet jointly have one meeting with several sessions.',
  interfaces: [Node, Named],
  fields: (t) => ({
    id: t.id({ nullable: false, description: 'Its id.', ...column(Meeting, 'id') }),
    displayName: t.string(displayNameField(column(Meeting, 'name'))),
    name: t.string({
      nullable: false,
      description: 'The fullest name that the sources give.',
      ...column(Meeting, 'name'),
    }),
    otherNames: t.stringList({
      nullable: false,
      description: 'Other names that sources give.',
      ...column(Meeting, 'other_names'),
    }),
    startsOn: t.field({
      type: 'Date',
      description: 'The first day; null where it cannot be settled.',
      ...column(Meeting, 'starts_on'),
    }),
    endsOn: t.field({
      type: 'Date',
      description: 'The last day; null where it lasted one day or the first day is unknown.',
      ...column(Meeting, 'ends_on'),
    }),
    dateBasis: t.field({
      type: DateBasis,
      nullable: false,
      description: 'On what the date rests.',
      ...column(Meeting, 'date_basis'),
    }),
    dateBasisReason: t.string({
      description: 'Why the date was inferred, in a sentence; null where it is stated or unknown.',
      ...column(Meeting, 'date_basis_reason'),
    }),
    monthDay: t.string({
      description: 'Month and day, `--06-06`, where the sources leave the year open; else null.',
      ...column(Meeting, 'month_day'),
    }),
    format: t.field({
      type: MeetingFormat,
      description: 'How the participants met; null where nothing says.',
      ...column(Meeting, 'format'),
    }),
    places: t.field({
      type: [Area.ref],
      nullable: false,
      description: 'Where it was held, in the order of the source, each as exactly as it is given.',
      args: firstArgument(SHORT_LIST),
      ...toMany(Area, { limit: SHORT_LIST }, (meeting: Row<'meeting'>, area, { planner }) => {
        const place = planner.row('meeting_place');
        return {
          join: sql`JOIN ${from(place)} ON ${col(place, 'area_code')} = ${col(area, 'code')}`,
          where: sql`${col(place, 'meeting_id')} = ${col(meeting, 'id')}`,
          orderBy: sql`${col(place, 'ordinal')}, ${col(area, 'code')}`,
        };
      }),
    }),
    sessions: t.field({
      type: [MeetingSession.ref],
      nullable: false,
      description: 'Which session it is of which series: one for each body that met.',
      args: firstArgument(SHORT_LIST),
      ...toMany(MeetingSession, { limit: SHORT_LIST }, (meeting: Row<'meeting'>, session) => ({
        where: sql`${col(session, 'meeting_id')} = ${col(meeting, 'id')}`,
        orderBy: sql`${col(session, 'ordinal')} DESC, ${col(session, 'series_id')}`,
      })),
    }),
    participations: t.field({
      description: 'Who took part, and how.',
      ...participationListing.below(
        (meeting: Row<'meeting'>, p) => sql`${col(p, 'meeting_id')} = ${col(meeting, 'id')}`,
      ),
    }),
    agreements: t.field({
      description: 'What was signed at it.',
      ...agreementListing.below(
        (meeting: Row<'meeting'>, a) => sql`${col(a, 'meeting_id')} = ${col(meeting, 'id')}`,
      ),
    }),
    articles: t.field({
      description: 'The articles that report it.',
      ...articleListing.below(
        (meeting: Row<'meeting'>, article) =>
          isEvidenced(article, col(article, 'id'), { column: 'meeting_id', id: col(meeting, 'id') }),
        EVIDENCE_SCAN,
      ),
    }),
    statements: t.field(meetingStatementsField),
    contradictions: t.field(contradictionsField),
    evidence: t.field(evidenceField<'meeting'>('meeting_id')),
  }),
});

queryById(Meeting, 'meeting');

builder.queryField('meetings', (t) =>
  t.field({ description: 'Meetings, latest first.', ...meetingListing.root() }),
);
