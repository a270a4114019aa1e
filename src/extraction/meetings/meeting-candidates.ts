import type { OrganisationMention } from '../bodies/organisation-mention.ts';
import type { Passage } from '../passage/passage.ts';
import type { PersonMention } from '../persons/person-mention.ts';
import { collect } from '../text/collect.ts';
import { areAlike } from '../text/similarity.ts';
import { listBareSessions } from './bare-sessions.ts';
import type { MeetingCandidate } from './meeting-candidate.ts';
import type { MeetingMention } from './meeting-mention.ts';
import { listMeetingMentions } from './meeting-names.ts';
import { createName, SIGNING } from './meeting-titles.ts';
import { listTalks } from './talks.ts';

const ORDINAL = /第[一二三四五六七八九十百0-9]+[次届]|首[次届]/;

/** 首届某某会议 and 第二届某某会议 are two. */
function areApart(a: string, b: string): boolean {
  const [one, other] = [a, b].map((name) => ORDINAL.exec(name)?.[0].replace('首', '第一'));
  return one !== undefined && other !== undefined && one !== other && one.at(-1) === other.at(-1);
}

/** Names of one meeting share most of their characters, and those of two on one page less than half: between these. */
const ALIKE = 0.6;

const isSame = (a: string, b: string) =>
  !areApart(a, b) &&
  (a.includes(b) || b.includes(a) || areAlike(a, b, ALIKE) || (SIGNING.test(a) && SIGNING.test(b)));

/** 并召开了联席会议: the meeting that was named in full before. */
const isAgain = (full: string, { unnamed, name }: MeetingMention) =>
  unnamed && name.length > 3 && full.endsWith(name) && full.length > name.length + 4;

/** No page reports so many meetings that one is told again behind so many others: a mention is compared with these alone. */
const MOST_NEAR = 100;

/** So long a name of the body is whole: a headline that goes on before it tells of something else. */
const SURE = 12;

const WITH_ORDINAL = /第[一二三四五六七八九十百0-9]+[次届]/;

/** Whether a name tells more than another: by its ordinal, else by naming both bodies that meet, else by its length. */
function isFuller(name: string, other: string): boolean {
  for (const sign of [WITH_ORDINAL, /暨/]) if (sign.test(name) !== sign.test(other)) return sign.test(name);
  return name.length > other.length;
}

/** The fuller of two names. */
const chooseName = (a: string, b: string) => (isFuller(b, a) ? b : a);

/** 甲主持召开座谈会 below the headline 甲主持召开专家座谈会: the headline alone names it. */
const isNamedLater = (candidate: MeetingCandidate, { unnamed, sentence }: MeetingMention, name: string) =>
  sentence.kind !== 'body' &&
  !unnamed &&
  /主持召开座谈会$/.test(candidate.name) &&
  /(?<!召开|举行)座谈会$/.test(name) &&
  candidate.mentions.every((mention) => mention.unnamed);

function addToCandidates(
  candidates: MeetingCandidate[],
  mention: MeetingMention,
  name: string,
  lead: boolean,
): void {
  const same =
    candidates
      .slice(-MOST_NEAR)
      .find((candidate) => isSame(candidate.name, name) || isAgain(candidate.name, mention)) ??
    (lead ? candidates[0] : undefined);
  if (!same) candidates.push({ name, mentions: [mention] });
  else {
    const named = isNamedLater(same, mention, name);
    same.mentions.push(mention);
    const longer = mention.sentence.kind !== 'body' && name.endsWith(same.name) && same.name.length >= SURE;
    if (named) same.name = name;
    else if (!mention.unnamed && !longer && (!lead || isSame(same.name, name)))
      same.name = chooseName(same.name, name);
  }
}

function listMentions(passage: Passage, persons: readonly PersonMention[]): MeetingMention[] {
  const mentions = collect(passage.sentences, (sentence) => {
    const talks = listTalks(passage, sentence, persons);
    const named = listMeetingMentions(passage.text, sentence);
    return talks.length === 0 ? named : [...talks, ...named.filter(({ talks: isTalk }) => !isTalk)];
  });
  const body = mentions.filter(({ sentence }) => sentence.kind === 'body');
  return [...body, ...mentions.filter(({ sentence }) => sentence.kind !== 'body')];
}

const TALK_HEADLINE = /^[\u4e00-\u9fff·]{2,16}(?:会见|同.{2,24}(?:会谈|会晤))/;

/** 甲会见某国代表团: talks whose other party has no name take the headline for theirs. */
function findHeadlineTalk(
  { article, sentences }: Passage,
  persons: readonly PersonMention[],
): MeetingMention | null {
  const headline = article.headline ?? '';
  const host = persons.find(({ name }) => headline.startsWith(name));
  const lead = sentences.find(({ kind }) => kind === 'body');
  if (!host || !lead || !TALK_HEADLINE.test(headline) || /会见记者/.test(headline) || headline.length > 60)
    return null;
  const text = article.text.slice(lead.start, lead.end);
  const at = text.search(/会见|会谈|会晤/);
  const seen = persons.find(
    ({ name, start }) => name === host.name && start >= lead.start && start < lead.end,
  );
  if (at < 0 || !seen) return null;
  const verbStart = lead.start + at;
  return {
    start: seen.start,
    end: verbStart + 2,
    name: headline,
    sentence: lead,
    verbStart,
    unnamed: false,
    talks: true,
  };
}

/** 甲理事会第二次会议、乙理事会第三次会议和丙理事会第一次会议 are three. */
function splitSessions(name: string | null): string[] {
  if (name === null) return [];
  const parts = name.split(/(?<=第[一二三四五六七八九十百0-9]{1,4}次(?:全体)?会议)[、和]/);
  return parts.every((part) => /次(?:全体)?会议$/.test(part)) ? parts : [name];
}

/** The meetings that an article reports, each with all its reports, those of the body first. */
export function listCandidates(
  passage: Passage,
  persons: readonly PersonMention[],
  organisations: readonly OrganisationMention[],
): MeetingCandidate[] {
  const candidates: MeetingCandidate[] = [];
  const leadParagraph = passage.sentences.find(({ kind }) => kind === 'body')?.paragraph;
  for (const mention of listMentions(passage, persons)) {
    const inHeadline = mention.sentence.kind !== 'body';
    if (inHeadline && mention.unnamed) continue;
    const ledByBody =
      inHeadline &&
      (candidates[0]?.mentions.some(({ sentence }) => sentence.paragraph === leadParagraph) ?? false);
    const name = createName(mention, passage, { persons, organisations });
    for (const part of splitSessions(name)) addToCandidates(candidates, mention, part, ledByBody);
  }
  const talk = candidates.some(({ mentions }) => mentions.some(({ talks }) => talks))
    ? null
    : findHeadlineTalk(passage, persons);
  if (talk) return [{ name: talk.name, mentions: [talk] }, ...candidates];
  return candidates.length > 0 ? candidates : listBareSessions(passage);
}
