import { FACT_KINDS, KINDS } from '../kinds/kinds.ts';
import type { FactOutcome } from '../store/graph/write-facts.ts';

/** How much a page added to the graph, and how much of what it states the graph could not take. */
export interface IngestCounts {
  readonly articles: number;
  /** New rows by what several of their kind are called: `{ meetings: 2, people: 7 }`; each kind that is counted has its entry. */
  readonly facts: Readonly<Record<string, number>>;
  /** Statements, whole ones or parts, that are noted on the article with the reason. */
  readonly leftOut: number;
}

const COUNTED = FACT_KINDS.flatMap((kind) => {
  const { plural } = KINDS[kind];
  return plural === null ? [] : [{ kind, plural }];
});

const countEach = (count: (kind: (typeof COUNTED)[number]) => number) =>
  Object.fromEntries(COUNTED.map((kind) => [kind.plural, count(kind)]));

/** Of a page that added nothing. */
export const NO_COUNTS: IngestCounts = { articles: 0, facts: countEach(() => 0), leftOut: 0 };

/** What two lots of pages added together. */
export function addCounts(left: IngestCounts, right: IngestCounts): IngestCounts {
  return {
    articles: left.articles + right.articles,
    facts: countEach(({ plural }) => (left.facts[plural] ?? 0) + (right.facts[plural] ?? 0)),
    leftOut: left.leftOut + right.leftOut,
  };
}

/** What the articles of a page added, by a change of the graph that more pages may have made. */
export function countNew(
  articleIds: readonly string[],
  { saved, leftOut }: Pick<FactOutcome, 'saved' | 'leftOut'>,
): IngestCounts {
  const own = new Set<string | null>(articleIds);
  const added = saved.filter(({ before, statedBy }) => before === null && own.has(statedBy));
  return {
    articles: articleIds.length,
    facts: countEach(({ kind }) => added.filter(({ fact }) => fact.kind === kind).length),
    leftOut: articleIds.reduce((sum, id) => sum + (leftOut.get(id)?.length ?? 0), 0),
  };
}

/** What was added, for people: `5 articles, 9 organisations, 30 people, …`. */
export function describeCounts({ articles, facts }: IngestCounts): string {
  return [`${articles} articles`, ...Object.entries(facts).map(([plural, n]) => `${n} ${plural}`)].join(', ');
}
