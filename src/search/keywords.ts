import { jieba } from './jieba.ts';

/** A word of a text with its TF-IDF weight. */
export interface WeightedWord {
  readonly word: string;
  readonly weight: number;
}

/** The `limit` words that tell `text` from others, weightiest first. */
export function extractKeywords(text: string, limit: number): WeightedWord[] {
  return limit === 0 ? [] : jieba().extract(text, limit);
}
