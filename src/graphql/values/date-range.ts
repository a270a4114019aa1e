import { builder } from '../builder/builder.ts';

/** The value of a `DateRange`. */
export interface DayRange {
  from?: string | null;
  to?: string | null;
}

/** A range of days. */
export const DateRange = builder.inputType('DateRange', {
  description:
    'A range of days, both ends included. Unknown days lie in no range; an end that is null is refused.',
  fields: (t) => ({
    from: t.field({ type: 'Date', description: 'The first day; without it the range has no beginning.' }),
    to: t.field({ type: 'Date', description: 'The last day; without it the range has no end.' }),
  }),
});
