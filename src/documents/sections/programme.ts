import { readLeadIn } from '../labels/lead-in.ts';
import type { Line } from '../model/line.ts';
import type { Section } from '../model/section.ts';
import { stripMarks } from '../text/strip-marks.ts';

/** A heading, what stands under it, and whether that reads like a report of its own. */
interface HeadedPart {
  readonly level: number;
  readonly report: boolean;
}

/**
 * The level of the headings that part the items of a day's programme or a collection; 0 where the page is one
 * article, whatever subheads it has. Items show a lead-in or a link to their page; subheads do not.
 */
export function findProgrammeLevel(lines: readonly Line[]): number {
  const parts = listParts(lines);
  let best = { level: 0, reports: 1 };
  for (let level = 1; level <= 6; level++) {
    const own = parts.filter((part) => part.level === level);
    const reports = own.filter((part) => part.report).length;
    if (reports > best.reports && reports >= own.length / 2) best = { level, reports };
  }
  return best.level;
}

/** Longer than any item of a list of contents. */
const MAX_ITEM = 120;

/** Whether a section only lists the items of its programme: the greater part of it are their headlines. */
export function isContents(section: Section, headlines: ReadonlySet<string>): boolean {
  const items = section.body.filter(
    ({ content }) => content.text.length <= MAX_ITEM && headlines.has(toItemKey(content.text)),
  );
  return items.length >= 2 && items.length >= section.body.length / 4;
}

/** What headlines and the items of a list are compared by: no numbers before them, no punctuation. */
export function toItemKey(text: string): string {
  return stripMarks(text.replace(/^[（(]?\d{1,3}[）)、.．](?!\d)/, ''));
}

function listParts(lines: readonly Line[]): HeadedPart[] {
  const parts: { level: number; report: boolean }[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.level > 0) parts.push({ level: line.level, report: false });
    const part = parts.at(-1);
    if (part !== undefined && isReportSign(line, lines[index - 1])) part.report = true;
  }
  return parts;
}

function isReportSign(line: Line, before: Line | undefined): boolean {
  if (line.facts.some((fact) => fact.field === 'url')) return true;
  return (
    before !== undefined && before.level > 0 && (line.role === 'fact' || readLeadIn(line.content) !== null)
  );
}
