import { readHanName } from '../names/han-names.ts';
import type { NameMatch } from '../names/name-ends.ts';
import type { PostGroup } from '../offices/post-groups.ts';
import type { Passage } from '../passage/passage.ts';
import { CharacterSet } from '../terms/character-set.ts';

/** What stands between a name and the office that it gets: 任命张三为, 张三同志任. */
const LINK = /(?:同志)?(?:当选为?|被任命为|担任|兼任|出任|任|为|的)$/;
/** The last characters of what `LINK` finds. */
const LINK_ENDS = new CharacterSet('选为任的');
/** A name before 为 or 的 stands behind one of these: 任命张三为, 免去张三的. */
const ACT = /(?:任命|决定任命|推选|选举|补选|增补|提名|免去|接受|聘任|聘请)了?$/;

const NOBODY: ReadonlySet<string> = new Set();

/**
 * The person to whom the office behind the name is given or from whom it is taken; null where there is none.
 *
 * @example 决定任命张三为某市副市长 // 张三
 */
export function readAppointee({ text }: Passage, group: PostGroup, from: number): NameMatch | null {
  if (group.start <= from || !LINK_ENDS.hasAt(text, group.start - 1)) return null;
  const link = LINK.exec(text.slice(Math.max(from, group.start - 6), group.start))?.[0];
  if (!link) return null;
  const end = group.start - link.length;
  for (const length of [3, 2, 4]) {
    const start = end - length;
    if (start < from) continue;
    const acted = ACT.test(text.slice(Math.max(from, start - 5), start));
    const opens = start === from || /[，。；：:\s]/.test(text[start - 1] ?? '');
    if (!acted && (!opens || /[为的]$/.test(link))) continue;
    if (link.endsWith('的') && !/^职务/.test(text.slice(group.end, group.end + 2))) continue;
    const name = readHanName(text, start, end, NOBODY);
    if (name?.end === end) return name;
  }
  return null;
}
