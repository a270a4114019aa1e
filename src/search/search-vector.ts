import { segment } from './segment.ts';

/** How much a match counts: A most, D least. */
export type Weight = 'A' | 'B' | 'C' | 'D';

/** A folded text at its place in an index row. */
export interface WeightedChars {
  readonly chars: readonly string[];
  readonly weight: Weight;
  /** Where its first character stands in the row, from 0. */
  readonly offset: number;
}

// Limits of tsvector: positions beyond the last are cut to it, and a lexeme keeps 256 of them.
const LAST_POSITION = 16_383;
const MAX_POSITIONS = 256;

/**
 * The tsvector literal of texts that share one row: each lexeme at the offset of its first character plus 1.
 *
 * `to_tsvector` is of no use here: it takes a run of Chinese for one word.
 */
export function searchVector(texts: readonly WeightedChars[]): string {
  const positions = new Map<string, string[]>();
  for (const { chars, weight, offset } of texts) {
    for (const { lexeme, start } of segment(chars)) {
      const position = offset + start + 1;
      const places = positions.get(lexeme);
      if (position > LAST_POSITION || (places && places.length >= MAX_POSITIONS)) continue;
      const place = `${position}${weight}`;
      if (places) places.push(place);
      else positions.set(lexeme, [place]);
    }
  }
  return [...positions].map(([lexeme, places]) => `${quoteLexeme(lexeme)}:${places.join(',')}`).join(' ');
}

/** A lexeme as tsvector and tsquery take it. */
export function quoteLexeme(lexeme: string): string {
  return `'${lexeme.replace(/['\\]/g, '$&$&')}'`;
}
