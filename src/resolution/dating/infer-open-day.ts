import type { CivilDate } from '../../documents/model/source-document.ts';
import type { MonthDay } from '../../extraction/model/claim.ts';
import { type Bounds, type InferredDay, inferDay } from './infer-day.ts';
import { type Holding, seatBounds, type Tenure } from './seat-bounds.ts';
import { inferYearly, type OpenSeries, seriesBounds } from './series-bounds.ts';

/** All that other pages say of when a meeting was held of which its own give month and day only. */
export interface DateClues {
  readonly monthDay: MonthDay;
  /** The day on which a page first reported it; null where no page has a date. */
  readonly publishedOn: CivilDate | null;
  readonly series: readonly OpenSeries[];
  /** The offices that people held at it. */
  readonly holdings: readonly Holding[];
  /** When pages show who held them. */
  readonly tenures: readonly Tenure[];
}

function nextDay(day: CivilDate): CivilDate {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

const publicationBounds = (publishedOn: CivilDate | null): Bounds => ({
  after: [],
  before:
    publishedOn === null
      ? []
      : [{ on: nextDay(publishedOn), because: `a page reported it (${publishedOn})` }],
});

/**
 * The day of a meeting, as far as one year only is possible: from the order of the sessions of its series, from the offices that
 * people held at it, and from when it was reported; else from a series that is held yearly. Null where a doubt is left: a
 * wrong year is worse than none.
 */
export function inferOpenDay(clues: DateClues): InferredDay | null {
  const all = [
    ...clues.series.map(seriesBounds),
    seatBounds(clues.holdings, clues.tenures),
    publicationBounds(clues.publishedOn),
  ];
  const bounds = {
    after: all.flatMap(({ after }) => after),
    before: all.flatMap(({ before }) => before),
  };
  const inferred = inferDay(clues.monthDay, bounds);
  if (inferred !== null) return inferred;
  const yearly = clues.series.flatMap((one) => inferYearly(clues.monthDay, one) ?? []);
  const [first] = yearly;
  const isPossible = (day: CivilDate) =>
    bounds.after.every(({ on }) => on < day) && bounds.before.every(({ on }) => day < on);
  const agree = yearly.every(({ startsOn }) => startsOn === first?.startsOn);
  return first && agree && isPossible(first.startsOn) ? first : null;
}
