import type { Highlight as HighlightShape, Range as RangeShape } from '../../search/query/highlight.ts';
import { builder } from '../builder/builder.ts';

const Range = builder.objectRef<RangeShape>('Range').implement({
  description: 'A range of a text in UTF-16 code units, half-open.',
  fields: (t) => ({
    start: t.exposeInt('start', { nullable: false, description: 'Where it begins.' }),
    end: t.exposeInt('end', {
      nullable: false,
      description: 'Where it ends; the character there is not part of it.',
    }),
  }),
});

/** A passage that matches a search. */
export const Highlight = builder.objectRef<HighlightShape>('Highlight').implement({
  description: 'A passage that matches a search.',
  fields: (t) => ({
    field: t.exposeString('field', {
      nullable: false,
      description:
        'Where it stands: headline, text, name, otherNames, series, days, places, participants, positions, area, title, parties, meeting, measure, subject, period or printed.',
    }),
    snippet: t.exposeString('snippet', {
      nullable: false,
      description:
        'The passage, as it stands there. A long text is cut between words, and never through a match.',
    }),
    ranges: t.field({
      type: [Range],
      nullable: false,
      description: 'All that matches in it, in order: ranges into the snippet.',
      resolve: ({ ranges }) => [...ranges],
    }),
  }),
});
