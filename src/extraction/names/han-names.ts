import { isHanAt } from '../lexicon/name-words.ts';
import { doubleSurnames, neverInNames, surnames, wordsLikeNames } from '../lexicon/surnames.ts';
import { CharacterSet } from '../terms/character-set.ts';
import { Trie } from '../terms/trie.ts';
import { unitAt } from '../terms/unit-at.ts';
import type { KnownNames } from './known-names.ts';
import { type NameMatch, rateEnd } from './name-ends.ts';

/** Words that are the surname and the first character of many names: 王国某. To extend: add the word. */
const BEGINS_NAMES = new Trie<true>(
  '王国 江海 江山 高原 文明 万里 国庆 海洋'.split(' ').map((word) => [word, true] as const),
);

/** Words that are names as well, where an office stands before them: 市长高峰. To extend: add the word. */
const ALSO_NAMES = new Set('高峰 高原 江山 江海 江河 万里 文明 温暖 向阳 方正 雷达 海洋'.split(' '));

/** Last characters of offices. */
const OFFICE_ENDS = new CharacterSet('长记任席');

/** Whether words that are no names begin at `start` and end at or before `end`. */
function beginsWord(text: string, start: number, end: number): boolean {
  const term = wordsLikeNames.findTerm(text, start, end);
  if (!term || (OFFICE_ENDS.hasAt(text, start - 1) && ALSO_NAMES.has(text.slice(start, end)))) return false;
  return term.length > 2 || end === start + 2 || !BEGINS_NAMES.findTerm(text, start, end);
}

function isShapedLikeName(text: string, start: number, end: number, surnameLength: number): boolean {
  for (let at = start + surnameLength; at < end; at++)
    if (!isHanAt(text, at) || neverInNames.hasAt(text, at)) return false;
  for (let at = start; at < end - 1; at++) if (text.startsWith('主席', at)) return false;
  return !beginsWord(text, start, end);
}

/** How long a surname and the name with it may be, in the order in which they are tried. */
const SHAPES = [
  { surnameLength: 2, length: 3, surname: 'DOUBLE' },
  { surnameLength: 2, length: 4, surname: 'DOUBLE' },
  { surnameLength: 1, length: 2, surname: 'SINGLE' },
  { surnameLength: 1, length: 3, surname: 'SINGLE' },
  // A married name bears both surnames: 陈方某某.
  { surnameLength: 2, length: 4, surname: 'MARRIED' },
] as const;

/** Last characters that are more often the word behind a name: 王飞|作交流发言. To extend: add the character. */
const WEAK_LAST = new CharacterSet('和作任说称讲等致');

const MARKS = new CharacterSet('、，');
const AND = '和'.charCodeAt(0);

/** 白某和、马某某: 和 before a mark joins nothing, so that it ends a name. */
const isConjoined = (text: string, end: number) => unitAt(text, end - 1) === AND && MARKS.hasAt(text, end);

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
  const single = surnames.hasAt(text, start);
  const double = doubleSurnames.findTerm(text, start, limit) !== null;
  if (!single && !double) return null;
  const married = single && surnames.hasAt(text, start + 1);
  let best: NameMatch | null = null;
  let bestRating = 0;
  for (const { surnameLength, length, surname } of SHAPES) {
    const end = start + length;
    const opens = surname === 'SINGLE' ? single : surname === 'DOUBLE' ? double : married;
    if (!opens || end > limit) continue;
    const certainty = rateEnd(text, end, limit);
    if (certainty === 0 || !isShapedLikeName(text, start, end, surnameLength)) continue;
    const name = text.slice(start, end);
    const weak = WEAK_LAST.hasAt(text, end - 1) && !isConjoined(text, end);
    const doubt = (weak ? 1.6 : 0) + (surname === 'MARRIED' && !double ? 1.2 : 0);
    const rating = certainty + (known.has(name) ? KNOWN : 0) - doubt;
    if (rating > bestRating || (rating === bestRating && certainty < 3)) {
      best = { start, end, name, certainty };
      bestRating = rating;
    }
  }
  return best;
}
