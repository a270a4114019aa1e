import type { CivilDate } from '../../documents/model/source-document.ts';
import type { MonthDay } from '../../extraction/model/claim.ts';
import { type Bounds, type InferredDay, listDaysBetween } from './infer-day.ts';

/** Another session of a series, of which pages state the day. */
export interface DatedSession {
  readonly ordinal: number;
  readonly startsOn: CivilDate;
}

/** A series of which a meeting without a year is a session. */
export interface OpenSeries {
  readonly name: string;
  /** The meeting's own number in it. */
  readonly ordinal: number;
  /** By number. */
  readonly others: readonly DatedSession[];
}

/** 第8次 in English. */
function spellOrdinal(ordinal: number): string {
  const isTeen = Math.floor((ordinal % 100) / 10) === 1;
  const ending = isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][ordinal % 10] ?? 'th');
  return `${ordinal}${ending}`;
}

/** Whether the numbers of a series follow its days, and none is given twice: else one of them is wrong, or it began anew. */
function isInOrder({ ordinal, others }: OpenSeries): boolean {
  return others.every((session, index) => {
    const before = others[index - 1];
    const follows = !before || (before.ordinal < session.ordinal && before.startsOn < session.startsOn);
    return follows && session.ordinal !== ordinal;
  });
}

const describe = (name: string, { ordinal, startsOn }: DatedSession) =>
  `the ${spellOrdinal(ordinal)} session of ${name} (${startsOn})`;

/** What the other sessions of a series say of when one was held: none where they are not in order. */
export function seriesBounds(series: OpenSeries): Bounds {
  if (!isInOrder(series)) return { after: [], before: [] };
  const bound = (session: DatedSession) => ({
    on: session.startsOn,
    because: describe(series.name, session),
  });
  return {
    after: series.others.filter(({ ordinal }) => ordinal < series.ordinal).map(bound),
    before: series.others.filter(({ ordinal }) => ordinal > series.ordinal).map(bound),
  };
}

const DAY_MS = 86_400_000;

/** How far from the day of the year before and after a session of a yearly series may lie. */
const SAME_SEASON_DAYS = 100;

const daysBetween = (left: CivilDate, right: CivilDate) =>
  Math.abs(Date.parse(left) - Date.parse(right)) / DAY_MS;

const addYears = (day: CivilDate, years: number) => `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;

/** Whether a series has one session each year, as far as it is known. */
function isYearly({ others }: OpenSeries): boolean {
  const offsets = others.map(({ ordinal, startsOn }) => Number(startsOn.slice(0, 4)) - ordinal);
  return new Set(offsets).size === 1;
}

/**
 * The day of a session of a yearly series: the sessions before and after it are those of the years before and after, at the same
 * time of the year. Null where the series need not be yearly.
 */
export function inferYearly(monthDay: MonthDay, series: OpenSeries): InferredDay | null {
  const previous = series.others.find(({ ordinal }) => ordinal === series.ordinal - 1);
  const next = series.others.find(({ ordinal }) => ordinal === series.ordinal + 1);
  if (!previous || !next || !isInOrder(series) || !isYearly(series)) return null;
  const fitting = listDaysBetween(monthDay, previous.startsOn, next.startsOn).filter(
    (day) =>
      daysBetween(day, addYears(previous.startsOn, 1)) <= SAME_SEASON_DAYS &&
      daysBetween(day, addYears(next.startsOn, -1)) <= SAME_SEASON_DAYS,
  );
  const [startsOn] = fitting;
  if (startsOn === undefined || fitting.length > 1) return null;
  const neighbours = `the ${spellOrdinal(previous.ordinal)} (${previous.startsOn}) and the ${spellOrdinal(next.ordinal)} (${next.startsOn})`;
  return {
    startsOn,
    reason: `It is between ${neighbours} session of ${series.name}, which is held once a year at this time.`,
  };
}
