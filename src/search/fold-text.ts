import { mapSource } from '../documents/mapped-text.ts';
import { simplifyText } from '../documents/simplify.ts';

/** A text folded for comparison, character by character. */
export interface FoldedText {
  /** The folded characters (code points), in order. */
  readonly chars: readonly string[];
  /** For each folded character where the original one begins that it comes from, in UTF-16 code units. */
  readonly starts: readonly number[];
  /** For each folded character where that original one ends. */
  readonly ends: readonly number[];
}

/** How many characters are remembered; Chinese text uses some 20,000. */
const CACHE_SIZE = 50_000;

const folded = new Map<string, string>();

/**
 * Folds a text so that what reads the same compares the same: compatibility forms (NFKC), lower case, Traditional
 * to Simplified. Each character is folded alone, so index and query agree whatever stands around it.
 *
 * @example foldText('ＰＭ２.５與長三角').chars.join('') // pm2.5与长三角
 */
export function foldText(text: string): FoldedText {
  const chars: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const char of text) {
    const end = at + char.length;
    for (const part of foldCharacter(char)) {
      chars.push(part);
      starts.push(at);
      ends.push(end);
    }
    at = end;
  }
  return { chars, starts, ends };
}

function foldCharacter(char: string): string {
  const known = folded.get(char);
  if (known !== undefined) return known;
  const plain = char.normalize('NFKC').toLowerCase();
  const result = Array.from(plain, simplifyCharacter).join('');
  if (folded.size < CACHE_SIZE) folded.set(char, result);
  return result;
}

function simplifyCharacter(char: string): string {
  return simplifyText(mapSource(char), { ambiguousAsTraditional: true }).text;
}
