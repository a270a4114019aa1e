import { groupBy } from '../../base/group-by.ts';
import type { CivilDate } from '../../documents/model/source-document.ts';
import type { DateBasis, MonthDay } from '../../extraction/model/claim.ts';
import { rankAlternatives, type Told } from './rank-alternatives.ts';
import type { MeetingStatement } from './statement.ts';

/** When a meeting was held, as the pages about it state it. */
export interface StatedDate {
  readonly startsOn: CivilDate | null;
  readonly endsOn: CivilDate | null;
  readonly dateBasis: DateBasis;
  readonly monthDay: MonthDay | null;
}

/** Days that articles give a meeting. */
interface ToldDate extends Told<MeetingStatement> {
  readonly date: StatedDate;
}

const UNKNOWN: StatedDate = { startsOn: null, endsOn: null, dateBasis: 'UNKNOWN', monthDay: null };

/** Places of the ranks: a stated day, one of which the year was inferred, month and day. */
const RANKS = { STATED: 0, INFERRED: 1, UNKNOWN: 2 } as const;

const lastDay = ({ startsOn, endsOn }: StatedDate) => endsOn ?? startsOn ?? '';

/** The very same days, with all articles that give them; the best basis counts. */
function tellSame(statements: readonly MeetingStatement[]): ToldDate[] {
  const same = groupBy(statements, ({ startsOn, endsOn }) => `${startsOn}/${endsOn}`);
  return [...same.values()].flatMap((sources) => {
    const [best] = [...sources].sort((a, b) => RANKS[a.dateBasis] - RANKS[b.dateBasis]);
    if (!best?.startsOn) return [];
    const { startsOn, endsOn, dateBasis } = best;
    const date = { startsOn, endsOn, dateBasis, monthDay: null };
    const rank = RANKS[dateBasis] * 2 + (endsOn === null ? 1 : 0);
    return { date, sources, values: [startsOn], rank, tie: `${startsOn}/${endsOn}` };
  });
}

/** Days that overlap are one alternative: of a meeting of three days one page may report the second alone. */
function uniteOverlapping(told: readonly ToldDate[]): ToldDate[] {
  const groups: ToldDate[][] = [];
  let end = '';
  const byStart = [...told].sort((a, b) => ((a.values[0] ?? '') < (b.values[0] ?? '') ? -1 : 1));
  for (const one of byStart) {
    if ((one.values[0] ?? '') > end || groups.length === 0) groups.push([]);
    groups.at(-1)?.push(one);
    if (lastDay(one.date) > end) end = lastDay(one.date);
  }
  return groups.flatMap((group) => {
    const [best] = rankAlternatives(group);
    const sources = group.flatMap((one) => one.sources);
    return best ? { ...best, sources, rank: RANKS[best.date.dateBasis] } : [];
  });
}

/** Whether a month and day lie in the days of an alternative. */
function isWithin(monthDay: MonthDay, { date }: ToldDate): boolean {
  const [first, last] = [date.startsOn ?? '', lastDay(date)];
  return [first, last].some((day) => {
    const at = `${day.slice(0, 4)}${monthDay.slice(1)}`;
    return first <= at && at <= last;
  });
}

/**
 * What articles say of the day of a meeting, the one that the graph shows first: a stated day goes before one whose year was
 * inferred, and this before month and day; of equals that which most articles give, then that of the earliest article.
 * Month and day without a year agree with every day that they can mean.
 */
export function rankDates(statements: readonly MeetingStatement[]): ToldDate[] {
  const dated = uniteOverlapping(tellSame(statements.filter(({ startsOn }) => startsOn !== null)));
  const open = groupBy(
    statements.filter(({ startsOn, monthDay }) => startsOn === null && monthDay !== null),
    ({ monthDay }) => monthDay ?? '',
  );
  const joined = dated.map((one) => ({
    ...one,
    sources: [
      ...one.sources,
      ...[...open].flatMap(([monthDay, sources]) => (isWithin(monthDay, one) ? sources : [])),
    ],
  }));
  const others = [...open].flatMap(([monthDay, sources]) =>
    dated.some((one) => isWithin(monthDay, one))
      ? []
      : { date: { ...UNKNOWN, monthDay }, sources, values: [monthDay], rank: RANKS.UNKNOWN, tie: monthDay },
  );
  return rankAlternatives([...joined, ...others]);
}

/** When a meeting was held, of what articles say of it the alternative that `rankDates` puts first. */
export function chooseDate(ranked: readonly ToldDate[]): StatedDate {
  return ranked[0]?.date ?? UNKNOWN;
}
