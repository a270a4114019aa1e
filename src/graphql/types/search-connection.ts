import { sql } from 'kysely';
import { matchingPassages } from '../../search/match-entries.ts';
import type { HighlightRequest } from '../../search/words-thread.ts';
import { builder } from '../builder/builder.ts';
import { connectionType } from '../connections/connection-type.ts';
import { facetsCost, LEAF, leaf, oneObject } from '../cost/weights.ts';
import { type FieldPlan, readByKey } from '../read-plan/field-plan.ts';
import { parentRow, planned } from '../read-plan/relation.ts';
import { Facet } from './facet.ts';
import { Highlight } from './highlight.ts';
import { searchOf } from './read-search.ts';
import { readResult, SearchResult } from './search-result.ts';

const { connection, edge } = connectionType({
  name: 'Search',
  nouns: ['match', 'matches'],
  node: {
    type: SearchResult,
    read: (request) => readResult(request, parentRow(request).alias, searchOf(request).filter.types),
    cost: oneObject,
  },
});

/** A page of what a search found. */
export const SearchConnection = connection;

builder.objectField(connection, 'facets', (t) =>
  t.field({
    type: [Facet],
    nullable: false,
    description: 'All matches counted by kind and by year.',
    extensions: { cost: facetsCost },
    resolve: readByKey,
  }),
);

/** Reads what highlights are made of; `RequestWords` makes them. */
const highlightsPlan: FieldPlan = {
  read: (request) => {
    const { query, text } = searchOf(request);
    const rows = matchingPassages(query, sql.ref(`${parentRow(request).alias}.id`));
    return sql`json_build_object('query', ${text}::text,
      'rows', (SELECT coalesce(json_agg(m.passages), '[]') FROM (${rows}) AS m))`;
  },
};

builder.objectFields(edge, (t) => ({
  score: t.float({
    nullable: false,
    description: 'How well it matches: the greater, the better. Scores of different searches do not compare.',
    ...planned((request) => sql.ref(`${parentRow(request).alias}.score`), leaf()),
  }),
  highlights: t.field({
    type: [Highlight],
    nullable: false,
    description: 'Passages that match: at most ten, those of names first.',
    extensions: { plan: highlightsPlan, cost: leaf(LEAF.highlights), sharedKey: '$highlights' },
    resolve: (match, _, { words }) => words.highlights(match.$highlights as HighlightRequest),
  }),
}));
