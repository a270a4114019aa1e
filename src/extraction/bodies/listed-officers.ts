import { roleWords } from '../lexicon/role-words.ts';
import { unitAt } from '../terms/unit-at.ts';
import { isOffice } from './shared-organs.ts';

/** An office or several, a name and a mark or 和: 副书记、市长某某， */
const HOLDER = /^[\u4e00-\u9fff、]{2,24}[\u4e00-\u9fff][、，和]$/;
const LONGEST_HOLDER = 26;

const hasRole = (text: string, from: number, to: number) => roleWords.findNext(text, from, to) < to;

const COMMITTEE = '委'.charCodeAt(0);

/** 某市委书记某某和市委书记某某: two who hold one office are of two places. */
function isRival(text: string, from: number, to: number): boolean {
  if (text[to - 1] !== '和') return false;
  const behind = unitAt(text, to + 1) === COMMITTEE ? to + 2 : to;
  const role = roleWords.findTerm(text, behind, text.length);
  return role !== null && text.startsWith(text.slice(behind, behind + role.length), from);
}

/** The longest list of officers of one place. */
const LONGEST_LIST = 80;

/** One item of such a list: an office with or without a name, or a name alone. */
function isItem(item: string): boolean {
  const role = roleWords.findNext(item, 0, item.length);
  if (role >= item.length) return item.length >= 2 && item.length <= 4;
  const end = roleWords.findTerm(item, role, item.length)?.length ?? 0;
  return role <= 4 && item.length - role - end <= 4;
}

/** Whether the words from `from` to `to` list officers of the place before them: 甲市|市长某某，副市长某某、某某，|市政府秘书长. */
function isListOfOfficers(text: string, from: number, to: number): boolean {
  if (to - from > LONGEST_LIST || to - from < 4 || !/[、，]/.test(text[to - 1] ?? '')) return false;
  if (!/^[\u4e00-\u9fff、，]+$/.test(text.slice(from, to))) return false;
  const items = text.slice(from, to - 1).split(/[、，]/);
  return hasRole(items[0] ?? '', 0, items[0]?.length ?? 0) && items.every(isItem);
}

/** Whether the words from `from` to `to` are the rest of one item of a list of officers: 某市委|书记某某，|市政府秘书长. */
function isHolder(text: string, from: number, to: number): boolean {
  if (to - from > LONGEST_HOLDER || !HOLDER.test(text.slice(from, to)) || isRival(text, from, to))
    return false;
  for (let at = from, name = from; at < to - 3; at++) {
    const role = roleWords.findAt(text, at, to);
    if (!role?.value && at > name + 2) return false;
    if (!role?.value) continue;
    name = role.end;
    const length = to - 1 - role.end;
    if (length >= 2 && length <= 4 && !hasRole(text, role.end, to - 1)) return true;
  }
  return false;
}

/**
 * Whether `at` goes on with the offices of the body that ends at `lastEnd`, or of the place that ends at `placeEnd` and
 * is named later; -1 where there is none.
 */
export function isInRun(
  text: string,
  { lastEnd, placeEnd }: { readonly lastEnd: number; readonly placeEnd: number },
  at: number,
): boolean {
  if (placeEnd > lastEnd && isListOfOfficers(text, placeEnd, at)) return true;
  if (lastEnd < 0 || lastEnd >= at) return false;
  return isOffice(text, lastEnd, at) || isHolder(text, lastEnd, at);
}
