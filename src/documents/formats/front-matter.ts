import {
  applyEdits,
  type Edit,
  type MappedText,
  mapSource,
  sliceMapped,
  trimMapped,
} from '../model/mapped-text.ts';
import { type Block, createBlock, type FactField, type PageFact } from '../model/page.ts';

/** Front matter keys and what their values say. */
const KEYS: ReadonlyMap<string, FactField> = new Map([
  ['title', 'title'],
  ['headline', 'title'],
  ['source', 'publisher'],
  ['publisher', 'publisher'],
  ['来源', 'publisher'],
  ['author', 'author'],
  ['authors', 'author'],
  ['site', 'site'],
  ['site_name', 'site'],
  ['sitename', 'site'],
  ['date', 'publishedOn'],
  ['published', 'publishedOn'],
  ['publishedon', 'publishedOn'],
  ['pubdate', 'publishedOn'],
  ['published_at', 'publishedOn'],
  ['publish_date', 'publishedOn'],
  ['publishdate', 'publishedOn'],
  ['publish_time', 'publishedOn'],
  ['date_published', 'publishedOn'],
  ['url', 'url'],
  ['link', 'url'],
  ['source_url', 'url'],
  ['canonical', 'url'],
  ['original', 'url'],
]);
const OPENING = /^\s{0,200}---[ \t]*\r?\n/;
const KEY = /^([A-Za-z_\u4e00-\u9fff][\w\u4e00-\u9fff-]{0,40})\s{0,4}:(?:\s|$)/;
/** Longer than any front matter: what has no end by then is none. */
const LIMIT = 20_000;

/** Front matter found in a source. */
export interface FrontMatter {
  /** A block that carries its facts and shows nothing. */
  readonly block: Block;
  /** Where the text after it begins. */
  readonly end: number;
}

/**
 * Reads YAML front matter that begins at `from`; null where there is none. Lenient by intent: a value that a line
 * break has torn goes on in the next line, and what is no `key: value` is passed over.
 */
export function readFrontMatter(source: string, from = 0): FrontMatter | null {
  const opening = OPENING.exec(source.slice(from, from + 300));
  if (opening === null) return null;
  const start = from + opening[0].length;
  const closing = /^(?:---|\.\.\.)[ \t]*\r?$/m.exec(source.slice(start, start + LIMIT));
  if (closing === null) return null;
  const facts = readEntries(source, start, start + closing.index);
  if (facts === null) return null;
  const block = createBlock(mapSource(source, start, start), { kind: 'fact', facts });
  return { block, end: start + closing.index + closing[0].length };
}

/** The facts among the entries; null where the lines are no entries at all. */
function readEntries(source: string, start: number, end: number): PageFact[] | null {
  const entries: { key: string; start: number; end: number }[] = [];
  for (let at = start; at < end; ) {
    const newline = source.indexOf('\n', at);
    const lineEnd = newline < 0 || newline > end ? end : newline + 1;
    const key = KEY.exec(source.slice(at, lineEnd));
    const last = entries.at(-1);
    if (key !== null) entries.push({ key: key[1] ?? '', start: at + key[0].length, end: lineEnd });
    else if (last !== undefined) last.end = lineEnd;
    at = lineEnd;
  }
  if (entries.length === 0) return null;
  return entries.flatMap((entry) => {
    const field = KEYS.get(entry.key.toLowerCase());
    const value = readScalar(
      mendBreaks(trimMapped(mapSource(source, Math.min(entry.start, entry.end), entry.end))),
    );
    return field === undefined || value.text === '' ? [] : [{ field, value, basis: 'METADATA' }];
  });
}

/** A line break with no indentation behind it is none of YAML's: the line was torn. */
function mendBreaks(value: MappedText): MappedText {
  if (!value.text.includes('\n')) return value;
  const breaks = [...value.text.matchAll(/\r?\n(?=\S)(?!- )/g)];
  return applyEdits(
    value,
    breaks.map(({ index, 0: text }) => ({ start: index, end: index + text.length, text: '' })),
  );
}

/** A plain or quoted scalar, or the first item of a list, without its marks. */
function readScalar(mapped: MappedText): MappedText {
  const item = /^(?:-\s+|\[\s*|[|>][+-]?\s+)/.exec(mapped.text);
  const value = item === null ? mapped : sliceMapped(mapped, item[0].length);
  const quote = value.text.charAt(0);
  if (quote !== "'" && quote !== '"') return item === null ? value : trimMapped(untilItemEnd(value));
  return unescapeQuotes(sliceMapped(value, 1, findQuoteEnd(value.text, quote)), quote);
}

function untilItemEnd(value: MappedText): MappedText {
  const end = value.text.search(/[\n,\]]/);
  return end < 0 ? value : sliceMapped(value, 0, end);
}

function findQuoteEnd(text: string, quote: string): number {
  for (let at = 1; at < text.length; at++) {
    const char = text.charAt(at);
    if (quote === '"' && char === '\\') at++;
    else if (char === quote && quote === "'" && text.charAt(at + 1) === quote) at++;
    else if (char === quote) return at;
  }
  return text.length;
}

function unescapeQuotes(mapped: MappedText, quote: string): MappedText {
  const edits: Edit[] = [];
  for (const match of mapped.text.matchAll(quote === "'" ? /''/g : /\\["\\/]/g)) {
    edits.push({ start: match.index, end: match.index + 2, text: match[0].charAt(1) });
  }
  return applyEdits(mapped, edits);
}
