import type { MeetingClaim, ParticipationClaim, ParticipationRole } from '../extraction/claim.ts';
import type { MeetingRow, ParticipationRow } from './change-set.ts';
import { compareMeetings } from './comparators/compare-meetings.ts';
import type { KnownMeeting, KnownParticipation } from './known-graph.ts';
import { addEvidence, claimsOf, identify, type ResolutionContext } from './resolution-context.ts';
import type { ResolvedPeople } from './resolve-people.ts';

/** The people and organisations that the claims of an article name, resolved. */
export interface ResolvedParticipants {
  readonly people: ResolvedPeople;
  readonly organisations: ReadonlyMap<string, string>;
}

function participantIdOf(
  { participant }: ParticipationClaim,
  { people, organisations }: ResolvedParticipants,
) {
  const id =
    'person' in participant
      ? people.ids.get(participant.person)
      : organisations.get(participant.organisation);
  return id ?? null;
}

function createRow(id: string, claim: MeetingClaim): MeetingRow {
  const { name, startsOn, endsOn, dateBasis, monthDay, format } = claim;
  return { id, name, otherNames: [], startsOn, endsOn, dateBasis, monthDay, format };
}

/** The known meeting with what the article adds: another name, a date or a format that was not known. */
function grow(known: KnownMeeting, claim: MeetingClaim): MeetingRow {
  const dated = known.startsOn !== null || claim.startsOn === null ? known : claim;
  const otherNames = new Set([...known.otherNames, claim.name].filter((name) => name !== known.name));
  return {
    id: known.id,
    name: known.name,
    otherNames: [...otherNames].sort(),
    startsOn: dated.startsOn,
    endsOn: dated.endsOn,
    dateBasis: dated.dateBasis,
    monthDay: dated.startsOn === null ? (known.monthDay ?? claim.monthDay) : null,
    format: known.format ?? claim.format,
  };
}

function isGrown(row: MeetingRow, known: MeetingRow): boolean {
  return (
    row.otherNames.length !== known.otherNames.length ||
    row.startsOn !== known.startsOn ||
    row.monthDay !== known.monthDay ||
    row.format !== known.format
  );
}

/** Roles together; who chaired or spoke was not a mere attendee. */
function joinRoles(...roles: readonly ParticipationRole[]): ParticipationRole[] {
  const all = (['CHAIR', 'SPEAKER', 'ATTENDEE'] as const).filter((role) => roles.includes(role));
  return all.length > 1 ? all.filter((role) => role !== 'ATTENDEE') : all;
}

function addPlacesAndSessions(
  context: ResolutionContext,
  meeting: { id: string; claim: MeetingClaim; known: KnownMeeting | null },
  organisations: ReadonlyMap<string, string>,
): void {
  const { id, claim, known } = meeting;
  const places = new Set(known?.places ?? []);
  for (const areaCode of new Set(claim.places))
    if (!places.has(areaCode)) {
      context.changes.newPlaces.push({ meetingId: id, areaCode, ordinal: places.size });
      places.add(areaCode);
    }
  for (const { series, ordinal, organisation } of claim.sessions) {
    if (known?.sessions.some((session) => session.series === series && session.ordinal === ordinal)) continue;
    const organisationId = organisation === null ? null : (organisations.get(organisation) ?? null);
    context.changes.newSessions.push({
      meetingId: id,
      ordinal,
      seriesId: seriesIdOf(context, series, organisationId),
    });
  }
}

/** A series is known by its name. */
function seriesIdOf(context: ResolutionContext, name: string, organisationId: string | null): string {
  const existing = [...context.known.series, ...context.changes.newSeries].find(
    (series) => series.name === name,
  );
  if (existing) return existing.id;
  const id = context.createId('series');
  context.changes.newSeries.push({ id, name, organisationId });
  return id;
}

interface PendingMeeting {
  readonly id: string;
  readonly known: KnownMeeting | null;
  readonly participations: readonly ParticipationClaim[];
}

/** What is known or made of one meeting's participation so far. */
type Participation = Pick<KnownParticipation, 'id' | 'roles' | 'positionIds'>;

function addRoles(context: ResolutionContext, { id, roles }: Participation, claim: ParticipationClaim): void {
  const joined = joinRoles(...roles, ...claim.roles);
  if (joined.join() !== joinRoles(...roles).join())
    context.changes.grownParticipations.push({ id, roles: joined });
}

function createParticipation(context: ResolutionContext, row: Omit<ParticipationRow, 'id'>): Participation {
  const id = context.createId('fact');
  context.changes.newParticipations.push({ id, ...row });
  return { id, roles: row.roles, positionIds: [] };
}

function addParticipations(
  context: ResolutionContext,
  meeting: PendingMeeting,
  resolved: ResolvedParticipants,
): void {
  const { id: meetingId, known } = meeting;
  const byParticipant = new Map<string, Participation>(
    known?.participations.map((row) => [row.participantId, row]),
  );
  const offset = byParticipant.size;
  for (const claim of meeting.participations) {
    const participantId = participantIdOf(claim, resolved);
    if (participantId === null) continue;
    const isPerson = 'person' in claim.participant;
    const existing = byParticipant.get(participantId);
    if (existing) addRoles(context, existing, claim);
    const row =
      existing ??
      createParticipation(context, {
        meetingId,
        personId: isPerson ? participantId : null,
        organisationId: isPerson ? null : participantId,
        roles: joinRoles(...claim.roles),
        ordinal: offset + claim.order,
        nameAsPrinted: claim.nameAsPrinted,
      });
    addEvidence(context, claim, 'participation', row.id);
    const titles = resolved.people.positionIds.get(participantId);
    const posts = claim.positions.flatMap((title) => titles?.get(title) ?? []);
    const positionIds = new Set([...row.positionIds, ...posts]);
    for (const positionId of positionIds)
      if (!row.positionIds.includes(positionId))
        context.changes.newParticipationPositions.push({ participationId: row.id, positionId });
    byParticipant.set(participantId, { ...row, positionIds: [...positionIds] });
  }
}

/**
 * Gives every meeting of the article its entity, with places, sessions and participations.
 *
 * @returns the ids of the meetings by the ids they have in the claims.
 */
export function resolveMeetings(
  context: ResolutionContext,
  resolved: ResolvedParticipants,
): Map<string, string> {
  const ids = new Map<string, string>();
  const all = claimsOf(context.extraction, 'participation');
  for (const claim of claimsOf(context.extraction, 'meeting')) {
    const participations = all.filter(({ meeting }) => meeting === claim.id);
    const participantIds = new Set(participations.flatMap((part) => participantIdOf(part, resolved) ?? []));
    const { id, known } = identify(context, {
      entityType: 'meeting',
      name: claim.name,
      candidates: context.known.meetings.filter((candidate) => ![...ids.values()].includes(candidate.id)),
      compare: (candidate) => compareMeetings({ claim, participantIds }, candidate),
    });
    ids.set(claim.id, id);
    if (known === null) context.changes.newMeetings.push(createRow(id, claim));
    else {
      const row = grow(known, claim);
      if (isGrown(row, known)) context.changes.grownMeetings.push(row);
    }
    addEvidence(context, claim, 'meeting', id);
    addPlacesAndSessions(context, { id, claim, known }, resolved.organisations);
    addParticipations(context, { id, known, participations }, resolved);
  }
  return ids;
}
