import { EMPTY_TEXT } from '../model/mapped-text.ts';
import { type Block, createBlock } from '../model/page.ts';
import type { HtmlContainer } from './html-containers.ts';
import { type HtmlLine, HtmlLineReader } from './html-lines.ts';
import { MetadataReader } from './html-metadata.ts';
import { readHtmlTokens } from './html-tokens.ts';
import { measureProse, selectContent } from './select-content.ts';
import { unwrapLines } from './unwrap-lines.ts';

/** How many lines above the text are looked at for headline and date. */
const HEAD_LINES = 25;
const MAX_HEAD_LENGTH = 120;
/** Where less of the running text is shown, a script shows the rest. */
const MIN_SHOWN = 0.2;
const PAGE_START = /<!doctype\s|<html[\s>]/gi;

/**
 * Reads an HTML page into lines: its metadata, what stands above the text and may be its headline or date line, the
 * text, and what stands around it (`aside`), from which only facts may be taken.
 *
 * @throws {XiezuoError} DOCUMENT_TOO_DEEP where elements are nested deeper than on any page.
 */
export function readHtml(source: string): Block[] {
  const starts = findPageStarts(source);
  return starts.flatMap((start, index) => readPage(source, start, starts[index + 1] ?? source.length));
}

/** Where pages begin; several where files were put together. */
function findPageStarts(source: string): number[] {
  const starts = [0];
  let ended = false;
  let from = 0;
  for (const match of source.matchAll(PAGE_START)) {
    ended ||= /<\/html/i.test(source.slice(from, match.index));
    from = match.index;
    if (!ended) continue;
    starts.push(match.index);
    ended = false;
  }
  return starts;
}

function readPage(source: string, from: number, to: number): Block[] {
  const reader = new HtmlLineReader(source, { breakLines: false });
  const metadata = new MetadataReader(source);
  for (const token of readHtmlTokens(source, from, to)) {
    metadata.take(token);
    reader.take(token);
  }
  const all = reader.end();
  const lines = pickShown(all);
  const about = createBlock(EMPTY_TEXT, { kind: 'fact', facts: metadata.facts });
  return [
    ...(metadata.facts.length > 0 ? [about] : []),
    ...unwrapLines(placeLines(lines, selectContent(lines))),
  ];
}

/** The lines that are shown; all of them where the text waits for a script to show it. */
function pickShown(lines: readonly HtmlLine[]): readonly HtmlLine[] {
  const shown = lines.filter((line) => !line.container.hidden);
  if (shown.length === lines.length) return lines;
  return measureProse(shown) < MIN_SHOWN * measureProse(lines) || shown.length === 0 ? lines : shown;
}

function placeLines(lines: readonly HtmlLine[], content: HtmlContainer | null): Block[] {
  if (content === null) return lines.map((line) => line.block);
  const inside = markInside(lines, content);
  const [first, last] = [inside.indexOf(true), inside.lastIndexOf(true)];
  return lines.flatMap(({ block }, index) => {
    if (index >= first && index <= last) return [block];
    const near = index < first && index >= first - HEAD_LINES;
    if (near && isHead(block)) return [block];
    return [{ ...block, aside: true }];
  });
}

/** For each line, whether it stands in `content`. */
function markInside(lines: readonly HtmlLine[], content: HtmlContainer): boolean[] {
  const known = new Map<HtmlContainer, boolean>([[content, true]]);
  return lines.map(({ container }) => {
    const path: HtmlContainer[] = [];
    let at: HtmlContainer | null = container;
    while (at !== null && !known.has(at)) {
      path.push(at);
      at = at.parent;
    }
    const inside = at !== null && known.get(at) === true;
    for (const passed of path) known.set(passed, inside);
    return inside;
  });
}

function isHead(block: Block): boolean {
  const { text } = block.content;
  return (
    text.trim().length <= MAX_HEAD_LENGTH &&
    !/[。；]\s*$/.test(text) &&
    (block.linkShare < 0.5 || block.level > 0)
  );
}
