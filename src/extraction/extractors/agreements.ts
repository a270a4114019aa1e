import type { CivilDate } from '../../documents/source-document.ts';
import type { Sentence } from '../sentences.ts';
import { listParties } from './agreement-parties.ts';
import { listTitles, type TitleMention } from './agreement-titles.ts';
import { readCeremony } from './ceremony-agreements.ts';
import { listDates } from './dates.ts';
import { SIGNING } from './meeting-titles.ts';
import type { Meeting } from './meetings.ts';
import type { OrganisationMention } from './organisation-mention.ts';
import type { Party } from './party.ts';
import type { Passage } from './passage.ts';
import type { PersonMention } from './person-mention.ts';
import { resolveDate } from './resolve-date.ts';

/** An instrument that the article reports as concluded. */
export interface Agreement {
  readonly id: string;
  readonly mention: TitleMention;
  readonly signedOn: CivilDate | null;
  readonly meeting: Meeting | null;
  readonly parties: readonly Party[];
}

const AT_MEETING =
  /会前|会上|活动上|活动中|会[见谈晤]之?后|会[见谈晤]前|会议期间|会议现场|会后|论坛期间|论坛上|仪式上|活动现场|现场会上|会谈后|会议还|会议签署|座谈会上|大会期间|峰会期间|会议通过|会议签订/;

/** What the other extractors found. */
interface Found {
  readonly meetings: readonly Meeting[];
  readonly organisations: readonly OrganisationMention[];
  readonly persons: readonly PersonMention[];
}

/** 今年5月, 此前: what was signed before was not signed at this meeting. */
const PAST =
  /(?:此前|早前|曾|已于|今年[0-9一二三四五六七八九十]{1,3}月(?![0-9一二三四五六七八九十])|去年|前年|[0-9]{4}年(?:[0-9]{1,2}月)?(?![0-9]|至|度))[^。]{0,60}(?:签署|签订|达成)/;
const isPast = (sentence: string) => PAST.test(sentence) && !/日[^。]{0,60}(?:签署|签订|达成)/.test(sentence);

/** 记者9日从某厅获悉: the day of the news, not of the signing. */
const LEARNT = /^(?:从[^，。]{2,16}(?:获悉|了解)|电|讯)/;

/** The sentence with those that semicolons join to it: 会上 at its head holds for all of them. */
function findPeriodStart({ sentences, text }: Passage, sentence: Sentence): number {
  let start = sentence.start;
  for (let i = sentences.indexOf(sentence) - 1; i >= 0; i--) {
    const before = sentences[i];
    if (!before || before.paragraph !== sentence.paragraph || !/[；;]/.test(text[before.end - 1] ?? ''))
      break;
    start = before.start;
  }
  return start;
}

function chooseMeeting(passage: Passage, sentence: Sentence, meetings: readonly Meeting[]): Meeting | null {
  const own = meetings.find(({ mentions }) => mentions.some((mention) => mention.sentence === sentence));
  if (!own && isPast(passage.text.slice(sentence.start, sentence.end))) return null;
  const ceremony = meetings.find(({ name }) => SIGNING.test(name));
  if (own ?? ceremony) return own ?? ceremony ?? null;
  const near =
    meetings.length === 1 &&
    meetings[0]?.mentions.some((each) => each.sentence.paragraph === sentence.paragraph);
  if (near && !meetings[0]?.tour) return meetings[0] ?? null;
  const told = passage.text.slice(findPeriodStart(passage, sentence), sentence.end);
  const paragraph = passage.article.paragraphs[sentence.paragraph];
  const earlier = passage.text.slice(paragraph?.start ?? sentence.start, sentence.start);
  if (!AT_MEETING.test(told) && !(AT_MEETING.test(earlier) && /签[署订]/.test(earlier))) return null;
  const before = meetings.filter(({ mentions }) =>
    mentions.some((mention) => mention.start < sentence.start),
  );
  return before.at(-1) ?? meetings[0] ?? null;
}

