import { readLeadIn } from '../labels/lead-in.ts';
import type { Line } from '../model/line.ts';
import type { FactField } from '../model/page.ts';
import type { Section } from '../model/section.ts';
import { endsSentence } from '../text/characters.ts';
import { stripMarks } from '../text/strip-marks.ts';

/** What numbers a subhead: 一、, （二）, 第三章. */
export const NUMBERED =
  /^(?:[（(]?[一二三四五六七八九十]{1,3}[）)、.．]|[（(]?\d{1,2}[）)、.．](?!\d)|第[一二三四五六七八九十]{1,3}[章节条部篇]|[①-⑳])/;
const DATED: ReadonlySet<FactField> = new Set(['publishedOn', 'datedOn', 'shownOn']);
/** How far below its first line the text of a headline block begins. */
const REACH = 8;
/** Shorter lines are subheads rather than parts of a headline block. */
const MIN_TITLE = 6;
const MIN_LEAD = 60;
/** More lines stand above no headline. */
const MAX_HEADER = 40;

/** Whether a line carries a date and shows nothing else. */
export function isDateLine(line: Line): boolean {
  return line.role === 'fact' && line.facts.some((fact) => DATED.has(fact.field));
}

/**
 * Whether the headline block of another article begins at `index`, below the text of `section`: a subhead has neither
 * lead-in nor date line behind it, nor a deck.
 */
export function opensHeadlineBlock(lines: readonly Line[], index: number, section: Section): boolean {
  const block = readBlock(lines, index);
  const body = lines[index + block.length];
  const titles = block.filter((line) => line.role === 'short');
  if (body?.role !== 'body' || titles.some((line) => NUMBERED.test(line.content.text))) return false;
  const opens = isHeaded(block, titles, body) || isTall(titles, body, section.body.at(-1));
  return opens && !repeatsTitles(titles, section);
}

/** Whether at least half of the titles are those of the section once more, as below a summary. */
function repeatsTitles(titles: readonly Line[], section: Section): boolean {
  const titled = section.header.slice(-MAX_HEADER).filter((line) => line.role === 'short');
  const shown = titled.map((line) => line.content.text);
  const named = section.facts.filter((fact) => fact.field === 'title' || fact.field === 'pageTitle');
  const names = [...shown, ...named.map((fact) => fact.value.text)].map(stripMarks);
  const repeated = titles.filter((line) => {
    const title = stripMarks(line.content.text);
    return title.length >= MIN_TITLE && names.some((name) => name.includes(title));
  });
  return repeated.length > 0 && repeated.length >= titles.length / 2;
}

/** The lines from `index` on that stand above running text. */
function readBlock(lines: readonly Line[], index: number): readonly Line[] {
  let end = index;
  while (end < index + REACH && end < lines.length && lines[end]?.role !== 'body') end++;
  return lines.slice(index, end);
}

/** A title with a lead-in behind it, or with a date or source line between. */
function isHeaded(block: readonly Line[], titles: readonly Line[], body: Line): boolean {
  if (!titles.some((line) => line.level > 0 || line.content.text.length >= MIN_TITLE + 2)) return false;
  const dated = block.some(
    (line) => isDateLine(line) || line.facts.some((fact) => fact.field === 'publisher'),
  );
  return dated || readLeadIn(body.content) !== null;
}

/** Whether a headline block of three lines or more begins at `index`: not even a page named after an article denies it. */
export function opensTallBlock(lines: readonly Line[], index: number, section: Section): boolean {
  const titles = readBlock(lines, index).filter((line) => line.role === 'short');
  return titles.length >= 3 && opensHeadlineBlock(lines, index, section);
}

/** Several titles one below the other, or one below a byline: the text before them is complete. */
function isTall(titles: readonly Line[], body: Line, last: Line | undefined): boolean {
  if (last?.role === 'byline') return true;
  const complete = last?.role === 'caption' || endsSentence(last?.content.text ?? '');
  const long = titles.every((line) => line.content.text.length >= MIN_TITLE);
  return complete && long && titles.length >= 2 && titles.length <= 5 && body.content.text.length >= MIN_LEAD;
}
