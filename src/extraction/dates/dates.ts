import type { Span } from '../../documents/model/source-document.ts';
import { Trie } from '../terms/trie.ts';
import { listMatches } from '../text/matches.ts';
import { parseNumeral } from '../text/numerals.ts';
import { sortByStart } from '../text/spans.ts';

/** A day, or a run of days, as the text gives it. */
export interface DateMention extends Span {
  readonly year: number | null;
  readonly month: number | null;
  /** Null for a relative day. */
  readonly day: number | null;
  readonly endMonth: number | null;
  readonly endDay: number | null;
  /** Days from the day of publication: 0 today, -1 yesterday; null for a stated day. */
  readonly daysAgo: number | null;
}

const N = '[0-9]{1,2}|[一二三四五六七八九十]{1,3}';
const STATED = new RegExp(
  `(?:([0-9]{4}|[〇零一二三四五六七八九]{4})年)?(?:(${N})月)?(${N})(?:(?<=月[0-9]{1,2})[-—－–~～至][0-9]{1,2})?日(?:(?:至|到|-|—|－|–|~|～|、)(?:(${N})月)?(${N})日)?`,
  'g',
);
/** 日 in 日本, 日均 counts no day. */
const NO_DAY = /^[本均产程益]/;
const RELATIVE: readonly (readonly [string, number])[] = [
  ['今天', 0],
  ['今日', 0],
  ['昨天', -1],
  ['昨日', -1],
  ['前天', -2],
];

const read = (text: string | undefined) => (text === undefined ? null : parseNumeral(text));
const isValid = (month: number | null, day: number | null) =>
  (month === null || (month >= 1 && month <= 12)) && day !== null && day >= 1 && day <= 31;

/** What every date holds: most stretches of text have none. */
const dayWords = new Trie<true>(
  ['日', ...RELATIVE.map(([word]) => word)].map((word) => [word, true] as const),
);

function readStated(text: string, part: string, start: number): DateMention[] {
  const found: DateMention[] = [];
  for (const match of listMatches(part, STATED)) {
    const [printed, year, month, day, endMonth, endDay] = match;
    const from = start + match.index;
    const mention = {
      start: from,
      end: from + printed.length,
      year: read(year),
      month: read(month),
      day: read(day),
      endMonth: read(endMonth) ?? (endDay ? read(month) : null),
      endDay: read(endDay),
      daysAgo: null,
    };
    const counts =
      !NO_DAY.test(text.slice(mention.end, mention.end + 1)) && !/[0-9第]/.test(text[from - 1] ?? '');
    if (counts && isValid(mention.month, mention.day)) found.push(mention);
  }
  return found;
}

const NO_DATES: readonly DateMention[] = [];

/** The days that a part of a text names, in its order. */
export function listDates(text: string, { start, end }: Span): readonly DateMention[] {
  if (dayWords.findNext(text, start, end) >= end) return NO_DATES;
  const part = text.slice(start, end);
  const found = readStated(text, part, start);
  for (const [word, daysAgo] of RELATIVE) {
    const at = part.indexOf(word);
    if (at < 0) continue;
    const none = { year: null, month: null, day: null, endMonth: null, endDay: null };
    found.push({ start: start + at, end: start + at + word.length, ...none, daysAgo });
  }
  return sortByStart(found);
}
