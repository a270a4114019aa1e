/** How alike two entities are: from 0, surely different, to 1, surely the same, and why. */
export interface Comparison {
  readonly score: number;
  /** Sentences in English, at least one where the score is above 0. */
  readonly reasons: readonly string[];
}

/** What a comparator says of two things that have nothing in common. */
export const different: Comparison = { score: 0, reasons: [] };

/** From this score on, two entities that no key tells to be one are an open question. */
export const UNSURE_FROM = 0.5;
