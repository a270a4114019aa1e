import { roleWords } from '../lexicon/role-words.ts';
import type { AreaReader } from '../passage/area-reader.ts';
import type { BodyReading } from './body-reading.ts';
import { findOrganBehind } from './local-organs.ts';
import { createMention } from './organisation-mention.ts';

/** 石碣、高埗、中堂分局: the names of branches that share the last word. */
const BRANCHES =
  /^([\u4e00-\u9fff]{2,6}(?:、[\u4e00-\u9fff]{2,6}){0,8}[、和][\u4e00-\u9fff]{2,4})(分局|支队|大队)/;

/**
 * Reads the branches of a department that share its name and their last word; null where none are at `start`.
 *
 * @example 东莞市生态环境局石碣、高埗分局 // 东莞市生态环境局石碣分局, 东莞市生态环境局高埗分局
 */
export function readBranches(areas: AreaReader, start: number, limit: number): BodyReading | null {
  const { text } = areas;
  const place = areas.readAt(start, limit);
  const organ = place && findOrganBehind(text, place, limit);
  if (!place || organ?.organ.classification !== 'DEPARTMENT') return null;
  const match = BRANCHES.exec(text.slice(organ.end, Math.min(limit, organ.end + 44)));
  const [printed = '', names = '', last = ''] = match ?? [];
  // 某局党组成员、执法|支队支队长: offices of the department are no branches of it.
  if (!match || roleWords.findNext(names, 0, names.length) < names.length) return null;
  const department = text.slice(start, organ.end);
  const end = organ.end + printed.length;
  const mentions = names.split(/[、和]/).map((name) =>
    createMention({ start, end }, department + (name.endsWith(last) ? name : name + last), 'DEPARTMENT', {
      area: place.area,
      parent: department,
      implied: true,
    }),
  );
  return { end, mentions };
}
