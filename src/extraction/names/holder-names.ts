import { isHanAt, isPunctuationAt, nameWords, organisationSuffixes } from '../lexicon/name-words.ts';
import { roleWords } from '../lexicon/role-words.ts';
import { neverInNames, surnames, transcriptionCharacters, wordsLikeNames } from '../lexicon/surnames.ts';
import { CharacterSet } from '../terms/character-set.ts';
import { followers, type NameMatch, rateEnd } from './name-ends.ts';

/** So far on either side of a name it is looked for once more: further ones are another's, on a page so long. */
const NEAR = 4000;

/** Whether the name opens a clause elsewhere, and a verb follows: 。和某某主持. */
function opensClause(text: string, start: number, end: number): boolean {
  const name = text.slice(start, end);
  for (
    let at = text.indexOf(name, Math.max(0, start - NEAR));
    at >= 0 && at < start + NEAR;
    at = text.indexOf(name, at + 1)
  )
    if (at !== start && isPunctuationAt(text, at - 1) && rateEnd(text, at + name.length, text.length) >= 3)
      return true;
  return false;
}

/** Whether a word that no name holds begins in the text: 区长|带队. */
function holdsWord(text: string, start: number, end: number): boolean {
  for (let at = text[start] === '和' && opensClause(text, start, end) ? start + 1 : start; at < end; at++) {
    if (!isHanAt(text, at) || neverInNames.hasAt(text, at)) return true;
    const word = nameWords.findTerm(text, at, end + 1);
    if (word?.value === 'STOP' && (word.length >= 2 || at === start)) return true;
    if ((followers.findTerm(text, at, text.length)?.length ?? 0) >= 2 && at - start < 2) return true;
    const named = at === start && surnames.hasAt(text, at) && rateEnd(text, end, text.length) >= 3;
    if (!named && wordsLikeNames.findTerm(text, at, at + 2)) return true;
  }
  return false;
}

/**
 * Reads the name of an office's holder whose surname no list holds: 区长代某某，, or who bears none (杭锦旗旗长娜仁高娃).
 * Three characters, or two to four that transcribe names of other peoples, and a sure end.
 */
export function readHolder(text: string, start: number, limit: number): NameMatch | null {
  for (const length of [3, 4, 2]) {
    const end = start + length;
    if (end > limit || rateEnd(text, end, limit) < (length === 3 ? 1.5 : 3)) continue;
    if (length !== 3 && !transcriptionCharacters.hasAll(text, start, end)) continue;
    if (holdsWord(text, start, end) || organisationSuffixes.findTerm(text, start + 1, end)) continue;
    if (
      roleWords.findTerm(text, start, end + 1)?.value ||
      roleWords.findTerm(text, start + 1, end + 1)?.value
    )
      continue;
    return { start, end, name: text.slice(start, end), certainty: 1.5 };
  }
  return null;
}

/** What counts or gathers people is no name: 位农民, 万多人. */
const NO_LISTED = /^[位余万项亿名]|[人民员众者们家方军]$/;

function isListed(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isHanAt(text, at) || neverInNames.hasAt(text, at)) return false;
  const opens = surnames.hasAt(text, start) || transcriptionCharacters.hasAll(text, start, end);
  return opens && !NO_LISTED.test(text.slice(start, end)) && !roleWords.findTerm(text, start, end);
}

const LISTING = new CharacterSet('、，');

/** Reads a name in the midst of a list of names: 张三、温暖、李四, even one that is a word as well. */
export function readListed(text: string, start: number, limit: number): NameMatch | null {
  const end = LISTING.hasAt(text, start + 2) ? start + 2 : start + 3;
  if (end >= limit || !LISTING.hasAt(text, end) || !isListed(text, start, end)) return null;
  return { start, end, name: text.slice(start, end), certainty: 1.5 };
}

/** The longest name that is read for nothing but where it stands. */
const LONGEST_AMID = 5;

/** Reads what stands between two marks of a list of names, behind several of them: there even rare characters are a name. */
export function readAmid(text: string, start: number, limit: number): NameMatch | null {
  const last = Math.min(start + LONGEST_AMID, limit - 1);
  let end = start + 2;
  while (end < last && !LISTING.hasAt(text, end)) end++;
  if (end > last || !LISTING.hasAt(text, end)) return null;
  for (let at = start; at < end; at++) if (!isHanAt(text, at) || neverInNames.hasAt(text, at)) return null;
  const name = text.slice(start, end);
  if (NO_LISTED.test(name) || roleWords.findNext(text, start, end) < end) return null;
  return { start, end, name, certainty: 1.5 };
}
