import type { HighlightRequest } from '../../search/words-thread.ts';
import { encodeCursor } from '../arguments/cursor.ts';
import { builder } from '../builder/builder.ts';
import { facetsCost, LEAF, leaf, oneObject, pageOfList, placeOfPage } from '../cost/weights.ts';
import { type JsonObject, readByKey } from '../read-plan/field-plan.ts';
import { PageInfo } from '../values/page-info.ts';
import { Facet } from './facet.ts';
import { Highlight } from './highlight.ts';
import { HIGHLIGHTS_KEY } from './read-search.ts';
import { SearchResult } from './search-result.ts';

const SearchEdge = builder.objectRef<JsonObject>('SearchEdge').implement({
  description: 'A match of a search.',
  fields: (t) => ({
    cursor: t.string({
      nullable: false,
      description: 'Its place in the list, for `after`.',
      resolve: (...call) => encodeCursor(readByKey(...call)),
    }),
    node: t.field({
      type: SearchResult,
      nullable: false,
      description: 'What was found.',
      extensions: { cost: oneObject },
      resolve: readByKey,
    }),
    score: t.float({
      nullable: false,
      description:
        'How well it matches: the greater, the better. Scores of different searches do not compare.',
      resolve: readByKey,
    }),
    highlights: t.field({
      type: [Highlight],
      nullable: false,
      description: 'Passages that match: at most ten, those of names first.',
      extensions: { cost: leaf(LEAF.highlights) },
      resolve: (edge, _, { words }) => words.highlights(edge[HIGHLIGHTS_KEY] as HighlightRequest),
    }),
  }),
});

/** A page of what a search found. */
export const SearchConnection = builder.objectRef<JsonObject>('SearchConnection').implement({
  description: 'A page of what a search found, best first, and figures about all of it.',
  fields: (t) => ({
    edges: t.field({
      type: [SearchEdge],
      nullable: false,
      description: 'The matches of this page, each with its score and passages.',
      extensions: { cost: pageOfList },
      resolve: readByKey,
    }),
    nodes: t.field({
      type: [SearchResult],
      nullable: false,
      description: 'What was found, best first.',
      extensions: { cost: pageOfList },
      resolve: readByKey,
    }),
    pageInfo: t.field({
      type: PageInfo,
      nullable: false,
      description: 'Where this page stands.',
      extensions: { cost: placeOfPage },
      resolve: readByKey,
    }),
    totalCount: t.int({ nullable: false, description: 'How many matches there are.', resolve: readByKey }),
    facets: t.field({
      type: [Facet],
      nullable: false,
      description: 'All matches counted by kind and by year.',
      extensions: { cost: facetsCost },
      resolve: readByKey,
    }),
  }),
});