function readSentence(passage: Passage, sentence: Sentence, { meetings, organisations, persons }: Found) {
  const titles = listTitles(passage.text, sentence);
  if (titles.length === 0) return [];
  const meeting = chooseMeeting(passage, sentence, meetings);
  const date =
    listDates(passage.text, sentence).find(
      ({ end }) => end <= (titles[0]?.verbStart ?? 0) && !LEARNT.test(passage.text.slice(end, end + 20)),
    ) ?? null;
  const stated = resolveDate(date, passage.article.publishedOn).startsOn;
  return titles.map((mention) => ({
    mention,
    meeting,
    signedOn: stated ?? meeting?.date.startsOn ?? null,
    parties: listParties(passage, mention, { sentence, organisations, persons }),
  }));
}

/** Titles that tell the kind alone name an instrument only where the text names no fuller one. */
const BARE = /^(?:合作|战略合作|框架|合作框架|相关|该)?(?:协议|协定|备忘录|合同|声明|协议书)$/;

/** 合作框架协议 is the short form of 甲乙合作框架协议. */
const isFuller = (full: string, title: string) => BARE.test(title) && full !== title && full.endsWith(title);

const nameOf = ({ organisation, area }: Party) => organisation?.name ?? area?.name;
const sharesParty = (a: readonly Party[], b: readonly Party[]) =>
  a.length === 0 || a.some((party) => b.some((other) => nameOf(other) === nameOf(party)));

/** A title without 《》 is taken only where the text says whose it is, and where it is no short form of another. */
function isSure(
  text: string,
  { mention, parties }: Omit<Agreement, 'id'>,
  all: readonly Omit<Agreement, 'id'>[],
): boolean {
  if (text[mention.start - 1] === '《') return true;
  const { title } = mention;
  const other = all.some(
    (each) =>
      each.mention.title !== title &&
      (each.mention.title.endsWith(title) || (BARE.test(title) && sharesParty(each.parties, parties))),
  );
  if (text.slice(mention.end).match(/^(?:签约|签署|签订|签字)(?:仪式|大会)/)) return true;
  return parties.length > 1 && !other && !/^(?:协议|协定|合同|声明|条约|宣言|议定书|公报)$/.test(title);
}

/** Instruments that only the name of a ceremony tells, where the text names none that was signed there. */
function listCeremonyAgreements(
  passage: Passage,
  { meetings, organisations }: Found,
  stated: readonly Omit<Agreement, 'id'>[],
): Omit<Agreement, 'id'>[] {
  return meetings.flatMap((meeting) => {
    const told = readCeremony(passage, meeting, organisations);
    if (
      told &&
      stated.some(({ mention }) => BARE.test(mention.title) && told.mention.title.endsWith(mention.title))
    )
      return [{ ...told, meeting, signedOn: meeting.date.startsOn }];
    const known = stated.some(
      (each) =>
        each.parties.length > 1 &&
        (each.meeting === meeting || told?.mention.title.endsWith(each.mention.title)),
    );
    return told && !known ? [{ ...told, meeting, signedOn: meeting.date.startsOn }] : [];
  });
}

/**
 * The instruments that an article reports as signed or concluded, each once, in the order of the text. Plans
 * and regulations that a body issued are none.
 *
 * @example 会前，甲市、乙市政府签署了《某某合作协议》 // 某某合作协议; 甲市政府, 乙市政府
 */
export function listAgreements(passage: Passage, found: Found): Agreement[] {
  const titles = new Set<string>();
  const body = passage.sentences.filter(({ kind }) => kind === 'body');
  const stated = body.flatMap((sentence) => readSentence(passage, sentence, found));
  const all = [...stated, ...listCeremonyAgreements(passage, found, stated)];
  return all
    .filter(({ mention }) => !all.some((each) => isFuller(each.mention.title, mention.title)))
    .filter((agreement) => isSure(passage.text, agreement, all))
    .filter(({ mention: { title } }) => !titles.has(title) && titles.add(title))
    .map((agreement, index) => ({ ...agreement, id: `a${index + 1}` }));
}
