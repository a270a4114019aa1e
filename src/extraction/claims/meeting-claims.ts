import type { MeetingClaim, ParticipationClaim, ParticipationRole } from '../model/claim.ts';
import type { ParticipationMention } from '../participations/participation-mention.ts';
import { createEvidence, groupBy } from './evidence.ts';
import type { Findings } from './findings.ts';
import { SessionBodies } from './sessions.ts';

/** The meetings as claims. */
export function createMeetings({ passage, meetings, organisations }: Findings): MeetingClaim[] {
  const bodies = new SessionBodies(organisations.map(({ name }) => name));
  return meetings.map(({ id, name, mentions, date, places, format }) => ({
    kind: 'meeting',
    id,
    name,
    startsOn: date.startsOn,
    endsOn: date.endsOn,
    dateBasis: date.basis,
    monthDay: date.monthDay,
    format,
    places: places.map(({ code }) => code),
    sessions: bodies.list(name),
    evidence: createEvidence(passage, mentions),
  }));
}

const RANK: Readonly<Record<ParticipationRole, number>> = { CHAIR: 0, SPEAKER: 1, ATTENDEE: 2 };

function chooseRoles(mentions: readonly ParticipationMention[]): ParticipationRole[] {
  const [first] = mentions;
  if (first && mentions.length === 1) return [first.role];
  const roles = [...new Set(mentions.map(({ role }) => role))].sort((a, b) => RANK[a] - RANK[b]);
  return roles.length > 1 ? roles.filter((role) => role !== 'ATTENDEE') : roles;
}

/** The titles under which a participant is named, each once. */
function listTitles(mentions: readonly ParticipationMention[]): string[] {
  const titles = new Set<string>();
  for (const { person } of mentions) for (const { title } of person?.posts ?? []) titles.add(title);
  return [...titles];
}

/** Who took part, one claim a meeting and participant. */
export function createParticipations({ passage, participations }: Findings): ParticipationClaim[] {
  const orders = new Map<string, number>();
  const groups = groupBy(
    participations,
    ({ person, organisation }) => (person ? person.name : `body ${organisation.name}`),
    ({ meeting }) => meeting.id,
  );
  return groups.map((mentions) => {
    const [{ meeting, person, organisation, start, end }] = mentions;
    const order = orders.get(meeting.id) ?? 0;
    orders.set(meeting.id, order + 1);
    return {
      kind: 'participation',
      meeting: meeting.id,
      participant: person ? { person: person.name } : { organisation: organisation.name },
      roles: chooseRoles(mentions),
      order,
      nameAsPrinted: passage.text.slice(start, end),
      positions: listTitles(mentions),
      evidence: createEvidence(passage, mentions),
    };
  });
}
