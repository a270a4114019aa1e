import type { PublicationDate } from './find-published-on.ts';
import type { Line } from './line.ts';
import { findDate } from './read-date.ts';

/** （2023年5月6日）, （2023-05-06 09:30）, （某市河长办 2023-05-06）: a date in brackets of its own, not the day that a law was passed on. */
const CLOSING = /[（(]([^（）()]{6,36})[）)]。?$/;
/** Who signs: an office or a newsroom, apart from the date; a label before it, a name behind it. */
const SIGNED =
  /^(?:\p{Script=Han}{2,4}[：:] ?)?\p{Script=Han}{1,14}(?:办|厅|局|委|部|府|网|报|社|台|新闻|发布|融媒体中心)(?: \p{Script=Han}{2,4})?(?:供稿)?[ ，]$/u;

/**
 * The date in brackets that the text ends with, as releases are dated that have no date line: the last resort. Null where
 * something else stands in the brackets.
 */
export function findClosingDate(lines: readonly Line[]): PublicationDate | null {
  const last = lines.findLast((line) => line.role === 'body')?.content.text ?? '';
  const inside = CLOSING.exec(last.slice(-40))?.[1]?.trim() ?? '';
  const found = findDate(inside);
  if (found === null || /[^\d:： ]/.test(inside.slice(found.end))) return null;
  if (found.start > 0 && !SIGNED.test(inside.slice(0, found.start))) return null;
  return { date: found.date, basis: 'DATE_LINE' };
}
