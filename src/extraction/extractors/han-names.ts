import { isHan } from '../lexicon/name-words.ts';
import { doubleSurnames, neverInNames, surnames, wordsLikeNames } from '../lexicon/surnames.ts';
import type { KnownNames } from './known-names.ts';
import { type NameMatch, rateEnd } from './name-ends.ts';

function isShapedLikeName(name: string, surnameLength: number): boolean {
  const given = name.slice(surnameLength);
  if (![...given].every((character) => isHan(character) && !neverInNames.has(character))) return false;
  if (name.includes('主席')) return false;
  for (let length = 2; length <= name.length; length++)
    if (wordsLikeNames.has(name.slice(0, length))) return false;
  return true;
}

function listCandidates(text: string, at: number, limit: number): { name: string; surnameLength: number }[] {
  const candidates: { name: string; surnameLength: number }[] = [];
  const add = (surnameLength: number, length: number) => {
    if (at + length <= limit) candidates.push({ name: text.slice(at, at + length), surnameLength });
  };
  if (doubleSurnames.has(text.slice(at, at + 2))) for (const length of [3, 4]) add(2, length);
  if (surnames.has(text[at] ?? '')) for (const length of [2, 3]) add(1, length);
  // A married name bears both surnames: 陈方某某.
  if (surnames.has(text[at] ?? '') && surnames.has(text[at + 1] ?? '')) add(2, 4);
  return candidates;
}

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
  for (const { name, surnameLength } of listCandidates(text, start, limit)) {
    const end = start + name.length;
    const certainty = rateEnd(text, end, limit);
    if (certainty === 0 || !isShapedLikeName(name, surnameLength)) continue;
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
