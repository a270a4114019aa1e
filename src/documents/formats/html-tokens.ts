/** One token of HTML; `start` and `end` are offsets into the source, half-open. */
export interface HtmlToken {
  readonly type: 'text' | 'open' | 'close';
  /** Lower-case tag name; empty for text. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Elements whose content is no markup: it runs to their end tag. */
const RAW_TEXT = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'noembed', 'noframes', 'iframe']);

/**
 * The tokens of HTML in order, comments and declarations left out. Reads any string: what is no tag is text.
 * The time is linear in the length of the source.
 */
export function* readHtmlTokens(source: string, from = 0, to = source.length): Generator<HtmlToken> {
  const finder = new Finder(source, to);
  let textStart = from;
  let at = from;
  while (at < to) {
    const open = finder.find('<', at);
    if (open >= to) break;
    const end = findMarkupEnd(source, open, finder);
    if (end < 0) {
      at = open + 1;
      continue;
    }
    if (open > textStart) yield { type: 'text', name: '', start: textStart, end: open };
    textStart = at = end;
    const token = readTag(source, open, end);
    if (token === null) continue;
    yield token;
    if (token.type === 'open' && RAW_TEXT.has(token.name)) {
      const close = finder.findRawEnd(token.name, end);
      if (close > end) yield { type: 'text', name: token.name, start: end, end: close };
      textStart = at = close;
    }
  }
  if (to > textStart) yield { type: 'text', name: '', start: textStart, end: to };
}

/** Where the markup that begins at `open` ends; -1 if no markup begins there. */
function findMarkupEnd(source: string, open: number, finder: Finder): number {
  if (source.startsWith('<!--', open)) return finder.find('-->', open + 4) + 3;
  const next = source.charCodeAt(open + 1);
  if (next === 0x21 || next === 0x3f) return finder.find('>', open) + 1;
  const first = next === 0x2f ? source.charCodeAt(open + 2) : next;
  return isLetter(first) ? findTagEnd(source, open, finder) : -1;
}

/** The end of a tag, quoted attribute values looked through; a quotation mark that never closes is none. */
function findTagEnd(source: string, open: number, finder: Finder): number {
  for (let at = open + 1; at < finder.to; at++) {
    const char = source.charAt(at);
    if (char === '>') return at + 1;
    if ((char === '"' || char === "'") && source.charAt(at - 1) === '=') {
      const close = finder.find(char, at + 1);
      if (close < finder.to) at = close;
    }
  }
  return finder.to;
}

function readTag(source: string, start: number, end: number): HtmlToken | null {
  const closing = source.charCodeAt(start + 1) === 0x2f;
  let at = start + (closing ? 2 : 1);
  const nameStart = at;
  while (at < end && isNameCode(source.charCodeAt(at))) at++;
  if (at === nameStart) return null;
  const name = source.slice(nameStart, at).toLowerCase();
  return { type: closing ? 'close' : 'open', name, start, end };
}

/** Remembers for each needle where it was found last, so that nothing is searched for twice. */
class Finder {
  private readonly known = new Map<string, number>();
  private folded: string | null = null;

  constructor(
    private readonly source: string,
    readonly to: number,
  ) {}

  /** The next place of `needle` from `at` on, `to` where there is none. */
  find(needle: string, at: number): number {
    return this.search(this.source, needle, at);
  }

  /** The next `</name` from `at` on, `to` where there is none. */
  findRawEnd(name: string, at: number): number {
    this.folded ??= foldTags(this.source);
    return this.search(this.folded, `</${name}`, at);
  }

  private search(text: string, needle: string, at: number): number {
    const last = this.known.get(needle);
    if (last !== undefined && (last >= at || last === this.to)) return last;
    const found = text.indexOf(needle, at);
    const place = found < 0 || found >= this.to ? this.to : found;
    this.known.set(needle, place);
    return place;
  }
}

/** Lower case, letter by letter, so that offsets stay what they are. */
function foldTags(source: string): string {
  return source.replace(/<\/[A-Za-z]{1,20}/g, (tag) => tag.toLowerCase());
}

function isLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

function isNameCode(code: number): boolean {
  return isLetter(code) || (code >= 0x30 && code <= 0x39) || code === 0x2d || code === 0x3a || code === 0x5f;
}
