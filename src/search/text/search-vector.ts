import type { Weight } from '../../kinds/kind.ts';
import { segment } from './segment.ts';

/** A folded text at its place in an index row. */
export interface WeightedChars {
  readonly chars: readonly string[];
  readonly weight: Weight;
  /** How many characters of its beginning count as of the weight C. */
  readonly lead: number;
  /** Where its first character stands in the row, from 0. */
  readonly offset: number;
}

// Limits of tsvector: positions beyond the last are cut to it, and a lexeme keeps 256 of them.
const LAST_POSITION = 16_383;
export const MAX_POSITIONS = 256;

/**
 * The tsvector literal of texts that share one row: each lexeme at the offset of its first character plus 1.
 *
 * `to_tsvector` is of no use here: it takes a run of Chinese for one word.
 */
export function searchVector(texts: readonly WeightedChars[]): string {
  const lexemes = new Map<string, { count: number; positions: string }>();
  for (const { chars, weight: usual, lead, offset } of texts)
    segment(chars, (lexeme, start) => {
      const position = offset + start + 1;
      if (position > LAST_POSITION) return;
      const weight = start < lead ? 'C' : usual;
      const known = lexemes.get(lexeme);
      if (known === undefined) lexemes.set(lexeme, { count: 1, positions: `${position}${weight}` });
      else if (known.count < MAX_POSITIONS) {
        known.count += 1;
        known.positions += `,${position}${weight}`;
      }
    });
  let vector = '';
  for (const [lexeme, { positions }] of lexemes) vector += `${quoteLexeme(lexeme)}:${positions} `;
  return vector.trimEnd();
}

/** A lexeme as tsvector and tsquery take it. */
export function quoteLexeme(lexeme: string): string {
  const isPlain = !lexeme.includes("'") && !lexeme.includes('\\');
  return isPlain ? `'${lexeme}'` : `'${lexeme.replace(/['\\]/g, '$&$&')}'`;
}
