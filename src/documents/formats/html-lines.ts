import { type Block, createBlock } from '../model/page.ts';
import { readAttributes } from './html-attributes.ts';
import { ContainerStack, type HtmlContainer } from './html-containers.ts';
import { type HtmlToken, readHtmlTokens } from './html-tokens.ts';
import { LineBuffer } from './line-buffer.ts';

const list = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Elements that break the line before and after themselves. */
const BLOCKS = list(
  'address article aside blockquote body br center dd details dialog div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hr html img legend li main menu nav ol option p pre section select summary table ' +
    'tbody td tfoot th thead tr ul video audio object embed',
);
/** Elements whose content is not shown, or is an annotation of what is (rt, rp). */
const HIDDEN = list('script style noscript template textarea title iframe rt rp rtc svg math canvas');
const ANNOTATIONS = list('rt rp rtc');
/** Block elements in which a line break of the source is white space. */
const FLOWING = list('p td th li h1 h2 h3 h4 h5 h6 dt dd figcaption');

/** How lines are read. */
export interface HtmlLineOptions {
  /** Whether a line break of the source ends a line outside elements such as `p`: so it is in Markdown. */
  readonly breakLines: boolean;
}

/** A line and the element that holds it. */
export interface HtmlLine {
  readonly block: Block;
  readonly container: HtmlContainer;
}

/** Reads HTML into lines. An element that is never closed does no harm. */
export class HtmlLineReader {
  private readonly lines: HtmlLine[] = [];
  private readonly containers: ContainerStack;
  private line = new LineBuffer();
  private gap = true;
  private hidden: string | null = null;
  private hiddenDepth = 0;
  private links = 0;
  private strong = 0;
  private flowing = 0;
  private caption = 0;
  private level = 0;

  constructor(
    private readonly source: string,
    private readonly options: HtmlLineOptions,
  ) {
    this.containers = new ContainerStack(source);
  }

  /**
   * The lines of the source between two offsets, blank ones left out.
   *
   * @throws {XiezuoError} DOCUMENT_TOO_DEEP where elements are nested deeper than on any page.
   */
  read(from: number, to: number): HtmlLine[] {
    for (const token of readHtmlTokens(this.source, from, to)) this.take(token);
    return this.end();
  }

  /** Takes the next token. */
  take(token: HtmlToken): void {
    if (this.hidden !== null) this.takeHidden(token);
    else if (token.type === 'text') this.takeText(token);
    else if (token.type === 'open') this.open(token);
    else this.close(token.name);
  }

  /** All lines, after the last token. */
  end(): HtmlLine[] {
    this.flush(true);
    return this.lines;
  }

  private takeHidden(token: HtmlToken): void {
    if (token.type === 'text') return;
    if (token.name === this.hidden) {
      this.hiddenDepth += token.type === 'open' ? 1 : -1;
      if (this.hiddenDepth <= 0) this.hidden = null;
    } else if (ANNOTATIONS.has(this.hidden ?? '')) {
      // The end tags of ruby annotations may be left out.
      this.hidden = null;
      this.take(token);
    }
  }

  private open(token: HtmlToken): void {
    const { name } = token;
    if (HIDDEN.has(name) && this.source.charAt(token.end - 2) !== '/') {
      this.hidden = name;
      this.hiddenDepth = 1;
      return;
    }
    if (BLOCKS.has(name)) this.flush(name !== 'br');
    this.containers.open(token);
    if (name === 'a' && readAttributes(this.source, token.start, token.end).has('href')) this.links = 1;
    this.nest(name, 1);
  }

  private close(name: string): void {
    if (BLOCKS.has(name)) this.flush(name !== 'br');
    this.containers.close(name);
    if (name === 'a') this.links = 0;
    this.nest(name, -1);
  }

  private nest(name: string, step: 1 | -1): void {
    if (name === 'b' || name === 'strong') this.strong = Math.max(0, this.strong + step);
    if (FLOWING.has(name)) this.flowing = step > 0 ? 1 : 0;
    if (name === 'figcaption') this.caption = step > 0 ? 1 : 0;
    if (/^h[1-6]$/.test(name)) this.level = step > 0 ? Number(name.charAt(1)) : 0;
  }

  private takeText(token: HtmlToken): void {
    const text = this.source.slice(token.start, token.end);
    let from = 0;
    while (this.options.breakLines && this.flowing === 0) {
      const end = text.indexOf('\n', from);
      if (end < 0) break;
      this.add(token.start + from, token.start + end);
      // A line without anything to see stands for a gap.
      this.flush(this.line.isBlank);
      from = end + 1;
    }
    this.add(token.start + from, token.end);
  }

  private add(start: number, end: number): void {
    if (end > start)
      this.line.add(this.source, start, end, { linked: this.links > 0, strong: this.strong > 0 });
  }

  /** Ends the line; `gap` says whether more than a line break parts it from the next. */
  private flush(gap: boolean): void {
    const { line } = this;
    if (!line.isBlank) {
      const kind =
        this.level > 0 ? 'heading' : this.caption > 0 ? 'caption' : line.isStrong ? 'strong' : 'text';
      const traits = { kind, level: this.level, linkShare: line.linkShare, gap: this.gap } as const;
      const block = createBlock(line.toMapped(), traits);
      this.lines.push({ block, container: this.containers.current });
      this.gap = false;
    }
    this.line = new LineBuffer();
    if (gap) this.gap = true;
  }
}
