import type { Sentence } from '../sentences.ts';
import { listWithin } from '../spans.ts';
import type { Meeting } from './meetings.ts';
import type { OrganisationMention } from './organisation-mention.ts';
import { listOrganisationParts } from './organisation-participations.ts';
import { endOf, listGroups } from './participant-groups.ts';
import type { ParticipationMention } from './participation-mention.ts';
import { isElsewhere, readRoles } from './participation-roles.ts';
import type { Passage } from './passage.ts';
import type { PersonMention } from './person-mention.ts';

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

/** How much of a predicate is kept to explain a role. */
const LONGEST_SAID = 40;

/** Others take part in talks by joining them alone: what is said of them elsewhere is no part of it. */
const JOINING = /^[^，。；]{0,12}(?:参加|陪同|出席)(?:了)?(?:上述|有关|这些)?(?:会见|会谈|会晤|活动|。|$)/;

/** On a tour only these sentences speak of the meeting. */
const OF_MEETING = /陪同|会上|座谈会|会议/;

/** A predicate up to the clause that a body is the subject of: 收看了会议，|某集团作表态发言. */
function cutAtBody(predicate: string, from: number, organisations: readonly OrganisationMention[]): string {
  const body = organisations.find(
    ({ start, end }) =>
      start > from &&
      end < from + predicate.length &&
      /[，；]/.test(predicate[start - from - 1] ?? '') &&
      /^[^，；]{0,6}(?:作|发言|介绍|汇报|交流)/.test(predicate.slice(end - from)),
  );
  return body ? predicate.slice(0, body.start - from) : predicate;
}

function listPersonParts(
  passage: Passage,
  sentence: Sentence,
  {
    persons,
    organisations,
  }: { readonly persons: readonly PersonMention[]; readonly organisations: readonly OrganisationMention[] },
  meeting: Meeting,
): ParticipationMention[] {
  const groups = listGroups(passage.text, sentence, persons);
  const near = meeting.mentions.some(
    ({ sentence: { paragraph, kind } }) => kind === 'body' && paragraph === sentence.paragraph,
  );
  if (meeting.tour && !near && !OF_MEETING.test(passage.text.slice(sentence.start, sentence.end))) return [];
  return groups.flatMap(({ members, predicate: whole, before }, i) => {
    const predicate = cutAtBody(whole, endOf(members.at(-1) as PersonMention), organisations);
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
        said: predicate.slice(0, LONGEST_SAID),
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
  const named = listWithin(persons, lead.sentence);
  const strings = listGroups(passage.text, lead.sentence, named);
  const parties = new Set(
    strings
      .filter(({ members }) => members.some(({ name }) => meeting.name.includes(name)))
      .flatMap(({ members }) => members.map(({ name }) => name)),
  );
  return persons.flatMap((person) => {
    if (!parties.has(person.name)) return [];
    const quoted = /^(?:[^，。；：]{0,24})?(?:表示|指出|强调|说(?!明)|介绍)/.test(
      passage.text.slice(endOf(person), endOf(person) + 30),
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
        said: quoted ? 'quoted at the talks' : 'party to the talks',
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
    const persons = listWithin(people.persons, sentence);
    const organisations = listWithin(people.organisations, sentence);
    return [
      ...listPersonParts(passage, sentence, { persons, organisations }, meeting),
      ...(meeting.talks ? [] : listOrganisationParts(passage, sentence, organisations, meeting)),
    ];
  });
  return [...talks, ...assemblies].sort((a, b) => a.start - b.start);
}
