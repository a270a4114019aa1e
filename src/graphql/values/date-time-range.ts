import { builder } from '../builder/builder.ts';

/** The value of a `DateTimeRange`. */
export interface InstantRange {
  from?: string | null;
  to?: string | null;
}

/** A range of instants. */
export const DateTimeRange = builder.inputType('DateTimeRange', {
  description: 'A range of instants, both ends included; an end that is null is refused.',
  fields: (t) => ({
    from: t.field({ type: 'DateTime', description: 'The earliest; without it the range has no beginning.' }),
    to: t.field({ type: 'DateTime', description: 'The latest; without it the range has no end.' }),
  }),
});
