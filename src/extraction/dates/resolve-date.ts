import type { CivilDate, Span } from '../../documents/model/source-document.ts';
import type { DateBasis, MonthDay } from '../model/claim.ts';
import { type DateMention, listDates } from './dates.ts';

/** When something took place. */
export interface ResolvedDate {
  readonly startsOn: CivilDate | null;
  readonly endsOn: CivilDate | null;
  readonly basis: DateBasis;
  readonly monthDay: MonthDay | null;
}

const format = (year: number, month: number, day: number): CivilDate | null => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 ? date.toISOString().slice(0, 10) : null;
};

function addDays(date: CivilDate, days: number): CivilDate {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}

/** A page may announce a day shortly before it comes. */
const AHEAD_DAYS = 31;

function completeYear(month: number, day: number, publishedOn: CivilDate): CivilDate | null {
  const year = Number(publishedOn.slice(0, 4));
  const date = format(year, month, day);
  return date !== null && date > addDays(publishedOn, AHEAD_DAYS) ? format(year - 1, month, day) : date;
}

function completeMonth(day: number, publishedOn: CivilDate): CivilDate | null {
  const [year = 0, month = 0, today = 0] = publishedOn.split('-').map(Number);
  if (day <= today) return format(year, month, day);
  return month === 1 ? format(year - 1, 12, day) : format(year, month - 1, day);
}

function resolveStart(
  { year, month, day, daysAgo }: DateMention,
  publishedOn: CivilDate | null,
): CivilDate | null {
  if (daysAgo !== null) return publishedOn && addDays(publishedOn, daysAgo);
  if (day === null) return null;
  if (year !== null) return month === null ? null : format(year, month, day);
  if (publishedOn === null) return null;
  return month === null ? completeMonth(day, publishedOn) : completeYear(month, day, publishedOn);
}

function resolveEnd(mention: DateMention, startsOn: CivilDate | null): CivilDate | null {
  if (startsOn === null || mention.endDay === null) return null;
  const [year = 0, month = 0] = startsOn.split('-').map(Number);
  const endMonth = mention.endMonth ?? month;
  const endsOn = format(endMonth < month ? year + 1 : year, endMonth, mention.endDay);
  return endsOn !== null && endsOn > startsOn ? endsOn : null;
}

const pad = (value: number) => String(value).padStart(2, '0');

/** A day whose year only its surroundings tell. */
function inferDate(mention: DateMention, year: number): ResolvedDate | null {
  const { month, day } = mention;
  const startsOn = month && day ? format(year, month, day) : null;
  return startsOn === null
    ? null
    : { startsOn, endsOn: resolveEnd(mention, startsOn), basis: 'INFERRED', monthDay: null };
}

/**
 * The civil date of a mention. The year that the text leaves out is that of the day of publication or the
 * one before; without a day of publication it is `tiedYear`, the year that the text ties the day to, and the date is
 * INFERRED; without either only month and day are known.
 *
 * @example 6月6日 in a page of no date // startsOn null, basis UNKNOWN, monthDay '--06-06'
 */
export function resolveDate(
  mention: DateMention | null,
  publishedOn: CivilDate | null,
  tiedYear: number | null = null,
): ResolvedDate {
  const startsOn = mention && resolveStart(mention, publishedOn);
  if (mention && startsOn)
    return { startsOn, endsOn: resolveEnd(mention, startsOn), basis: 'STATED', monthDay: null };
  const inferred = mention && tiedYear !== null && publishedOn === null ? inferDate(mention, tiedYear) : null;
  if (inferred) return inferred;
  const known = mention?.month && mention.day ? `--${pad(mention.month)}-${pad(mention.day)}` : null;
  return { startsOn: null, endsOn: null, basis: 'UNKNOWN', monthDay: known };
}

/** 2023年全省某某工作会议 is of 2023; 2023年度 may be looked back on a year later. */
const YEAR_OF_NAME = /(20[0-9]{2})年?(?!年|度|[0-9]|[—-])(?=[\u4e00-\u9fff])/;

/** The one year that the full dates of a paragraph have; null where they have none or several. */
function findYearOfParagraph(text: string, paragraph: Span): number | null {
  const years = listDates(text, paragraph).flatMap(({ year, month }) =>
    year !== null && month !== null ? [year] : [],
  );
  return new Set(years).size === 1 ? (years[0] ?? null) : null;
}

/** The years that an article without a day of publication ties its days to. */
export class TiedYears {
  private readonly text: string;
  private readonly ofParagraphs = new Map<Span, number | null>();

  constructor(text: string) {
    this.text = text;
  }

  /** The year that a meeting's name, or else another date of its paragraph, ties its day to; null where neither does. */
  find(name: string, paragraph: Span | undefined): number | null {
    const named = YEAR_OF_NAME.exec(name)?.[1];
    if (named) return Number(named);
    return paragraph ? this.findOfParagraph(paragraph) : null;
  }

  private findOfParagraph(paragraph: Span): number | null {
    const known = this.ofParagraphs.get(paragraph);
    if (known !== undefined) return known;
    const year = findYearOfParagraph(this.text, paragraph);
    this.ofParagraphs.set(paragraph, year);
    return year;
  }
}
