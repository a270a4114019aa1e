import { simplifyText } from '../../documents/lines/simplify.ts';
import { mapSource } from '../../documents/model/mapped-text.ts';

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
 * to Simplified, nothing of what has no width. Each character is folded alone, so index and query agree whatever stands around it.
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

/** What nobody sees: characters of no width, and marks that choose how the one before them is drawn. */
const INVISIBLE =
  /^(?:\u00ad|\u034f|\u061c|\u180e|[\u200b-\u200f\u202a-\u202e\u2060-\u206f]|[\ufe00-\ufe0f]|\ufeff)$/;

/** The circle that many pages have for the zero in numerals: 二○二六. */
const CIRCLE = '○';

function foldCode(code: number): readonly string[] {
  const known = folded[code];
  if (known !== undefined) return known;
  const result = foldCharacter(String.fromCodePoint(code));
  if (code < folded.length) folded[code] = result;
  return result;
}

function foldCharacter(char: string): string[] {
  if (INVISIBLE.test(char)) return [];
  if (char === CIRCLE) return ['〇'];
  const plain = char.normalize('NFKC').toLowerCase();
  return Array.from(Array.from(plain, simplifyCharacter).join(''));
}

function simplifyCharacter(char: string): string {
  return simplifyText(mapSource(char), { ambiguousAsTraditional: true }).text;
}
