import { roleWords } from '../lexicon/role-words.ts';

/** An office or several, a name and a mark or 和: 副书记、市长某某， */
const HOLDER = /^[\u4e00-\u9fff、]{2,24}[\u4e00-\u9fff][、，和]$/;
const LONGEST_HOLDER = 26;

const hasRole = (text: string, from: number, to: number) => roleWords.findNext(text, from, to) < to;

const COMMITTEE = '委'.charCodeAt(0);

/** 某市委书记某某和市委书记某某: two who hold one office are of two places. */
function isRival(text: string, from: number, to: number): boolean {
  if (text[to - 1] !== '和') return false;
  const behind = text.charCodeAt(to + 1) === COMMITTEE ? to + 2 : to;
  const role = roleWords.findTerm(text, behind, text.length);
  return role !== null && text.startsWith(text.slice(behind, behind + role.length), from);
}

/** Whether the words from `from` to `to` are the rest of one item of a list of officers: 某市委|书记某某，|市政府秘书长. */
export function isHolder(text: string, from: number, to: number): boolean {
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
