import { FACT_KINDS, KINDS } from '../kinds/kinds.ts';
import type { ReplacedArticle, ReplacedCode } from '../store/copies/replaced-article.ts';
import type { NewArticle } from '../store/documents/save-documents.ts';
import type { FactOutcome } from '../store/graph/write-facts.ts';

/** How much a page added to the graph, and how much the graph could not take, or rests on no more. */
export interface IngestCounts {
  readonly articles: number;
  /** New rows by what several of their kind are called: `{ meetings: 2, people: 7 }`; each kind that is counted has its entry. */
  readonly facts: Readonly<Record<string, number>>;
  /** Statements, whole ones or parts, that are noted on the article with the reason. */
  readonly leftOut: number;
  /** Articles of earlier versions of the page, whose place its own took. */
  readonly superseded: number;
  /** Articles that it showed to be spun copies, its own among them. */
  readonly spun: number;
  /** Doubts that its articles leave. */
  readonly warnings: number;
}

const COUNTED = FACT_KINDS.flatMap((kind) => {
  const { plural } = KINDS[kind];
  return plural === null ? [] : [{ kind, plural }];
});

const countEach = (count: (kind: (typeof COUNTED)[number]) => number) =>
  Object.fromEntries(COUNTED.map((kind) => [kind.plural, count(kind)]));

/** Of a page that added nothing. */
export const NO_COUNTS: IngestCounts = {
  articles: 0,
  facts: countEach(() => 0),
  leftOut: 0,
  superseded: 0,
  spun: 0,
  warnings: 0,
};

/** What two lots of pages added together. */
export function addCounts(left: IngestCounts, right: IngestCounts): IngestCounts {
  return {
    articles: left.articles + right.articles,
    facts: countEach(({ plural }) => (left.facts[plural] ?? 0) + (right.facts[plural] ?? 0)),
    leftOut: left.leftOut + right.leftOut,
    superseded: left.superseded + right.superseded,
    spun: left.spun + right.spun,
    warnings: left.warnings + right.warnings,
  };
}

/** What a change of the graph, which more pages may have made, did. */
interface Change extends Pick<FactOutcome, 'saved' | 'leftOut'> {
  readonly replaced: readonly ReplacedArticle[];
}

/** What the articles of a page added, and what they replaced, by a change of the graph that more pages may have made. */
export function countNew(
  articles: readonly Pick<NewArticle, 'id' | 'extraction'>[],
  { saved, leftOut, replaced }: Change,
): IngestCounts {
  const own = new Set<string | null>(articles.map(({ id }) => id));
  const added = saved.filter(({ before, statedBy }) => before === null && own.has(statedBy));
  const countReplaced = (code: ReplacedCode) =>
    replaced.filter((one) => one.code === code && own.has(one.shownBy)).length;
  return {
    articles: articles.length,
    facts: countEach(({ kind }) => added.filter(({ fact }) => fact.kind === kind).length),
    leftOut: articles.reduce((sum, { id }) => sum + (leftOut.get(id)?.length ?? 0), 0),
    superseded: countReplaced('SUPERSEDED'),
    spun: countReplaced('SPUN'),
    warnings: articles.reduce((sum, { extraction }) => sum + extraction.warnings.length, 0),
  };
}

/** What was added, for people: `5 articles, 9 organisations, 30 people, …`. */
export function describeCounts({ articles, facts }: IngestCounts): string {
  return [`${articles} articles`, ...Object.entries(facts).map(([plural, n]) => `${n} ${plural}`)].join(', ');
}
