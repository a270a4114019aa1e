import { isHanAt } from './characters.ts';
import { COMMON_SURNAMES } from './lexicon/names.ts';
import { type MappedText, rewriteMapped } from './mapped-text.ts';

/** So many names are a list; behind a colon fewer are. */
const [MIN_NAMES, MIN_BEHIND_COLON] = [3, 2];
/** Pieces no longer than names, which blanks part. */
const BLANK_LIST = /(?<!\p{Script=Han})\p{Script=Han}{1,3}(?: \p{Script=Han}{1,3})+/gu;

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
    if (names === null || names.length < (behindColon ? MIN_BEHIND_COLON : MIN_NAMES) || isHanAt(text, end))
      continue;
    chars.push(text.slice(from, match.index), names.join('、'));
    from = end;
  }
  return from === 0 ? mapped : rewriteMapped(mapped, chars.join('') + text.slice(from));
}

/** The names that the pieces between blanks make up; null where one of them is none. */
function listNames(pieces: readonly string[]): string[] | null {
  const names: string[] = [];
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at] ?? '';
    const next = pieces[at + 1] ?? '';
    if (!COMMON_SURNAMES.has(piece.charAt(0))) return null;
    if (piece.length > 1) names.push(piece);
    else if (next.length === 1) {
      names.push(`${piece} ${next}`);
      at++;
    } else return null;
  }
  return names;
}
