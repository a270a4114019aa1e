import { XiezuoError } from '../../base/errors.ts';
import { readAttributes } from './html-attributes.ts';
import type { HtmlToken } from './html-tokens.ts';

/** An element that holds lines. */
export interface HtmlContainer {
  readonly tag: string;
  readonly parent: HtmlContainer | null;
  /** Its class and id in lower case. */
  readonly names: string;
  /** Whether it or one around it is not shown. */
  readonly hidden: boolean;
  /** 0 for the page itself. */
  readonly depth: number;
}

const list = (names: string): ReadonlySet<string> => new Set(names.split(' '));

const CONTAINERS = list(
  'body div section article main aside nav header footer form table tbody thead tr td th ul ol li dl dd dt center ' +
    'blockquote fieldset figure details',
);
/** An element of the second kind ends with an open one of the first when another of its kind begins. */
const ENDED_BY_SIBLING = list('li td th tr dd dt');
/** Deeper than pages are nested; browsers stop at 512. */
const MAX_DEPTH = 2000;
const HIDDEN_STYLE = /display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden/i;

/** Follows which container of an HTML page is open. Unclosed and stray tags are lived with. */
export class ContainerStack {
  private readonly openTags = new Map<string, number>();
  private readonly root: HtmlContainer = { tag: 'page', parent: null, names: '', hidden: false, depth: 0 };
  /** The innermost open container. */
  current: HtmlContainer = this.root;

  constructor(private readonly source: string) {}

  /**
   * Takes a start tag.
   *
   * @throws {XiezuoError} DOCUMENT_TOO_DEEP where more elements are open than any page has.
   */
  open(token: HtmlToken): void {
    const { name } = token;
    if (!CONTAINERS.has(name)) return;
    if (ENDED_BY_SIBLING.has(name)) this.endSibling(name);
    const attributes = readAttributes(this.source, token.start, token.end);
    const read = (key: string) => {
      const range = attributes.get(key);
      return range === undefined ? '' : this.source.slice(range.start, range.end);
    };
    const parent = this.current;
    if (parent.depth >= MAX_DEPTH) {
      throw new XiezuoError('DOCUMENT_TOO_DEEP', `The document nests more than ${MAX_DEPTH} elements.`);
    }
    const hidden = parent.hidden || attributes.has('hidden') || HIDDEN_STYLE.test(read('style'));
    const names = `${read('class')} ${read('id')}`.toLowerCase();
    this.current = { tag: name, parent, names, hidden, depth: parent.depth + 1 };
    this.openTags.set(name, (this.openTags.get(name) ?? 0) + 1);
  }

  /** Takes an end tag: everything up to the element that it ends is closed; nothing if none is open. */
  close(name: string): void {
    if ((this.openTags.get(name) ?? 0) === 0) return;
    while (this.current.tag !== name) this.pop();
    this.pop();
  }

  private endSibling(name: string): void {
    const inCell = this.current.tag === 'td' || this.current.tag === 'th';
    if (name === 'tr' && inCell) this.pop();
    const alike = name === 'td' || name === 'th' ? inCell : this.current.tag === name;
    if (alike) this.pop();
  }

  private pop(): void {
    const { tag, parent } = this.current;
    if (parent === null) return;
    this.openTags.set(tag, (this.openTags.get(tag) ?? 1) - 1);
    this.current = parent;
  }
}
