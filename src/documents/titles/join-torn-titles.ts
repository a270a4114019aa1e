import type { Line } from '../model/line.ts';
import { joinMapped } from '../model/mapped-text.ts';
import { endsSentence } from '../text/characters.ts';

/** No title ends with one of these. */
const OPEN_END = /[暨和与及在对为的、（《“]$/;
/** Longer than any title: what is, is none, and would take time. */
const MAX_TITLE = 80;
/** How much of the text, and how long a name, is looked at. */
const [REACH, MAX_NAME] = [4000, 500];
/** Shorter lines are names and labels rather than halves of a title. */
const MIN_HALF = 4;

/**
 * Joins the lines above a text that are one title broken over two lines or more: where the break tears a word of the text
 * or a name in quotation marks, or where the page is named after both. Other lines stay: decks and kickers are their own.
 *
 * @param lead the beginning of the text, without blanks.
 * @param names the names that the page gives itself, without blanks.
 */
export function joinTornTitles(lines: readonly Line[], lead: string, names: readonly string[]): Line[] {
  const near = lead.slice(0, REACH);
  const short = names.filter((name) => name.length <= MAX_NAME);
  const result: Line[] = [];
  for (const line of lines) {
    const last = result.at(-1);
    if (last === undefined || !isOneTitle(last, line, near, short)) result.push(line);
    else result[result.length - 1] = { ...last, content: joinMapped([last.content, line.content]) };
  }
  return result;
}

function isOneTitle(first: Line, second: Line, lead: string, names: readonly string[]): boolean {
  if (first.role !== 'short' || second.role !== 'short') return false;
  if (first.level !== second.level || first.strong !== second.strong) return false;
  const [above, below] = [first.content.text.replaceAll(' ', ''), second.content.text.replaceAll(' ', '')];
  if (above.length < MIN_HALF || above.length + below.length > MAX_TITLE || endsSentence(above)) return false;
  return (
    OPEN_END.test(above) ||
    /^[”》）、，]/.test(below) ||
    isOpen(above, '“', '”') ||
    isOpen(above, '《', '》') ||
    names.some((name) => name.includes(above + below)) ||
    tearsWord(above, below, lead)
  );
}

/** Whether the last mark of a kind is an opening one. */
function isOpen(text: string, opening: string, closing: string): boolean {
  return text.lastIndexOf(opening) > text.lastIndexOf(closing);
}

/** Whether three characters around the break, none of them a mark, stand side by side in the text. */
function tearsWord(above: string, below: string, lead: string): boolean {
  const around = [above.slice(-2) + below.slice(0, 1), above.slice(-1) + below.slice(0, 2)];
  return around.some((three) => /^[\p{Script=Han}]{3}$/u.test(three) && lead.includes(three));
}
