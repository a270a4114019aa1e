import type { CivilDate } from '../../documents/source-document.ts';
import type { Sentence } from '../sentences.ts';
import { listParties } from './agreement-parties.ts';
import { listTitles, type TitleMention } from './agreement-titles.ts';
import { listDates, resolveDate } from './dates.ts';
import type { Meeting } from './meetings.ts';
import type { OrganisationMention } from './organisation-mention.ts';
import type { Party } from './party.ts';
import type { Passage } from './passage.ts';
import type { PersonMention } from './persons.ts';

/** An instrument that the article reports as concluded. */
export interface Agreement {
  readonly id: string;
  readonly mention: TitleMention;
  readonly signedOn: CivilDate | null;
  readonly meeting: Meeting | null;
  readonly parties: readonly Party[];
}

const AT_MEETING =
  /会前|会上|会议期间|会议现场|会后|论坛期间|论坛上|仪式上|活动现场|现场会上|会谈后|会议还|会议签署|座谈会上|大会期间|峰会期间|会议通过|会议签订/;

/** What the other extractors found. */
interface Found {
  readonly meetings: readonly Meeting[];
  readonly organisations: readonly OrganisationMention[];
  readonly persons: readonly PersonMention[];
}

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
  if (own) return own;
  if (!AT_MEETING.test(passage.text.slice(findPeriodStart(passage, sentence), sentence.end))) return null;
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
    listDates(passage.text, sentence).find(({ end }) => end <= (titles[0]?.verbStart ?? 0)) ?? null;
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

/** A title without 《》 is taken only where the text says whose it is, and where it is no short form of another. */
function isSure(
  text: string,
  { mention, parties }: Omit<Agreement, 'id'>,
  all: readonly Omit<Agreement, 'id'>[],
): boolean {
  if (text[mention.start - 1] === '《') return true;
  const { title } = mention;
  const other = all.some(
    (each) => each.mention.title !== title && (BARE.test(title) || each.mention.title.endsWith(title)),
  );
  return parties.length > 1 && !other && !/^(?:协议|协定|合同|声明|条约|宣言|议定书|公报)$/.test(title);
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
  const all = body.flatMap((sentence) => readSentence(passage, sentence, found));
  return all
    .filter((agreement) => isSure(passage.text, agreement, all))
    .filter(({ mention: { title } }) => !titles.has(title) && titles.add(title))
    .map((agreement, index) => ({ ...agreement, id: `a${index + 1}` }));
}
