import { findDate } from '../labels/read-date.ts';
import { readLabels } from '../labels/read-labels.ts';
import type { Line } from '../model/line.ts';
import { type MappedText, sliceMapped, trimMapped } from '../model/mapped-text.ts';
import type { PublicationDate } from './find-published-on.ts';

/** （2023年5月6日）, （2023-05-06 09:30）, （某市河长办 2023-05-06）: a date in brackets of its own, not the day that a law was passed on. */
const CLOSING = /[（(]([^（）()]{6,36})[）)]。?$/;
/** No brackets that date a text begin earlier. */
const REACH = 40;
/** Who signs: an office or a newsroom, apart from the date; a label before it, a name behind it. */
const SIGNED =
  /^(?:\p{Script=Han}{2,4}[：:] ?)?\p{Script=Han}{1,14}(?:办|厅|局|委|部|府|网|报|社|台|新闻|发布|融媒体中心)(?: \p{Script=Han}{2,4})?(?:供稿)?[ ，]$/u;

/**
 * The date in brackets that the text ends with, as releases are dated that have no date line: the last resort. Null where
 * something else stands in the brackets.
 *
 * @example 会议还研究了其他事项。（《某某日报》2023年5月6日01版） // 2023-05-06
 */
export function findClosingDate(lines: readonly Line[]): PublicationDate | null {
  const end = lines.at(-1);
  if (end === undefined) return null;
  if (end.role === 'byline') return readPrinted(end.content);
  const last = lines.findLast((line) => line.role === 'body')?.content;
  if (last === undefined) return null;
  const from = Math.max(0, last.text.length - REACH);
  const brackets = CLOSING.exec(last.text.slice(from));
  if (brackets === null) return null;
  const start = from + brackets.index + 1;
  return (
    readSigned(brackets[1]?.trim() ?? '') ??
    readPrinted(sliceMapped(last, start, start + (brackets[1]?.length ?? 0)))
  );
}

function readSigned(inside: string): PublicationDate | null {
  const found = findDate(inside);
  if (found === null || /[^\d:： ]/.test(inside.slice(found.end))) return null;
  if (found.start > 0 && !SIGNED.test(inside.slice(0, found.start))) return null;
  return { date: found.date, basis: 'DATE_LINE' };
}

/** The day of words that would be a date line if they stood in a line of their own. */
function readPrinted(words: MappedText): PublicationDate | null {
  const facts = readLabels(trimMapped(words)) ?? [];
  const day = facts.find((fact) => fact.field === 'publishedOn' || fact.field === 'datedOn');
  const found = day === undefined ? null : findDate(day.value.text);
  return found === null ? null : { date: found.date, basis: 'DATE_LINE' };
}
