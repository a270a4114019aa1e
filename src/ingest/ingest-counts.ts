import type { FactKind } from '../resolution/fact.ts';
import type { FactOutcome } from '../store/graph/write-facts.ts';

/** How many entities a page added to the graph, and how much of what it states the graph could not take. */
export interface IngestCounts {
  readonly articles: number;
  readonly meetings: number;
  readonly people: number;
  readonly organisations: number;
  readonly agreements: number;
  /** Statements, whole ones or parts, that are noted on the article with the reason. */
  readonly leftOut: number;
}

/** Of a page that added nothing. */
export const NO_COUNTS: IngestCounts = {
  articles: 0,
  meetings: 0,
  people: 0,
  organisations: 0,
  agreements: 0,
  leftOut: 0,
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
  };
}

/** What the articles of a page added, by a change of the graph that more pages may have made. */
export function countNew(
  articleIds: readonly string[],
  { saved, leftOut }: Pick<FactOutcome, 'saved' | 'leftOut'>,
): IngestCounts {
  const own = new Set<string | null>(articleIds);
  const added = saved.filter(({ before, statedBy }) => before === null && own.has(statedBy));
  const count = (kind: FactKind) => added.filter(({ fact }) => fact.kind === kind).length;
  return {
    articles: articleIds.length,
    meetings: count('meeting'),
    people: count('person'),
    organisations: count('organisation'),
    agreements: count('agreement'),
    leftOut: articleIds.reduce((sum, id) => sum + (leftOut.get(id)?.length ?? 0), 0),
  };
}
