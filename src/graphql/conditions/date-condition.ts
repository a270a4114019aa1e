import { sql } from 'kysely';
import { refuseNull } from '../arguments/bad-input.ts';
import { type Grouping, groupBy } from '../read-plan/grouping.ts';
import { and, type Row, type Sql, type TableName } from '../read-plan/sql.ts';
import type { DayRange } from '../values/date-range.ts';
import type { InstantRange } from '../values/date-time-range.ts';

/**
 * Refuses an end of a range that is null: it may stand for a day that somebody does not have, and would ask for more than that.
 *
 * @throws GraphQLError BAD_USER_INPUT
 */
export function checkRange(range: DayRange | InstantRange): void {
  refuseNull('from', range.from);
  refuseNull('to', range.to);
}

/**
 * Whether the days from `first` to `last` touch the range; NULL where they are unknown and the range has an end.
 *
 * @throws GraphQLError BAD_USER_INPUT for an end that is null.
 */
export function daysWithin(first: Sql, last: Sql, range: DayRange): Sql {
  checkRange(range);
  const { from, to } = range;
  return and([
    sql`${first} IS NOT NULL`,
    ...(from ? [sql`${last} >= ${from}::date`] : []),
    ...(to ? [sql`${first} <= ${to}::date`] : []),
  ]);
}

/**
 * Whether `instant` lies in the range. API instants have milliseconds, as stored ones.
 *
 * @throws GraphQLError BAD_USER_INPUT for an end that is null.
 */
export function instantsWithin(instant: Sql, range: InstantRange): Sql {
  checkRange(range);
  const { from, to } = range;
  return and([
    ...(from ? [sql`${instant} >= ${from}::timestamptz`] : []),
    ...(to ? [sql`${instant} <= ${to}::timestamptz`] : []),
  ]);
}

/** Groupings by the year, quarter, month, week and day of the date `day`. */
export function dateGroupings<T extends TableName>(
  what: string,
  day: (row: Row<T>) => Sql,
): Record<'YEAR' | 'QUARTER' | 'MONTH' | 'WEEK' | 'DAY', Grouping<T>> {
  const by = (description: string, format: string) =>
    groupBy<T>(`The ${description}.`, (row) => sql`to_char(${day(row)}, ${sql.lit(format)})`);
  return {
    YEAR: by(`year of ${what}: 2022`, 'YYYY'),
    QUARTER: by(`quarter of ${what}: 2022-Q3`, 'YYYY"-Q"Q'),
    MONTH: by(`month of ${what}: 2022-08`, 'YYYY-MM'),
    WEEK: by(`week of ${what}, after ISO 8601: 2022-W33`, 'IYYY"-W"IW'),
    DAY: { ...by(`day of ${what}: 2022-08-17`, 'YYYY-MM-DD'), day },
  };
}
