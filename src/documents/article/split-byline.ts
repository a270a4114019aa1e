import type { Line } from '../model/line.ts';
import { joinMapped, sliceMapped } from '../model/mapped-text.ts';

const REPORTERS =
  '[（(]((?:本报|本网|本台|本刊)?(?:首席|见习|实习|特约|特派|全媒体|融媒体)?(?:记者|通讯员)[^（）()。]{1,60})[）)]';
const AT_START = new RegExp(`^ ?${REPORTERS}[ ：:]?`);
const BRACKET = /[）)]/;
const AT_END = new RegExp(`${REPORTERS}。?$`);

/**
 * Takes the names of reporters at either end out of running text, so that nobody takes them for persons of the report:
 * （记者某某）.
 *
 * @returns the line alone, or the line without its byline and the byline as a line of its own, in page order.
 */
export function splitByline(line: Line): Line[] {
  const { content } = line;
  const first = AT_START.exec(content.text);
  const match = first ?? (BRACKET.test(content.text.slice(-2)) ? AT_END.exec(content.text) : null);
  const names = match?.[1] ?? '';
  if (match === null || names === '') return [line];
  const start = match.index + match[0].indexOf(names);
  const end = match.index + match[0].length;
  const byline: Line = {
    ...line,
    role: 'byline',
    content: sliceMapped(content, start, start + names.length),
  };
  const rest = joinMapped([sliceMapped(content, 0, match.index), sliceMapped(content, end)]);
  return first === null ? [{ ...line, content: rest }, byline] : [byline, { ...line, content: rest }];
}
