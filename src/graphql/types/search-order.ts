import { sql } from 'kysely';
import type { Arguments } from '../arguments/arguments.ts';
import { builder } from '../builder/builder.ts';
import type { Ordering, SortKey } from '../read-plan/page.ts';

/** In which order matches come. */
export const SearchOrder = builder.enumType('SearchOrder', {
  description: 'In which order the matches of a search come.',
  values: {
    RELEVANCE: { description: 'Those that match best first.' },
    NEWEST: {
      description: 'By their day, the latest first; what has no day comes last.',
    },
    OLDEST: { description: 'By their day, the earliest first; what has no day comes last.' },
  },
});

const byDay = (descending: boolean): SortKey => ({
  key: (hit) => sql.ref(`${hit.alias}.happened_on`),
  type: 'date',
  nullable: true,
  descending,
});

const ORDERINGS: Readonly<Record<typeof SearchOrder.$inferType, Ordering>> = {
  RELEVANCE: {
    orderName: 'Search SCORE DESC',
    keys: [
      { key: (hit) => sql.ref(`${hit.alias}.score`), type: 'numeric', nullable: false, descending: true },
    ],
  },
  NEWEST: { orderName: 'Search DAY DESC', keys: [byDay(true)] },
  OLDEST: { orderName: 'Search DAY ASC', keys: [byDay(false)] },
};

/** The order that the arguments of `search` ask for. */
export const searchOrdering = ({ orderBy }: Arguments): Ordering =>
  ORDERINGS[(orderBy ?? 'RELEVANCE') as keyof typeof ORDERINGS];
