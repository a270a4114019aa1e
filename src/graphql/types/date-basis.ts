import { builder } from '../builder.ts';

/** On what a meeting's date rests. */
export const DateBasis = builder.enumType('DateBasis', {
  description: "On what a meeting's date rests.",
  values: {
    STATED: { description: 'The text states the day.' },
    INFERRED: { description: 'The year was inferred from what the text ties to a year.' },
    UNKNOWN: { description: 'No day can be settled.' },
  },
});
