import { roleWords } from '../lexicon/role-words.ts';

/** An office or several, a name and a mark: 副书记、市长某某， */
const HOLDER = /^[\u4e00-\u9fff、]{2,24}[\u4e00-\u9fff][、，]$/;
const LONGEST_HOLDER = 26;

const hasRole = (text: string, from: number, to: number) => roleWords.findNext(text, from, to) < to;

/** Whether the words from `from` to `to` are the rest of one item of a list of officers: 某市委|书记某某，|市政府秘书长. */
export function isHolder(text: string, from: number, to: number): boolean {
  if (to - from > LONGEST_HOLDER || !HOLDER.test(text.slice(from, to))) return false;
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
