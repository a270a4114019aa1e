import { groupBy } from '../base/group-by.ts';
import type { MeetingClaim } from '../extraction/model/claim.ts';
import type { ArticleClaims } from './article-claims.ts';
import type { ArticleReferences } from './article-references.ts';
import { compareMeetings } from './comparators/compare-meetings.ts';
import type { KnownMeeting } from './comparators/known-graph.ts';
import { meetingKeys } from './keys/meeting-keys.ts';
import { call, column, type EntityDescriptor, type FactBase, shown } from './kind.ts';
import { keysOfPerson } from './person.ts';
import { joinNames, joinReferences, type Reference } from './reference.ts';
import { type SettledMeeting, settleMeeting } from './settling/settle-statements.ts';
import { joinStatements, type MeetingStatement } from './settling/statement.ts';

/** 第九次 of a series. */
export interface Session {
  readonly series: string;
  readonly ordinal: number;
  readonly organisation: Reference;
}

/** What articles say of a meeting. */
export interface MeetingFact extends FactBase<'meeting'> {
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly format: MeetingClaim['format'];
  readonly sessions: readonly Session[];
  /** Day, place and chair as each article has them: `settle` chooses. */
  readonly statements: readonly MeetingStatement[];
}

/** A meeting with the day and the places that are shown. */
export interface ShownMeeting extends MeetingFact, SettledMeeting {
  /** Why the day was inferred; null where it was not. */
  readonly dateBasisReason: string | null;
}

/** What is said where an article itself gave no year with the day. */
const INFERRED_BY_PAGE =
  'The page ties it to the year of its name or paragraph, or to the day of the meeting that it was a part of.';

/** Formats by how much they say: whoever names both halls knows more than who names one. */
const FORMATS = ['IN_PERSON', 'VIDEO', 'HYBRID'] as const;

/** What tells a meeting of an article. */
export function keysOfMeeting(claim: MeetingClaim, around: ArticleClaims) {
  const { publishedOn } = around;
  const participations = around.partsOf(claim.id);
  return around.keysOnce(claim, () =>
    meetingKeys({
      claim,
      participations,
      keysOfPerson: (name) => keysOfPerson(name, around),
      publishedOn,
    }),
  );
}

/** Who chaired a meeting as the article has it, by name. */
function listChairs(meeting: string, of: ArticleReferences): MeetingStatement['chairs'] {
  const chairs = of.partsOf(meeting).flatMap(({ participant, roles }) => {
    const name = 'person' in participant && roles.includes('CHAIR') ? participant.person : null;
    const id = of.idOf('person', name);
    return id === null || name === null ? [] : { id, name };
  });
  return chairs.sort((left, right) => (`${left.name} ${left.id}` < `${right.name} ${right.id}` ? -1 : 1));
}

function joinSessions(sessions: readonly Session[]): Session[] {
  return [...groupBy(sessions, ({ series, ordinal }) => `${ordinal} ${series}`).values()].flatMap((same) => {
    const [first] = same;
    const organisation = same.reduce<Reference>(
      (one, session) => joinReferences(one, session.organisation),
      null,
    );
    return first ? [{ series: first.series, ordinal: first.ordinal, organisation }] : [];
  });
}

/** From posts to the meetings at which they were held. */
const HELD = [
  { table: 'participation_position', column: 'position_id', to: 'participation_id' },
  { table: 'participation', column: 'id', to: 'meeting_id' },
] as const;

/** Sessions as texts, in order. */
const sessionsOf = (sessions: readonly Session[]) =>
  sessions
    .map(({ series, ordinal, organisation }) => `${series} ${ordinal} ${organisation?.id ?? ''}`)
    .sort();

/** An event that was held. */
export const meeting: EntityDescriptor<'meeting', MeetingFact, ShownMeeting, KnownMeeting> = {
  kind: 'meeting',
  idPrefix: 'mtg',
  plural: 'meetings',
  listed: null,
  identity: {
    nameOf: ({ name }) => name,
    nameColumn: 'name',
    keys: keysOfMeeting,
    compare: compareMeetings,
  },
  calls: ({ id, sessions }) => ({
    needed: call('meeting', id),
    further: sessions.flatMap(({ organisation }) => call('organisation', organisation)),
  }),
  derive: (claim, { of, id }) => {
    const { kind, name, startsOn, endsOn, dateBasis, monthDay, format } = claim;
    const { id: articleId, publishedOn } = of.article;
    const statement = {
      articleId,
      publishedOn,
      startsOn,
      endsOn,
      dateBasis,
      monthDay: startsOn === null ? monthDay : null,
      places: [...new Set(claim.places)],
      chairs: listChairs(claim.id, of),
    };
    const sessions = claim.sessions.map((session) => ({
      ...session,
      organisation: of.referToBody(session.organisation),
    }));
    return { kind, id, name, otherNames: [], format, sessions, statements: [statement] };
  },
  join: (left, right) => ({
    ...left,
    ...joinNames(left, right),
    format: FORMATS.filter((format) => format === left.format || format === right.format).at(-1) ?? null,
    sessions: joinSessions([...left.sessions, ...right.sessions]),
    statements: joinStatements(left.statements, right.statements),
  }),
  settle: (fact) => {
    const settled = settleMeeting(fact.statements);
    return {
      ...fact,
      ...settled,
      dateBasisReason: settled.dateBasis === 'INFERRED' ? INFERRED_BY_PAGE : null,
    };
  },
  references: ({ sessions }) =>
    sessions.map(({ series, ordinal, organisation }) => [`${ordinal} ${series}`, organisation]),
  columns: [
    column('name', 'name'),
    column('other_names', 'otherNames'),
    column('format', 'format'),
    column('statements', 'statements'),
    column('starts_on', 'startsOn', 'shown'),
    column('ends_on', 'endsOn', 'shown'),
    column('date_basis', 'dateBasis', 'shown'),
    column('date_basis_reason', 'dateBasisReason', 'shown'),
    column('month_day', 'monthDay', 'shown'),
    column('contradictions', 'contradictions', 'shown'),
  ],
  searched: {
    fields: { name: 'A', otherNames: 'B', series: 'C', days: 'C', places: 'C', participants: 'C' },
    // Another page that says the same of a meeting changes nothing.
    entry: ({ name, otherNames, sessions, startsOn, endsOn, monthDay, places }) => [
      name,
      otherNames,
      sessionsOf(sessions),
      startsOn,
      endsOn,
      monthDay,
      places,
    ],
    shows: [
      shown('person', 'participation', 'person_id', 'meeting_id'),
      shown('organisation', 'participation', 'organisation_id', 'meeting_id'),
      shown('organisation', 'meeting_session', 'organisation_id', 'meeting_id'),
      { kind: 'position', steps: HELD },
      { kind: 'organisation', steps: [{ table: 'position', column: 'organisation_id', to: 'id' }, ...HELD] },
    ],
  },
  shownElsewhere: ({ name, places, sessions }) => [name, places.toSorted(), sessionsOf(sessions)],
  shownInArticles: ({ places, sessions }) => [places.toSorted(), sessionsOf(sessions)],
};
