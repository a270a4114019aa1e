import { builder } from '../builder/builder.ts';

/** The script that a source is written in. */
export const Script = builder.enumType('Script', {
  description: 'The script that a source is written in.',
  values: {
    HANS: { description: 'Simplified Chinese.' },
    HANT: { description: 'Traditional Chinese.' },
  },
});
