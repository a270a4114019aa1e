import { mapSource } from '../mapped-text.ts';
import { type Block, createBlock } from '../page.ts';
import { decodeEntities } from './decode-entities.ts';
import { unwrapLines } from './unwrap-lines.ts';

const LINE_BREAK = /\r\n|[\n\r\f\v\u2028\u2029\u0085]/g;

/** Reads plain text into lines: a line is a paragraph unless the text is hard-wrapped. */
export function readPlainText(source: string): Block[] {
  const lines: Block[] = [];
  let gap = true;
  let from = 0;
  const take = (end: number) => {
    const line = decodeEntities(mapSource(source, from, end));
    if (line.text.trim() === '') gap = true;
    else {
      lines.push(createBlock(line, { gap }));
      gap = false;
    }
  };
  for (const match of source.matchAll(LINE_BREAK)) {
    take(match.index);
    from = match.index + match[0].length;
  }
  take(source.length);
  return [...unwrapLines(lines)];
}
