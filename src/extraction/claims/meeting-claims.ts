import type { Annotations } from '../annotations/annotations.ts';
import type { Reasoned } from '../annotations/reasoned.ts';
import type { MeetingMention } from '../meetings/meeting-mention.ts';
import type { MeetingClaim, ParticipationClaim, ParticipationRole } from '../model/claim.ts';
import type { ParticipationMention } from '../participations/participation-mention.ts';
import { createEvidence } from '../passage/evidence.ts';
import { groupBy } from '../text/group-by.ts';
import { SessionBodies } from './sessions.ts';

function explainMeeting(text: string, mention: MeetingMention | undefined): string {
  if (!mention) return 'headline';
  if (mention.talks) return 'persons who met';
  const verb = text.slice(mention.verbStart, mention.verbStart + 4);
  const how = mention.start < mention.verbStart ? 'subject' : 'object';
  return mention.unnamed ? `named by who held it, ${how} of ${verb}` : `${how} of ${verb}`;
}

/** The meetings as claims. */
export function createMeetings({ passage, meetings, organisations }: Annotations): Reasoned<MeetingClaim>[] {
  const bodies = new SessionBodies(organisations.map(({ name }) => name));
  return meetings.map(({ id, name, mentions, date, places, said, format }) => {
    const claim: MeetingClaim = {
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
      evidence: createEvidence(passage, [...mentions, ...said]),
    };
    return { claim, rule: explainMeeting(passage.text, mentions[0]) };
  });
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
export function createParticipations({
  passage,
  participations,
}: Annotations): Reasoned<ParticipationClaim>[] {
  const orders = new Map<string, number>();
  const groups = groupBy(
    participations,
    ({ person, organisation }) => (person ? person.name : `body ${organisation.name}`),
    ({ meeting }) => meeting.id,
  );
  return groups.map((mentions) => {
    const [{ meeting, person, organisation, start, end, said }] = mentions;
    const order = orders.get(meeting.id) ?? 0;
    orders.set(meeting.id, order + 1);
    const claim: ParticipationClaim = {
      kind: 'participation',
      meeting: meeting.id,
      participant: person ? { person: person.name } : { organisation: organisation.name },
      roles: chooseRoles(mentions),
      order,
      nameAsPrinted: passage.text.slice(start, end),
      positions: listTitles(mentions),
      evidence: createEvidence(passage, mentions),
    };
    return { claim, rule: said };
  });
}
