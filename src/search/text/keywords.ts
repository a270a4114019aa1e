import { jieba } from './jieba.ts';

/** A word of a text with its TF-IDF weight. */
export interface WeightedWord {
  readonly word: string;
  readonly weight: number;
}

/** How many words of a text are kept. */
export const MAX_KEYWORDS = 20;

/** How much of a text they are taken from, in UTF-16 code units: no article is so long that says one thing. */
export const KEYWORDS_LENGTH = 20_000;

/** The words that tell `text` from others, weightiest first, each once. */
export function extractKeywords(text: string): WeightedWord[] {
  return jieba().extract(text.slice(0, KEYWORDS_LENGTH), MAX_KEYWORDS);
}
