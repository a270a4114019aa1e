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
      ...listPersonParts(passage, sentence, { meeting, persons, organisations }),
      ...(meeting.talks ? [] : listOrganisationParts(passage, sentence, organisations, meeting)),
    ];
  });
  return [...talks, ...assemblies].sort((a, b) => a.start - b.start);
}
