import { findDate } from '../labels/read-date.ts';
import type { Line } from '../model/line.ts';
import { sliceMapped } from '../model/mapped-text.ts';
import type { PageFact } from '../model/page.ts';
import type { Section } from '../model/section.ts';

const ROUND_UP = /快讯|简讯|短讯|速览|要闻|集锦|简报|一句话|速递|联播|动态/;
const NUMBER = /^(?:[（(]?\d{1,3}[）)、.．](?!\d)|[（(][一二三四五六七八九十]{1,3}[）)]|[①-⑳◆●■▲▶])\s?/;

/** A paragraph that lists the items by number. */
const CONTENTS = /[（(]1[）)].{4,200}?[（(]2[）)]/;

/** Splits a round-up (国内联播快讯) into its items, each with its own headline; any other section stays whole. */
export function splitRoundUp(section: Section): Section[] {
  const title = section.header
    .filter((line) => line.role === 'short' && !NUMBER.test(line.content.text))
    .map((line) => line.content.text)
    .join(' ');
  if (!ROUND_UP.test(title)) return [section];
  const above = section.header.filter((line) => isItemHead(line) && line.level === 0);
  const contents = section.body.findIndex((line) => !CONTENTS.test(line.content.text));
  const lines = [...above, ...section.body.slice(Math.max(0, contents))];
  const heads = lines.filter((line) => isItemHead(line));
  const [first] = lines;
  if (heads.length < 2 || first === undefined || !isItemHead(first)) return [section];
  const facts = [...section.facts, ...section.header.flatMap(readEdition)];
  const items: { head: Line; body: Line[] }[] = [];
  for (const line of lines) {
    if (isItemHead(line)) items.push({ head: line, body: [] });
    else items.at(-1)?.body.push(line);
  }
  return items
    .filter((item) => item.body.length > 0)
    .map(({ head, body }) => ({ ...section, headed: true, header: [stripNumber(head)], body, facts }));
}

/** The day that the title of a round-up names. */
function readEdition({ role, content }: Line): PageFact[] {
  const date = role === 'short' ? findDate(content.text) : null;
  return date === null ? [] : [{ field: 'editionOn', value: sliceMapped(content, date.start, date.end) }];
}

function stripNumber(line: Line): Line {
  const number = NUMBER.exec(line.content.text);
  return number === null ? line : { ...line, content: sliceMapped(line.content, number[0].length) };
}

function isItemHead(line: Line): boolean {
  return line.role === 'short' && (line.strong || line.level > 0 || NUMBER.test(line.content.text));
}
