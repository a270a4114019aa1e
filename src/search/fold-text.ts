import { simplifyText } from '../documents/lines/simplify.ts';
import { mapSource } from '../documents/model/mapped-text.ts';

/** A text folded for comparison, character by character. */
export interface FoldedText {
  /** The folded characters (code points), in order. */
  readonly chars: readonly string[];
  /** For each folded character where the original one begins that it comes from, in UTF-16 code units. */
  readonly starts: readonly number[];
  /** For each folded character where that original one ends. */
  readonly ends: readonly number[];
}

/** What each character folds to, by its code; filled as they turn up. */
const folded: (readonly string[] | undefined)[] = new Array(0x10000);

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
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at) ?? 0;
    const end = at + (code > 0xffff ? 2 : 1);
    for (const part of foldCode(code)) {
      chars.push(part);
      starts.push(at);
      ends.push(end);
    }
    at = end;
  }
  return { chars, starts, ends };
}

function foldCode(code: number): readonly string[] {
  const known = folded[code];
  if (known !== undefined) return known;
  const plain = String.fromCodePoint(code).normalize('NFKC').toLowerCase();
  const result = Array.from(Array.from(plain, simplifyCharacter).join(''));
  if (code < folded.length) folded[code] = result;
  return result;
}

function simplifyCharacter(char: string): string {
  return simplifyText(mapSource(char), { ambiguousAsTraditional: true }).text;
}
