import { sql } from 'kysely';
import { SCORE_PARTS, type ScorePart } from '../../search/match/match-entries.ts';
import { builder } from '../builder/builder.ts';
import { leaf } from '../cost/weights.ts';
import type { JsonObject } from '../read-plan/field-plan.ts';
import { parentRow, planned } from '../read-plan/relation.ts';

const DESCRIPTIONS: Readonly<Record<ScorePart, string>> = {
  name: 'For a name or other name that is the whole query.',
  words: 'For all words as they were typed, less for all words anywhere, nothing for most of them.',
  kind: 'For the kind that the query asks for.',
  title: 'For a name or headline that has all words.',
  relevance:
    'For the words that it has: each by how rare it is, how often it stands there, and where; of a long text the best part counts.',
  nearness: 'For terms that stand near each other.',
  recency: 'For its day: of two that match alike the newer one comes first.',
};

/** What a score is the sum of. */
export const SearchExplanation = builder.objectRef<JsonObject>('SearchExplanation').implement({
  description: 'What the score of a match is the sum of.',
  fields: (t) =>
    Object.fromEntries(
      SCORE_PARTS.map((part) => [
        part,
        t.float({
          nullable: false,
          description: DESCRIPTIONS[part],
          ...planned((request) => sql.ref(`${parentRow(request).alias}.${part}`), leaf()),
        }),
      ]),
    ),
});
