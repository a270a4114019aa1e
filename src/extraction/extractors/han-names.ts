import { isHan } from '../lexicon/name-words.ts';
import { doubleSurnames, neverInNames, surnames, wordsLikeNames } from '../lexicon/surnames.ts';
import type { KnownNames } from './known-names.ts';
import { type NameMatch, rateEnd } from './name-ends.ts';

/** Words that are the surname and the first character of many names: 王国某. To extend: add the word. */
const BEGINS_NAMES = new Set('王国 江海 江山 高原 文明 万里 国庆 海洋'.split(' '));

/** Words that are names as well, where an office stands before them: 市长高峰. To extend: add the word. */
const ALSO_NAMES = new Set('高峰 高原 江山 江海 江河 万里 文明 温暖 向阳 方正 雷达 海洋'.split(' '));

function isShapedLikeName(name: string, surnameLength: number, behindOffice: boolean): boolean {
  for (let at = surnameLength; at < name.length; at++)
    if (!isHan(name[at]) || neverInNames.has(name[at] ?? '')) return false;
  if (name.includes('主席')) return false;
  if (behindOffice && ALSO_NAMES.has(name)) return true;
  for (let length = 2; length <= name.length; length++)
    if (
      wordsLikeNames.has(name.slice(0, length)) &&
      !(length < name.length && BEGINS_NAMES.has(name.slice(0, length)))
    )
      return false;
  return true;
}

const DOUBLE_INITIALS: ReadonlySet<string> = new Set([...doubleSurnames].map((surname) => surname[0] ?? ''));

/** How long a surname and the name with it may be, in the order in which they are tried. */
const SHAPES = [
  { surnameLength: 2, length: 3, surname: 'DOUBLE' },
  { surnameLength: 2, length: 4, surname: 'DOUBLE' },
  { surnameLength: 1, length: 2, surname: 'SINGLE' },
  { surnameLength: 1, length: 3, surname: 'SINGLE' },
  // A married name bears both surnames: 陈方某某.
  { surnameLength: 2, length: 4, surname: 'MARRIED' },
] as const;

const isDouble = (text: string, at: number) =>
  DOUBLE_INITIALS.has(text[at] ?? '') && doubleSurnames.has(text.slice(at, at + 2));

/** Last characters that are more often the word behind a name: 王飞|作交流发言. To extend: add the character. */
const WEAK_LAST = new Set('和作任说称讲等致');

/** Knowing a name from elsewhere weighs as much as the difference between a particle and a mark. */
const KNOWN = 2;

/**
 * Reads a Han name of two to four characters, a surname first, that begins at `start`; null where none does.
 * Of several readings the one with the surer end wins, of two alike the longer, and a name that `known` holds over
 * one that it does not.
 *
 * @example readHanName('张三主持会议', 0, 6, new Set())?.name // 张三
 */
export function readHanName(
  text: string,
  start: number,
  limit: number,
  known: Pick<KnownNames, 'has'>,
): NameMatch | null {
  let best: NameMatch | null = null;
  let bestRating = 0;
  const single = surnames.has(text[start] ?? '');
  const surnamesHere = {
    DOUBLE: isDouble(text, start),
    SINGLE: single,
    MARRIED: single && surnames.has(text[start + 1] ?? ''),
  };
  for (const { surnameLength, length, surname } of SHAPES) {
    const end = start + length;
    if (!surnamesHere[surname] || end > limit) continue;
    const certainty = rateEnd(text, end, limit);
    if (certainty === 0) continue;
    const name = text.slice(start, end);
    if (!isShapedLikeName(name, surnameLength, /[长记任席]/.test(text[start - 1] ?? ''))) continue;
    const doubt =
      (WEAK_LAST.has(name.at(-1) ?? '') ? 1.6 : 0) +
      (name.length === 4 && surnameLength === 2 && !doubleSurnames.has(name.slice(0, 2)) ? 1.2 : 0);
    const rating = certainty + (known.has(name) ? KNOWN : 0) - doubt;
    if (rating > bestRating || (rating === bestRating && certainty < 3)) {
      best = { start, end, name, certainty };
      bestRating = rating;
    }
  }
  return best;
}
