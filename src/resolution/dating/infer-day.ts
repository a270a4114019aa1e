import type { CivilDate } from '../../documents/model/source-document.ts';
import type { MonthDay } from '../../extraction/model/claim.ts';

/** A day that bounds when a meeting can have been held, and what it rests on, in English. */
export interface Bound {
  readonly on: CivilDate;
  /** Reads on from "after" or "before": "the 8th session of … (2019-05-23)". */
  readonly because: string;
}

/** What is known of when a meeting was held: after all of some days, before all of others. */
export interface Bounds {
  readonly after: readonly Bound[];
  readonly before: readonly Bound[];
}

/** A day that was inferred, and why, as a sentence for readers. */
export interface InferredDay {
  readonly startsOn: CivilDate;
  readonly reason: string;
}

const pick = (bounds: readonly Bound[], isBetter: (one: Bound, best: Bound) => boolean) =>
  bounds.reduce<Bound | null>((best, one) => (best === null || isBetter(one, best) ? one : best), null);

/** A month and day in a year; null for 29 February of most years. */
function dayIn(year: number, monthDay: MonthDay): CivilDate | null {
  const day = `${year}${monthDay.slice(1)}`;
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : null;
}

/** A month and day for readers: 6 June. */
function spell(monthDay: MonthDay): string {
  const date = new Date(`2000${monthDay.slice(1)}T00:00:00Z`);
  return date.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });
}

/** All days of a month and day that lie between two others, neither of them included. */
export function listDaysBetween(monthDay: MonthDay, after: CivilDate, before: CivilDate): CivilDate[] {
  const days: CivilDate[] = [];
  for (let year = Number(after.slice(0, 4)); year <= Number(before.slice(0, 4)); year++) {
    const day = dayIn(year, monthDay);
    if (day !== null && after < day && day < before) days.push(day);
  }
  return days;
}

/**
 * The day of a meeting of which the pages give month and day only, where the bounds leave one year. Null where they leave
 * none or several, or are open to one side.
 */
export function inferDay(monthDay: MonthDay, { after, before }: Bounds): InferredDay | null {
  const first = pick(after, (one, best) => one.on > best.on);
  const last = pick(before, (one, best) => one.on < best.on);
  if (first === null || last === null) return null;
  const [startsOn, ...others] = listDaysBetween(monthDay, first.on, last.on);
  if (startsOn === undefined || others.length > 0) return null;
  return {
    startsOn,
    reason: `It is the only ${spell(monthDay)} after ${first.because} and before ${last.because}.`,
  };
}
