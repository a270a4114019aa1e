/** How alike a mention and an entity are: from 0, surely different, to 1, surely the same, and why. */
export interface Comparison {
  readonly score: number;
  /** Sentences in English, at least one where the score is above 0. */
  readonly reasons: readonly string[];
}

/** What a comparator says of two things that have nothing in common. */
export const different: Comparison = { score: 0, reasons: [] };

/** From this score on, a mention is held to be the entity; below it they stay apart. */
export const SAME_FROM = 0.75;

/** From this score on, a mention that stays apart is an open question. */
export const UNSURE_FROM = 0.5;

/** The best of several candidates, with its comparison. */
export interface Match<Candidate> {
  readonly candidate: Candidate;
  readonly comparison: Comparison;
}

/** The candidate with the highest score above 0, the first of equals; null where there is none. */
export function findBestMatch<Candidate>(
  candidates: readonly Candidate[],
  compare: (candidate: Candidate) => Comparison,
): Match<Candidate> | null {
  let best: Match<Candidate> | null = null;
  for (const candidate of candidates) {
    const comparison = compare(candidate);
    if (comparison.score > (best?.comparison.score ?? 0)) best = { candidate, comparison };
  }
  return best;
}
