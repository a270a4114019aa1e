import { applyEdits, type Edit, type MappedText, rewriteMapped } from '../model/mapped-text.ts';

/**
 * Characters that show nothing: controls, soft hyphen, zero-width characters, marks of direction, byte order marks,
 * variation selectors, private use. Tab and line breaks count as white space. The replacement character stays: without it 陆�山
 * would be a name.
 */
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc\ue000-\uf8ff]+|[\ufe00-\ufe0f]/g;
const FOLDABLE =
  /[\uff01-\uff5e\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\u2e80-\u2fdf\uf900-\ufaff\t-\r]/g;

/** Invisible characters out; every white space a blank; full-width letters and digits half-width. */
export function foldCharacters(mapped: MappedText): MappedText {
  const visible = dropInvisible(mapped);
  return rewriteMapped(visible, visible.text.replace(FOLDABLE, foldCharacter));
}

function dropInvisible(mapped: MappedText): MappedText {
  const edits: Edit[] = [];
  for (const match of mapped.text.matchAll(INVISIBLE)) {
    edits.push({ start: match.index, end: match.index + match[0].length, text: '' });
  }
  return applyEdits(mapped, edits);
}

function foldCharacter(char: string): string {
  const code = char.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return isFoldedWide(code) ? String.fromCharCode(code - 0xfee0) : char;
  if (/\s/.test(char)) return ' ';
  const folded = char.normalize('NFKC');
  return folded.length === char.length ? folded : char;
}

/** Punctuation of Chinese text that stays wide. */
const WIDE_PUNCTUATION = new Set('！＂＇（），：；？［］＾｀｛｝～＄');

/** Letters, digits and the signs that belong to numbers and units; the punctuation of Chinese text stays wide. */
function isFoldedWide(code: number): boolean {
  return !WIDE_PUNCTUATION.has(String.fromCharCode(code));
}
