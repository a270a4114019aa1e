import type { Span } from '../../documents/source-document.ts';
import type { Sentence } from '../sentences.ts';
import type { Meeting } from './meetings.ts';
import type { OrganisationMention } from './organisation-mention.ts';
import { listOrganisationParts } from './organisation-participations.ts';
import { endOf, listGroups } from './participant-groups.ts';
import type { ParticipationMention } from './participation-mention.ts';
import { isElsewhere, readRoles } from './participation-roles.ts';
import type { Passage } from './passage.ts';
import type { PersonMention } from './persons.ts';

/** The meeting that a sentence speaks of: the one it reports, else the last reported before it, else the first. */
function chooseMeeting(meetings: readonly Meeting[], sentence: Sentence): Meeting | null {
  if (meetings.length < 2) return meetings[0] ?? null;
  const own = meetings.find(({ mentions }) =>
    mentions.some((mention) => mention.start >= sentence.start && mention.end <= sentence.end),
  );
  if (own) return own;
  const before = meetings.filter(({ mentions }) =>
    mentions.some((mention) => mention.sentence.kind === 'body' && mention.sentence.start < sentence.start),
  );
  return before.at(-1) ?? meetings[0] ?? null;
}

/** Others take part in talks by joining them alone: what is said of them elsewhere is no part of it. */
const JOINING = /^[^，。；]{0,12}(?:参加|陪同|出席)(?:了)?(?:上述|有关|这些)?(?:会见|会谈|会晤|活动|。|$)/;

/** On a tour only these sentences speak of the meeting. */
const OF_MEETING = /陪同|会上|座谈会|会议/;

function listPersonParts(
  passage: Passage,
  sentence: Sentence,
  persons: readonly PersonMention[],
  meeting: Meeting,
): ParticipationMention[] {
  const groups = listGroups(passage.text, sentence, persons);
  if (meeting.tour && !OF_MEETING.test(passage.text.slice(sentence.start, sentence.end))) return [];
  return groups.flatMap(({ members, predicate, before }, i) => {
    if (isElsewhere(predicate, meeting)) return [];
    const shared =
      /[与同和]$/.test(groups[i + 1]?.before ?? '') &&
      /^(?:共同|一起|一道)/.test(groups[i + 1]?.predicate ?? '');
    if (meeting.talks && !JOINING.test(predicate)) return [];
    const roles = new Set(
      readRoles(shared ? `${predicate}${groups[i + 1]?.predicate}` : predicate, /由$/.test(before)),
    );
    return members.flatMap((person) =>
      [...roles].map((role) => ({
        start: person.start,
        end: person.end,
        meeting,
        person,
        organisation: null,
        role,
      })),
    );
  });
}

/** The parties of 会见 and 会谈: speakers where the text quotes them, else attendees. */
function listTalkParts(
  passage: Passage,
  meeting: Meeting,
  persons: readonly PersonMention[],
): ParticipationMention[] {
  const lead = meeting.mentions[0];
  if (!lead) return [];
  const named = persons.filter(({ start, end }) => start >= lead.sentence.start && end <= lead.sentence.end);
  const parties = new Set(named.filter(({ name }) => meeting.name.includes(name)).map(({ name }) => name));
  return persons.flatMap((person) => {
    if (!parties.has(person.name)) return [];
    const quoted = /^(?:首先|还|代表[^，。]{0,12})?(?:表示|指出|强调|说)/.test(
      passage.text.slice(endOf(person), endOf(person) + 20),
    );
    const isNamed = named.includes(person);
    if (!quoted && !isNamed) return [];
    return [
      {
        start: person.start,
        end: person.end,
        meeting,
        person,
        organisation: null,
        role: quoted ? 'SPEAKER' : 'ATTENDEE',
      } as const,
    ];
  });
}

/** Sentences that a semicolon joins are one period: a list of persons may run through it. */
function listPeriods({ text, sentences }: Passage): Sentence[] {
  const periods: Sentence[] = [];
  for (const sentence of sentences) {
    const before = periods.at(-1);
    const joined =
      before && before.paragraph === sentence.paragraph && /[；;]/.test(text[before.end - 1] ?? '');
    if (joined) periods[periods.length - 1] = { ...before, end: sentence.end };
    else periods.push(sentence);
  }
  return periods;
}

function within<T extends Span>(list: readonly T[], sentence: Sentence): T[] {
  return list.filter(({ start, end }) => start >= sentence.start && end <= sentence.end);
}

/**
 * Who did what at the meetings of an article: chairs (主持), speakers (讲话, 致辞, 发言, 汇报, 介绍) and those
 * present (出席, 参加, 陪同), in the order of the text, every mention on its own.
 *
 * @example 某省委书记张三主持会议并讲话 // CHAIR, SPEAKER
 */
export function listParticipations(
  passage: Passage,
  meetings: readonly Meeting[],
  people: {
    readonly persons: readonly PersonMention[];
    readonly organisations: readonly OrganisationMention[];
  },
): ParticipationMention[] {
  const talks = meetings
    .filter((meeting) => meeting.talks)
    .flatMap((meeting) => listTalkParts(passage, meeting, people.persons));
  const assemblies = listPeriods(passage).flatMap((sentence) => {
    const meeting = chooseMeeting(meetings, sentence);
    if (!meeting) return [];
    const persons = within(people.persons, sentence);
    const organisations = meeting.talks ? [] : within(people.organisations, sentence);
    return [
      ...listPersonParts(passage, sentence, persons, meeting),
      ...listOrganisationParts(passage, sentence, organisations, meeting),
    ];
  });
  return [...talks, ...assemblies].sort((a, b) => a.start - b.start);
}
