import type { MeetingClaim, ParticipationClaim, ParticipationRole, SessionRef } from './claim.ts';
import { createEvidence, groupBy } from './evidence.ts';
import type { ParticipationMention } from './extractors/participation-mention.ts';
import { listSessions } from './extractors/sessions.ts';
import type { Findings } from './findings.ts';

/** The meetings as claims. */
export function createMeetings({ passage, meetings, organisations }: Findings): MeetingClaim[] {
  const bodies = organisations.map(({ name }) => name);
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
    sessions: listSessions(name, bodies) satisfies SessionRef[],
    evidence: createEvidence(passage, mentions),
  }));
}

const RANK: Readonly<Record<ParticipationRole, number>> = { CHAIR: 0, SPEAKER: 1, ATTENDEE: 2 };

function chooseRoles(mentions: readonly ParticipationMention[]): ParticipationRole[] {
  const roles = [...new Set(mentions.map(({ role }) => role))].sort((a, b) => RANK[a] - RANK[b]);
  return roles.length > 1 ? roles.filter((role) => role !== 'ATTENDEE') : roles;
}

/** Who took part, one claim a meeting and participant. */
export function createParticipations({ passage, participations }: Findings): ParticipationClaim[] {
  const orders = new Map<string, number>();
  const groups = groupBy(
    participations,
    ({ meeting, person, organisation }) =>
      `${meeting.id}\n${person ? 'p' : 'o'}\n${person?.name ?? organisation?.name}`,
  );
  return [...groups.values()].flatMap((mentions) => {
    const first = mentions[0];
    if (!first) return [];
    const { meeting, person, organisation } = first;
    const order = orders.get(meeting.id) ?? 0;
    orders.set(meeting.id, order + 1);
    const titles = mentions.flatMap((mention) => mention.person?.posts.map(({ title }) => title) ?? []);
    return {
      kind: 'participation' as const,
      meeting: meeting.id,
      participant: person ? { person: person.name } : { organisation: organisation?.name ?? '' },
      roles: chooseRoles(mentions),
      order,
      nameAsPrinted: passage.text.slice(first.start, first.end),
      positions: [...new Set(titles)],
      evidence: createEvidence(passage, mentions),
    };
  });
}
