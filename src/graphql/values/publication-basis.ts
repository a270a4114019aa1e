import { builder } from '../builder/builder.ts';

/** What a day of publication rests on. */
export const PublicationBasis = builder.enumType('PublicationBasis', {
  description: 'What the day of publication of an article rests on.',
  values: {
    GIVEN: { description: 'Whoever handed in the page says so.' },
    METADATA: { description: 'Front matter or a meta element of the page.' },
    LABEL: { description: 'A date with a label on the page, such as 发布时间.' },
    DATE_LINE: {
      description:
        'A date without a label near the headline, or the day of the programme that the page shows.',
    },
    URL: { description: 'The address of the page.' },
    UPDATED: { description: 'The day of its last change; the page states no other.' },
  },
});
