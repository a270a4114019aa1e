import { builder } from '../builder/builder.ts';

/** On what a meeting's date rests. */
export const DateBasis = builder.enumType('DateBasis', {
  description: "On what a meeting's date rests.",
  values: {
    STATED: { description: 'A page states the day.' },
    INFERRED: {
      description:
        'The year was inferred, by the page or from other pages: `dateBasisReason` says from what.',
    },
    UNKNOWN: { description: 'No day can be settled.' },
  },
});
