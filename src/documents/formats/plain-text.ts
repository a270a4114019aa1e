import { type MappedText, mapSource } from '../model/mapped-text.ts';
import { type Block, createBlock } from '../model/page.ts';
import { decodeEntities } from './decode-entities.ts';
import { unwrapLines } from './unwrap-lines.ts';

const LINE_BREAK = /\r\n|[\n\r\f\v\u2028\u2029\u0085]/g;

/** The number of a printed page stands between lines that belong together. */
const PAGE_NUMBER =
  /^\s*(?:[—–-]{1,3}\s?\d{1,3}\s?[—–-]{1,3}|第\s?\d{1,3}\s?[页頁](?:[，,/\s]{0,3}共\s?\d{1,3}\s?[页頁])?)\s*$/;
const MAX_PAGE_NUMBER = 30;

/** Reads plain text into lines: a line is a paragraph unless the text is hard-wrapped. */
export function readPlainText(source: string): Block[] {
  const blocks: Block[] = [];
  let gap = true;
  for (const line of splitSource(source)) {
    if (line.text.length <= MAX_PAGE_NUMBER && PAGE_NUMBER.test(line.text)) continue;
    const content = decodeEntities(line);
    const blank = content.text.trim() === '';
    if (!blank) blocks.push(createBlock(content, { gap }));
    gap = blank;
  }
  return [...unwrapLines(blocks)];
}

function splitSource(source: string): MappedText[] {
  const lines: MappedText[] = [];
  let from = 0;
  LINE_BREAK.lastIndex = 0;
  for (let match = LINE_BREAK.exec(source); match !== null; match = LINE_BREAK.exec(source)) {
    lines.push(mapSource(source, from, match.index));
    from = match.index + match[0].length;
  }
  lines.push(mapSource(source, from));
  return lines;
}
