import type { CivilDate, Span } from '../../documents/model/source-document.ts';
import { listMatches } from '../text/matches.ts';
import { parseNumeral } from '../text/numerals.ts';

/** The days for which a number holds, both included. */
export interface Period {
  readonly startsOn: CivilDate | null;
  readonly endsOn: CivilDate;
}

const NUMBER = '[0-9]{1,2}|[一两二三四五六七八九十]{1,3}';

/** A year, and the part of it: 2022年上半年, 去年前三季度, 今年1至6月, 截至2023年底. */
const PERIOD = new RegExp(
  `(截至|截止|到)?(20[0-9]{2}年|今年|去年|前年|(?<=[，。；：\\s]|^)全年)(?:(上半年|下半年|全年|底|末)|(前)?([一二三四1-4])个?季度|(?:(?:前|(${NUMBER})月?(?:至|到|-|—|－|–))?(${NUMBER})个?月(底|末|份)?(?:(${NUMBER})日)?))?`,
  'g',
);

const YEARS_AGO: Readonly<Record<string, number>> = { 今年: 0, 全年: 0, 去年: 1, 前年: 2 };

const pad = (value: number) => String(value).padStart(2, '0');
const lastDayOf = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();

function spanMonths(year: number, from: number, to: number): Period | null {
  if (from < 1 || to > 12 || from > to) return null;
  return { startsOn: `${year}-${pad(from)}-01`, endsOn: `${year}-${pad(to)}-${lastDayOf(year, to)}` };
}

/** Years from which something is counted, or that name something, are no periods: 2015年以来, 2030年目标. */
const NO_PERIOD = /^(?:以来|起|开始|版|度目标|目标|版|至20|到20|—|-)/;

function yearOf(word: string, publishedOn: CivilDate | null): number | null {
  if (word.startsWith('20')) return Number(word.slice(0, 4));
  const ago = YEARS_AGO[word];
  return publishedOn === null || ago === undefined ? null : Number(publishedOn.slice(0, 4)) - ago;
}

const readNumber = (printed: string) => parseNumeral(printed.replace('两', '二'));

/** One day, or all until it. */
function toDay([year, month, day]: readonly [number, string, string], isUntil: boolean): Period | null {
  const [m, d] = [readNumber(month) ?? 0, readNumber(day) ?? 0];
  if (m < 1 || m > 12 || d < 1 || d > lastDayOf(year, m)) return null;
  const endsOn = `${year}-${pad(m)}-${pad(d)}`;
  return { startsOn: isUntil ? null : endsOn, endsOn };
}

function toPeriod(match: RegExpExecArray, publishedOn: CivilDate | null): Period | null {
  const [, until, word = '', part, first, quarter, from, month, edge, day] = match;
  const year = yearOf(word, publishedOn);
  if (year === null) return null;
  if (day !== undefined && month !== undefined) return toDay([year, month, day], until !== undefined);
  const months = (() => {
    if (part === '上半年') return [1, 6] as const;
    if (part === '下半年') return [7, 12] as const;
    const q = quarter === undefined ? null : parseNumeral(quarter);
    if (q !== null) return [first ? 1 : 3 * q - 2, 3 * q] as const;
    const to = month === undefined ? null : readNumber(month);
    if (to === null) return [1, 12] as const;
    const begin = from === undefined ? (match[0].includes('前') ? 1 : to) : (readNumber(from) ?? to);
    return [begin, to] as const;
  })();
  const period = spanMonths(year, ...months);
  const isMoment = until !== undefined || part === '底' || part === '末' || edge === '底' || edge === '末';
  return period && isMoment ? { startsOn: null, endsOn: period.endsOn } : period;
}

/** The last period that a part of a text names; null where it names none. Words such as 今年 need the day of publication. */
export function readPeriod(text: string, { start, end }: Span, publishedOn: CivilDate | null): Period | null {
  const part = text.slice(start, end);
  if (!part.includes('年')) return null;
  let last: Period | null = null;
  for (const match of listMatches(part, PERIOD)) {
    const behind = start + match.index + match[0].length;
    if (
      '比较'.includes(text[start + match.index - 1] ?? ' ') ||
      NO_PERIOD.test(text.slice(behind, behind + 3))
    )
      continue;
    last = toPeriod(match, publishedOn) ?? last;
  }
  return last;
}

/** The last period that a paragraph has named so far; read when a number asks for it, since most paragraphs state none. */
export class ParagraphPeriods {
  private readonly text: string;
  private readonly publishedOn: CivilDate | null;
  private paragraph = -1;
  private last: Period | null = null;
  /** The parts of the paragraph that were not read yet. */
  private unread: Span[] = [];

  constructor(text: string, publishedOn: CivilDate | null) {
    this.text = text;
    this.publishedOn = publishedOn;
  }

  /** Begins a paragraph, by its number; nothing where that is the one that it is in. */
  open(paragraph: number): void {
    if (paragraph === this.paragraph) return;
    this.paragraph = paragraph;
    this.last = null;
    this.unread = [];
  }

  /** Adds the next part of the paragraph. */
  add(part: Span): void {
    this.unread.push(part);
  }

  /** The last period of the parts so far; null where they name none. */
  findLast(): Period | null {
    for (let part = this.unread.pop(); part; part = this.unread.pop()) {
      const period = readPeriod(this.text, part, this.publishedOn);
      if (!period) continue;
      this.last = period;
      this.unread = [];
    }
    return this.last;
  }
}
