import type { CivilDate } from '../model/source-document.ts';

/** A date found in a text; `start` and `end` enclose it, half-open. */
export interface FoundDate {
  readonly date: CivilDate;
  readonly start: number;
  readonly end: number;
}

const NUMERIC =
  /(?<!\d)(\d{4})(?:\s?(?:[-/.—]|年\/?)\s?|\s(?=\d{2}\/\d{2}(?!\d)))(\d{1,2})\s?(?:[-/.—]|月\/?)\s?(\d{1,2})(?!\d)(?:\s?日)?/g;
/** 23.11.2019: with full stops the day stands first everywhere, with slashes not. */
const DOTTED = /(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4})(?![\d.])/g;
const COMPACT = /(?<!\d)(\d{4})(\d{2})(\d{2})(?!\d)/g;
const HAN =
  /([〇零○Oo一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日/g;
const DAY_FIRST = /(?<!\d)(\d{1,2}) ([A-Z][a-z]{2})[a-z]{0,6},? (\d{4})(?!\d)/g;
const MONTH_FIRST = /([A-Z][a-z]{2})[a-z]{0,6}\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)/g;
const URL_DATE = /(?:^|[^\d])(20\d{2}|19\d{2})[-/_]?(0[1-9]|1[0-2])[-/_]?(0[1-9]|[12]\d|3[01])(?!\d)/g;
/** /2022/7/6/: slashes part what needs no noughts. */
const URL_FOLDERS = /\/(20\d{2}|19\d{2})\/(1[0-2]|[1-9])\/([12]\d|3[01]|[1-9])\//g;
/** What every date has. */
const YEAR = /\d{4}|[〇零○Oo一二]{4}|[〇零○Oo一二三四五六七八九]{4}年/;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DIGITS = '〇一二三四五六七八九';

/**
 * The first full date that a text prints, as printed: no zone is applied, since pages label Beijing time as GMT.
 * Null where there is none.
 *
 * @example findDate('发布时间：2023-02-23')?.date // 2023-02-23
 * @example findDate('二〇二二年八月十八日')?.date // 2022-08-18
 */
export function findDate(text: string): FoundDate | null {
  if (!YEAR.test(text)) return null;
  const found = [
    first(text, NUMERIC, ([, year, month, day]) => toDate(year, month, day)),
    first(text, HAN, ([, year, month, day]) => toDate(readYear(year), readNumber(month), readNumber(day))),
    first(text, DAY_FIRST, ([, day, month, year]) => toDate(year, readMonth(month), day)),
    first(text, MONTH_FIRST, ([, month, day, year]) => toDate(year, readMonth(month), day)),
    first(text, DOTTED, ([, day, month, year]) => toDate(year, month, day)),
    first(text, COMPACT, ([, year, month, day]) => toDate(year, month, day)),
  ].filter((date) => date !== null);
  return found.reduce<FoundDate | null>(
    (best, date) => (best === null || date.start < best.start ? date : best),
    null,
  );
}

/** The day that the path of a URL names: `/2022/07/16/`, `/20220716/`, `t20220716_1`, `/2022-07/16/`, `/2022/7/6/`; else null. */
export function findDateInUrl(url: string): CivilDate | null {
  const path = url.split('?', 1)[0] ?? '';
  const read = ([, year, month, day]: RegExpMatchArray) => toDate(year, month, day);
  return (first(path, URL_DATE, read) ?? first(path, URL_FOLDERS, read))?.date ?? null;
}

function first(
  text: string,
  pattern: RegExp,
  read: (match: RegExpMatchArray) => CivilDate | null,
): FoundDate | null {
  // Far less work than `matchAll`, which copies the pattern.
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const date = read(match);
    if (date !== null) return { date, start: match.index, end: match.index + match[0].length };
  }
  return null;
}

/** A civil date of the years that a page can be of; null for days that no calendar has. */
function toDate(year?: string | number, month?: string | number, day?: string | number): CivilDate | null {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  if (!(y >= 1949 && y < 2100 && m >= 1 && m <= 12 && d >= 1)) return null;
  if (d > new Date(Date.UTC(y, m, 0)).getUTCDate()) return null;
  return `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}

function readMonth(name = ''): number {
  return MONTHS.indexOf(name) + 1;
}

function readYear(digits = ''): string {
  return [...digits].map((digit) => Math.max(0, DIGITS.indexOf(digit))).join('');
}

/** 一 to 三十一. */
function readNumber(text = ''): number {
  const ten = text.indexOf('十');
  if (ten < 0) return DIGITS.indexOf(text);
  const tens = ten === 0 ? 1 : DIGITS.indexOf(text.charAt(0));
  const ones = ten === text.length - 1 ? 0 : DIGITS.indexOf(text.charAt(ten + 1));
  return tens * 10 + ones;
}
