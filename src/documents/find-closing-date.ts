import type { PublicationDate } from './find-published-on.ts';
import type { Line } from './line.ts';
import { findDate } from './read-date.ts';

/** （2023年5月6日）, （2023-05-06 09:30）: a date in brackets of its own, not the day that a law was passed on. */
const CLOSING = /[（(]([^（）()]{6,24})[）)]。?$/;

/**
 * The date in brackets that the text ends with, as releases are dated that have no date line: the last resort. Null where
 * something else stands in the brackets.
 */
export function findClosingDate(lines: readonly Line[]): PublicationDate | null {
  const last = lines.findLast((line) => line.role === 'body')?.content.text ?? '';
  const inside = CLOSING.exec(last.slice(-30))?.[1]?.trim() ?? '';
  const found = findDate(inside);
  if (found === null || found.start > 0 || /[^\d:： ]/.test(inside.slice(found.end))) return null;
  return { date: found.date, basis: 'DATE_LINE' };
}
