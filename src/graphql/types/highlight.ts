import {
  type Highlight as HighlightShape,
  highlightField,
  type Range as RangeShape,
} from '../../search/highlight.ts';
import { parseSearchQuery, type SearchQuery } from '../../search/search-query.ts';
import { builder } from '../builder.ts';

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

/** What the plan gives for highlights: the query, and the passages of each matching row of the index. */
interface HighlightSource {
  readonly query: string;
  readonly rows: readonly (readonly { readonly field: string; readonly text: string }[])[];
}

/** The most passages of one hit. */
const MAX_HIGHLIGHTS = 10;

let last: { text: string; query: SearchQuery } | null = null;

/** A query understood; the last one is kept, because all hits of an answer share it. */
function understood(text: string): SearchQuery {
  if (last?.text !== text) last = { text, query: parseSearchQuery(text) };
  return last.query;
}

/** The passages of a hit that match, those of names first. */
export function highlights(source: HighlightSource): HighlightShape[] {
  const query = understood(source.query);
  return source.rows
    .flat()
    .flatMap(({ field, text }) => highlightField(field, text, query))
    .slice(0, MAX_HIGHLIGHTS);
}
