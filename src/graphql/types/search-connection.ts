import { sql } from 'kysely';
import { matchingPassages } from '../../search/match/match-entries.ts';
import type { HighlightRequest } from '../../search/words/words-thread.ts';
import { builder } from '../builder/builder.ts';
import { connectionType } from '../connections/connection-type.ts';
import { facetsCost, LEAF, leaf, oneObject, sameObject } from '../cost/weights.ts';
import { type FieldPlan, readByKey } from '../read-plan/field-plan.ts';
import { parentRow, planned } from '../read-plan/relation.ts';
import { Facet, FacetField } from './facet.ts';
import { Highlight } from './highlight.ts';
import { searchOf } from './read-search.ts';
import { SearchExplanation } from './search-explanation.ts';
import { SearchNote } from './search-note.ts';
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
    description: 'All matches counted, by kind and by year unless something else is asked for.',
    args: {
      by: t.arg({
        type: [FacetField],
        description:
          'By what they are counted, only what is asked for; left out or null: by kind and year; an empty list asks nothing.',
      }),
    },
    extensions: { cost: facetsCost },
    resolve: readByKey,
  }),
);

builder.objectField(connection, 'notes', (t) =>
  t.field({
    type: [SearchNote],
    nullable: false,
    description: 'What those who search should know of how their query was taken; empty where that is plain.',
    extensions: { cost: leaf(LEAF.list) },
    resolve: readByKey,
  }),
);

builder.objectField(connection, 'didYouMean', (t) =>
  t.string({
    description: [
      'The query with the names that were meant in it, where what was typed stands nowhere and is a mistake away from a name, or sounds alike; else null.',
      'Where nothing else is found, what has to do with the one that was meant is.',
    ].join(' '),
    extensions: { cost: leaf(LEAF.list) },
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
  explanation: t.field({
    type: SearchExplanation,
    description: 'What the score is the sum of; null unless the search was asked to explain.',
    ...planned((request) => {
      const { planner, selection } = request;
      return searchOf(request).isExplained
        ? planner.object('SearchExplanation', parentRow(request), selection)
        : sql`NULL::json`;
    }, sameObject),
  }),
  highlights: t.field({
    type: [Highlight],
    nullable: false,
    description: 'Passages that match: at most ten, those of names first.',
    extensions: { plan: highlightsPlan, cost: leaf(LEAF.highlights), sharedKey: '$highlights' },
    resolve: (match, _, { words }) => words.highlights(match.$highlights as HighlightRequest),
  }),
}));
