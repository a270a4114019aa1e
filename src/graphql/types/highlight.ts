import type { Highlight as HighlightShape, Range as RangeShape } from '../../search/highlight.ts';
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
        'Where it stands: headline, text, name, otherNames, series, places, positions, area, title or parties.',
    }),
    snippet: t.exposeString('snippet', { nullable: false, description: 'The passage, as it stands there.' }),
    ranges: t.field({
      type: [Range],
      nullable: false,
      description: 'What matched, in order: ranges into the snippet.',
      resolve: ({ ranges }) => [...ranges],
    }),
  }),
});
