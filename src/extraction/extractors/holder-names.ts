import { isHan, isPunctuation, nameWords, organisationSuffixes } from '../lexicon/name-words.ts';
import { roleWords } from '../lexicon/role-words.ts';
import { neverInNames, surnames, transcriptionCharacters, wordsLikeNames } from '../lexicon/surnames.ts';
import { followers, type NameMatch, rateEnd } from './name-ends.ts';

/** Whether the name opens a clause elsewhere, and a verb follows: 。和某某主持. */
function opensClause(text: string, start: number, end: number): boolean {
  const name = text.slice(start, end);
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
    if (at !== start && isPunctuation(text[at - 1]) && rateEnd(text, at + name.length, text.length) >= 3)
      return true;
  return false;
}

/** Whether a word that no name holds begins in the text: 区长|带队. */
function holdsWord(text: string, start: number, end: number): boolean {
  for (let at = text[start] === '和' && opensClause(text, start, end) ? start + 1 : start; at < end; at++) {
    const character = text[at];
    if (!isHan(character) || neverInNames.has(character ?? '')) return true;
    const word = nameWords.findAt(text, at, end + 1);
    if (word?.value === 'STOP' && (word.end - at >= 2 || at === start)) return true;
    if ((followers.findAt(text, at)?.end ?? 0) >= at + 2 && at - start < 2) return true;
    const named = at === start && surnames.has(text[at] ?? '') && rateEnd(text, end, text.length) >= 3;
    if (!named && wordsLikeNames.has(text.slice(at, at + 2))) return true;
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
    const name = text.slice(start, end);
    const transcribed = [...name].every((character) => transcriptionCharacters.has(character));
    if ((length !== 3 && !transcribed) || holdsWord(text, start, end)) continue;
    if ([0, 1].some((offset) => roleWords.findAt(text, start + offset, end + 1)?.value)) continue;
    if (organisationSuffixes.findAt(name, 1)) continue;
    return { start, end, name, certainty: 1.5 };
  }
  return null;
}

/** What counts or gathers people is no name: 位农民, 万多人. */
const NO_LISTED = /^[位余万项亿名]|[人民员众者们家方军]$/;

function isListed(text: string, start: number, end: number): boolean {
  const name = text.slice(start, end);
  const characters = [...name];
  if (NO_LISTED.test(name) || !characters.every((each) => isHan(each) && !neverInNames.has(each)))
    return false;
  const opens = surnames.has(name[0] ?? '') || characters.every((each) => transcriptionCharacters.has(each));
  return opens && !roleWords.findAt(text, start, end);
}

/** Reads what stands between two marks of a list of names: in it even a name of rare characters is one. */
function readAmid(text: string, start: number, limit: number): NameMatch | null {
  for (let end = start + 2; end <= Math.min(start + 5, limit - 1); end++) {
    if (!/[、，]/.test(text[end] ?? '')) continue;
    const name = text.slice(start, end);
    const shaped = [...name].every((each) => isHan(each) && !neverInNames.has(each));
    return shaped && !NO_LISTED.test(name) && roleWords.findNext(text, start, end) >= end
      ? { start, end, name, certainty: 1.5 }
      : null;
  }
  return null;
}

/**
 * Reads a name in the midst of a list of names: 张三、温暖、李四, even one that is a word as well. `amid` where several
 * names stand before it.
 */
export function readListed(
  text: string,
  start: number,
  { limit, amid = false }: { readonly limit: number; readonly amid?: boolean },
): NameMatch | null {
  const end = [start + 2, start + 3].find((each) => each < limit && /[、，]/.test(text[each] ?? ''));
  if (end === undefined || !isListed(text, start, end)) return amid ? readAmid(text, start, limit) : null;
  return { start, end, name: text.slice(start, end), certainty: 1.5 };
}
