import { type MappedText, mapSource, offsetAt, sliceMapped, trimMapped } from '../model/mapped-text.ts';
import { type Block, createBlock, type PageFact } from '../model/page.ts';
import { readFrontMatter } from './front-matter.ts';
import { HtmlLineReader } from './html-lines.ts';
import { readInline } from './markdown-inline.ts';
import { unwrapLines } from './unwrap-lines.ts';

/** What every mark of a line begins with, inside it or at its beginning. Most lines have none. */
const MAY_BE_MARKED = /[*_~`[\\]|^\s{0,8}[#>+•=-]/;
const HEADING = /^\s{0,3}(#{1,6})[ \t]+(?=\S)/;
const RULE = /^\s{0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|={3,})$/;
/** Block quotes and bullets; numbers stay, they belong to the text. */
const PREFIX = /^\s{0,8}(?:(?:>[ \t]?)+|[-*+•][ \t]+)/;
const FENCE = /^\s{0,3}(?:```|~~~)/;
const FRONT_MATTER = /^---[ \t]*\r?\n(?=\s{0,20}[A-Za-z_\u4e00-\u9fff][\w\u4e00-\u9fff-]{0,40}\s{0,4}:)/;
const FRONT_MATTER_HEAD = 200;
const LINK_DEFINITION = /^\s{0,3}\[[^\]\n]{1,100}\]:\s/;
/** What links to the page that a mirror was made from say. */
const ORIGINAL = /^(?:查看|阅读|閱讀)?原文(?:链接|連結|鏈接|地址)?$/;

/** Reads Markdown, with or without front matter and HTML inside, into lines. */
export function readMarkdown(source: string): Block[] {
  const blocks: Block[] = [];
  let at = 0;
  for (let next = findFrontMatter(source, 0); next !== null; next = findFrontMatter(source, at)) {
    blocks.push(...readBody(source, at, next.start), next.block);
    at = next.end;
  }
  return [...blocks, ...readBody(source, at, source.length)];
}

/** The next front matter from `at` on; pages that were pasted together have one each. */
function findFrontMatter(source: string, at: number): { start: number; end: number; block: Block } | null {
  for (let start = source.indexOf('---', at); start >= 0; start = source.indexOf('---', start + 3)) {
    if (start > 0 && source.charAt(start - 1) !== '\n') continue;
    if (!FRONT_MATTER.test(source.slice(start, start + FRONT_MATTER_HEAD))) continue;
    const found = readFrontMatter(source, start);
    if (found !== null && found.block.facts.length > 0) return { ...found, start };
  }
  return null;
}

function readBody(source: string, from: number, to: number): Block[] {
  const lines = new HtmlLineReader(source, { breakLines: true })
    .read(from, to)
    .map((line) => dropBreakMark(line.block));
  const blocks: Block[] = [];
  for (const line of unwrapLines(lines)) {
    const block = MAY_BE_MARKED.test(line.content.text) ? readLine(source, line) : trimLine(line);
    if (block !== null) blocks.push(block);
  }
  return blocks;
}

/** A backslash at the end of a line only says that the line ends. */
function dropBreakMark(line: Block): Block {
  const { text } = line.content;
  return text.endsWith('\\') ? createBlock(sliceMapped(line.content, 0, text.length - 1), line) : line;
}

function trimLine(line: Block): Block {
  const content = trimMapped(line.content);
  return content === line.content ? line : createBlock(content, line);
}

/** The block that a line shows; null where it neither shows nor says anything. */
function readLine(source: string, line: Block): Block | null {
  const { text } = line.content;
  if (RULE.test(text.trimEnd()) || FENCE.test(text) || LINK_DEFINITION.test(text)) return null;
  const heading = HEADING.exec(text);
  const prefix = heading ?? PREFIX.exec(text);
  const content = sliceMapped(line.content, prefix?.[0].length ?? 0);
  const inline = readInline(heading === null ? content : stripClosingMarks(content));
  const facts = inline.targets.flatMap((target) => readTarget(source, content, target));
  const visible = trimMapped(inline.content);
  if (visible.text === '') return facts.length === 0 ? null : createBlock(visible, { kind: 'fact', facts });
  const kind = heading !== null ? 'heading' : line.kind === 'text' && inline.strong ? 'strong' : line.kind;
  const level = heading?.[1]?.length ?? line.level;
  const linkShare = Math.max(line.linkShare, inline.linkShare);
  return createBlock(visible, { kind, level, linkShare, gap: line.gap, facts, aside: line.aside });
}

function stripClosingMarks(content: MappedText): MappedText {
  return sliceMapped(content, 0, content.text.replace(/[ \t]+#{1,6}[ \t]*$/, '').length);
}

/** The URL of a link to the original page. */
function readTarget(
  source: string,
  content: MappedText,
  target: { label: string; start: number; end: number },
): PageFact[] {
  const start = offsetAt(content, target.start);
  const last = offsetAt(content, target.end - 1);
  if (!ORIGINAL.test(target.label.trim()) || start === undefined || last === undefined) return [];
  return [{ field: 'url', value: mapSource(source, start, last + 1) }];
}
