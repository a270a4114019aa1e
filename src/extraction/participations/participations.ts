import type { OrganisationMention } from '../bodies/organisation-mention.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { MeetingTimeline } from '../meetings/meeting-timeline.ts';
import type { Passage } from '../passage/passage.ts';
import type { PersonMention } from '../persons/person-mention.ts';
import { CharacterSet } from '../terms/character-set.ts';
import { collect } from '../text/collect.ts';
import type { Sentence } from '../text/sentences.ts';
import { listWithin } from '../text/spans.ts';
import { listOrganisationParts } from './organisation-participations.ts';
import type { ParticipationMention } from './participation-mention.ts';
import { listPersonParts } from './person-participations.ts';
import { listTalkParts } from './talk-participations.ts';
import { Talkers } from './talkers.ts';

/** Who joins talks says so: what else a sentence tells is about an assembly, where the page reports one. */
const OF_TALKS = /会见|会谈|会晤/;
/** A clause about an assembly in a sentence that reports talks: 甲主持会议，乙会前会见了丙. */
const OF_ASSEMBLY = /主持(?:会议|仪式|论坛|座谈会)|(?:出席|参加)(?:会议|仪式|论坛|座谈会)/;

/**
 * The meeting that a sentence speaks of: the one it reports, else the last reported before it, else the first.
 * Of talks the parties are known already, so that an assembly goes before them.
 */
function chooseMeeting(text: string, timeline: MeetingTimeline, sentence: Sentence): Meeting | null {
  const [first = null] = timeline.meetings;
  const own = timeline.listReported(sentence);
  const told = text.slice(sentence.start, sentence.end);
  const assembly = own.find(({ talks }) => !talks);
  if (assembly ?? (own.length > 0 && !OF_ASSEMBLY.test(told))) return assembly ?? own[0] ?? null;
  const last = timeline.findLastBefore(sentence.start);
  const goesOn = last?.talks === true && timeline.isInParagraph(last, sentence);
  const ofTalks = own.length === 0 && (goesOn || OF_TALKS.test(told));
  return timeline.findLastBefore(sentence.start, ofTalks) ?? last ?? first;
}

const SEMICOLONS = new CharacterSet('；;');

/** Sentences that a semicolon joins are one period: a list of persons may run through it. */
function listPeriods({ text, sentences }: Passage): Sentence[] {
  const periods: Sentence[] = [];
  for (const sentence of sentences) {
    const before = periods.at(-1);
    const joined =
      before && before.paragraph === sentence.paragraph && SEMICOLONS.hasAt(text, before.end - 1);
    if (joined) periods[periods.length - 1] = { ...before, end: sentence.end };
    else periods.push(sentence);
  }
  return periods;
}

/** Who took part in the talks of an article; those besides an assembly that it reports first are read apart from it. */
function listTalkParticipations(
  passage: Passage,
  meetings: readonly Meeting[],
  persons: readonly PersonMention[],
): ParticipationMention[] {
  const talks = meetings.filter((meeting) => meeting.talks);
  if (talks.length === 0) return [];
  const talkers = new Talkers(passage.text, persons);
  const assembly = meetings
    .filter((meeting) => !meeting.talks)
    .reduce((first, { mentions }) => Math.min(first, mentions[0]?.start ?? first), Number.POSITIVE_INFINITY);
  return talks.flatMap((meeting) =>
    listTalkParts(passage, meeting, { talkers, aside: assembly < (meeting.mentions[0]?.start ?? 0) }),
  );
}

const NO_PARTS: readonly ParticipationMention[] = [];

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
  if (meetings.length === 0) return [];
  const [only = null] = meetings;
  const timeline = meetings.length > 1 ? new MeetingTimeline(meetings) : null;
  const assemblies = collect(listPeriods(passage), (sentence) => {
    const persons = listWithin(people.persons, sentence);
    const organisations = listWithin(people.organisations, sentence);
    if (persons.length === 0 && organisations.length === 0) return NO_PARTS;
    const meeting = timeline ? chooseMeeting(passage.text, timeline, sentence) : only;
    if (!meeting) return NO_PARTS;
    const ofPersons = listPersonParts(passage, sentence, { meeting, persons, organisations });
    if (meeting.talks) return ofPersons;
    return [...ofPersons, ...listOrganisationParts(passage, sentence, organisations, meeting)];
  });
  return [...listTalkParticipations(passage, meetings, people.persons), ...assemblies].sort(
    (a, b) => a.start - b.start,
  );
}
