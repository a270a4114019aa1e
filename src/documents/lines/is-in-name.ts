import { AFTER_NAMES, COMMON_SURNAMES, TITLE_ENDS } from '../lexicon/names.ts';
import { isHanAt } from '../text/characters.ts';

/** Whether the character at `index` is part of the given name of a person: a surname and a boundary stand before it. */
export function isInGivenName(text: string, index: number): boolean {
  if (startsName(text, index - 1)) return endsName(text, index + 1) || endsName(text, index + 2);
  return startsName(text, index - 2) && endsName(text, index + 1);
}

/** Whether the character at `index` stands where a surname does, whatever character it is: behind a title, or in a list of names. */
export function isAtSurname(text: string, index: number): boolean {
  const ends = [index + 2, index + 3].filter((end) => endsName(text, end));
  if (followsTitle(text, index)) return ends.length > 0;
  return text.charAt(index - 1) === '、' && ends.some((end) => /^[、等]/.test(text.slice(end, end + 1)));
}

function startsName(text: string, index: number): boolean {
  return COMMON_SURNAMES.has(text.charAt(index)) && opensName(text, index);
}

/** Whether a name may begin at `index`: behind a mark, a title or nothing. */
function opensName(text: string, index: number): boolean {
  return !isHanAt(text, index - 1) || followsTitle(text, index);
}

function followsTitle(text: string, index: number): boolean {
  return TITLE_ENDS.some((title) => text.startsWith(title, index - title.length));
}

/** Whether a name may end at `index`: all before is Han, and no name goes on with what follows. */
function endsName(text: string, index: number): boolean {
  if (!isHanAt(text, index - 1)) return false;
  return !isHanAt(text, index) || AFTER_NAMES.some((word) => text.startsWith(word, index));
}
