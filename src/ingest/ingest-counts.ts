import type { FactKind } from '../resolution/fact.ts';
import type { ReplacedArticle, ReplacedCode } from '../store/copies/replaced-article.ts';
import type { NewArticle } from '../store/documents/save-documents.ts';
import type { FactOutcome } from '../store/graph/write-facts.ts';

/** How many entities a page added to the graph, and how much the graph could not take, or rests on no more. */
export interface IngestCounts {
  readonly articles: number;
  readonly meetings: number;
  readonly people: number;
  readonly organisations: number;
  readonly agreements: number;
  /** Statements, whole ones or parts, that are noted on the article with the reason. */
  readonly leftOut: number;
  /** Articles of earlier versions of the page, whose place its own took. */
  readonly superseded: number;
  /** Articles that it showed to be spun copies, its own among them. */
  readonly spun: number;
  /** Doubts that its articles leave. */
  readonly warnings: number;
}

/** Of a page that added nothing. */
export const NO_COUNTS: IngestCounts = {
  articles: 0,
  meetings: 0,
  people: 0,
  organisations: 0,
  agreements: 0,
  leftOut: 0,
  superseded: 0,
  spun: 0,
  warnings: 0,
};

/** What two lots of pages added together. */
export function addCounts(left: IngestCounts, right: IngestCounts): IngestCounts {
  return {
    articles: left.articles + right.articles,
    meetings: left.meetings + right.meetings,
    people: left.people + right.people,
    organisations: left.organisations + right.organisations,
    agreements: left.agreements + right.agreements,
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
  const count = (kind: FactKind) => added.filter(({ fact }) => fact.kind === kind).length;
  const countReplaced = (code: ReplacedCode) =>
    replaced.filter((one) => one.code === code && own.has(one.shownBy)).length;
  return {
    articles: articles.length,
    meetings: count('meeting'),
    people: count('person'),
    organisations: count('organisation'),
    agreements: count('agreement'),
    leftOut: articles.reduce((sum, { id }) => sum + (leftOut.get(id)?.length ?? 0), 0),
    superseded: countReplaced('SUPERSEDED'),
    spun: countReplaced('SPUN'),
    warnings: articles.reduce((sum, { extraction }) => sum + extraction.warnings.length, 0),
  };
}
