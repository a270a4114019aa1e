import type { Sentence } from '../sentences.ts';
import { listWithin } from '../spans.ts';
import type { Meeting } from './meetings.ts';
import type { OrganisationMention } from './organisation-mention.ts';
import { listOrganisationParts } from './organisation-participations.ts';
import type { ParticipationMention } from './participation-mention.ts';
import type { Passage } from './passage.ts';
import type { PersonMention } from './person-mention.ts';
import { listPersonParts } from './person-participations.ts';
import { listTalkParts } from './talk-participations.ts';

/** Who joins talks says so: what else a sentence tells is about an assembly, where the page reports one. */
const OF_TALKS = /会见|会谈|会晤/;
/** A clause about an assembly in a sentence that reports talks: 甲主持会议，乙会前会见了丙. */
const OF_ASSEMBLY = /主持(?:会议|仪式|论坛|座谈会)|(?:出席|参加)(?:会议|仪式|论坛|座谈会)/;

/**
 * The meeting that a sentence speaks of: the one it reports, else the last reported before it, else the first.
 * Of talks the parties are known already, so that an assembly goes before them.
 */
function chooseMeeting(text: string, meetings: readonly Meeting[], sentence: Sentence): Meeting | null {
  if (meetings.length < 2) return meetings[0] ?? null;
  const own = meetings.filter(({ mentions }) =>
    mentions.some((mention) => mention.start >= sentence.start && mention.end <= sentence.end),
  );
  const told = text.slice(sentence.start, sentence.end);
  const assembly = own.find(({ talks }) => !talks);
  if (assembly ?? (own.length > 0 && !OF_ASSEMBLY.test(told))) return assembly ?? own[0] ?? null;
  const before = meetings.filter(({ mentions }) =>
    mentions.some((mention) => mention.sentence.kind === 'body' && mention.sentence.start < sentence.start),
  );
  const last = before.at(-1);
  const goesOn = last?.mentions.some((mention) => mention.sentence.paragraph === sentence.paragraph);
  const ofTalks = own.length === 0 && (OF_TALKS.test(told) || (last?.talks === true && goesOn === true));
  return before.findLast(({ talks }) => talks === ofTalks) ?? last ?? meetings[0] ?? null;
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
    .flatMap((meeting) => {
      const start = meeting.mentions[0]?.start ?? 0;
      const aside = meetings.some((other) => !other.talks && (other.mentions[0]?.start ?? start) < start);
      return listTalkParts(passage, meeting, { persons: people.persons, aside });
    });
  const assemblies = listPeriods(passage).flatMap((sentence) => {
    const meeting = chooseMeeting(passage.text, meetings, sentence);
    if (!meeting) return [];
    const persons = listWithin(people.persons, sentence);
    const organisations = listWithin(people.organisations, sentence);
    return [
      ...listPersonParts(passage, sentence, { meeting, persons, organisations }),
      ...(meeting.talks ? [] : listOrganisationParts(passage, sentence, organisations, meeting)),
    ];
  });
  return [...talks, ...assemblies].sort((a, b) => a.start - b.start);
}
