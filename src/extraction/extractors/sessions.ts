import type { SessionRef } from '../claim.ts';
import { parseNumeral } from '../numerals.ts';

const ORDINAL = /第([0-9]{1,4}|[〇零一二三四五六七八九十百]{1,5})(次|届|轮)/;

function readSession(part: string, bodies: readonly string[]): SessionRef | null {
  const match = ORDINAL.exec(part);
  const ordinal = match && parseNumeral(match[1] ?? '');
  if (!match || !ordinal) return null;
  const series = part.slice(0, match.index) + part.slice(match.index + match[0].length);
  const before = part.slice(0, match.index);
  const organisation =
    bodies.find((body) => body === before) ?? bodies.find((body) => before.endsWith(body)) ?? null;
  return { series, ordinal, organisation };
}

/**
 * The sessions that the name of a meeting tells: one for each body that meets in its nth session. `bodies` are
 * the canonical names of the article's bodies.
 *
 * @example listSessions('甲小组第九次会议暨乙小组第六次会议', ['甲小组', '乙小组']) // 9 of 甲小组, 6 of 乙小组
 */
export function listSessions(name: string, bodies: readonly string[]): SessionRef[] {
  return name.split('暨').flatMap((part) => readSession(part, bodies) ?? []);
}
