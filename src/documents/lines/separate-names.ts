import { COMMON_SURNAMES } from '../lexicon/names.ts';
import { type MappedText, rewriteMapped } from '../model/mapped-text.ts';

/** So many names are a list; behind a colon fewer are. */
const [MIN_NAMES, MIN_BEHIND_COLON] = [3, 2];
/** So many pieces make a line a list of names. */
const MIN_LINE = 5;
const MAX_NAME = 4;
/** （女）, （维吾尔族）. */
const NOTE = /（[^（）]{1,8}）/g;
/** The share of the pieces that must begin with a surname: some have none that is common. */
const MIN_SHARE = 0.75;
/** Pieces no longer than names, which blanks part. */
const BLANK_LIST = /(?<!\p{Script=Han})\p{Script=Han}{1,4}(?: \p{Script=Han}{1,4}(?!\p{Script=Han}))+/gu;

/**
 * Parts the names of a list by 、 where only blanks do, so that they do not run together: names of two characters may hold
 * a blank themselves. Every other text stays as it is.
 *
 * @param mapped white space collapsed to single blanks.
 * @example separateNames(mapSource('出席：王 浩 李 强 张晓明')).text // 出席：王 浩、李 强、张晓明
 */
export function separateNames(mapped: MappedText): MappedText {
  const { text } = mapped;
  if (!text.includes(' ')) return mapped;
  const chars: string[] = [];
  let from = 0;
  for (const match of text.matchAll(BLANK_LIST)) {
    const end = match.index + match[0].length;
    const behindColon = text.charAt(match.index - 1) === '：';
    const names = listNames(match[0].split(' '));
    if (names === null || names.length < (behindColon ? MIN_BEHIND_COLON : MIN_NAMES)) continue;
    chars.push(text.slice(from, match.index), names.join('、'));
    from = end;
  }
  return from === 0 ? mapped : rewriteMapped(mapped, chars.join('') + text.slice(from));
}

/** The names that the pieces between blanks make up; null where next to none of them is one. */
function listNames(pieces: readonly string[]): string[] | null {
  const items: string[] = [];
  let names = 0;
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at] ?? '';
    const next = pieces[at + 1] ?? '';
    const named = COMMON_SURNAMES.has(piece.charAt(0)) && piece.length + next.length > 1;
    const halved = named && piece.length === 1;
    if (halved && next.length !== 1) return null;
    if (named) names++;
    items.push(halved ? `${piece} ${next}` : piece);
    if (halved) at++;
  }
  return names >= MIN_SHARE * items.length ? items : null;
}

/** Whether a line is a list of names that only blanks part, notes in brackets behind some. */
export function isNameList(text: string): boolean {
  const pieces = text.replace(NOTE, '').trim().split(/\s+/);
  if (pieces.length < MIN_LINE) return false;
  const names = pieces.filter((piece) => piece.length <= MAX_NAME && COMMON_SURNAMES.has(piece.charAt(0)));
  return names.length >= MIN_SHARE * pieces.length;
}
