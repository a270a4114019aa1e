import type { Span } from '../../documents/model/source-document.ts';
import { clearStops, nameLimits, nameMarks, nameWords } from '../lexicon/name-words.ts';
import { CharacterSet } from '../terms/character-set.ts';
import { unitAt } from '../terms/unit-at.ts';

/** Digits and time words that stand before a name and are no part of it: 2023年. */
const LEADING = /^(?:\d{1,4}(?:年|月|日|时|分)?(?:上午|下午|晚上?|凌晨|起)?)+/;

const startsWithDigit = (text: string, at: number) => unitAt(text, at) >= 48 && unitAt(text, at) <= 57;

/** Where what follows the time that leads a stretch of text begins. */
function skipTime(text: string, start: number, end: number): number {
  if (!startsWithDigit(text, start)) return start;
  return start + (LEADING.exec(text.slice(start, Math.min(end, start + 16)))?.[0].length ?? 0);
}

const START = 1;
const CLEAR = 2;
/** Where a sentence begins, or what stands behind a mark that parts clauses or the members of a list. */
const PART = 4;
const PARTING = new CharacterSet('，。；：:,;！？!?、（(“” \t\n\r\u3000');

/**
 * The places of a text where a name may begin: where a sentence does, and behind every punctuation mark and every word
 * that no name holds; and those where a part of a sentence does.
 */
export class NameStarts {
  /** A byte an offset. */
  private readonly starts: Uint8Array;

  constructor(text: string, sentences: readonly Span[]) {
    this.starts = new Uint8Array(text.length + 1);
    for (const sentence of sentences) this.markSentence(text, sentence);
  }

  /** Whether a name may begin at an offset. */
  has(at: number): boolean {
    return ((this.starts[at] as number) & (START | CLEAR)) !== 0;
  }

  /** Whether one may and what stands before it cannot be a part of a longer name: a mark, a preposition, a verb of going. */
  isClear(at: number): boolean {
    return ((this.starts[at] as number) & CLEAR) !== 0;
  }

  /** The last such place at or before `at`; `from` where there is none behind it. */
  findLast(at: number, from: number): number {
    let last = at;
    while (last > from && !this.has(last)) last--;
    return last;
  }

  /** The first such place from `start` on; `limit` where there is none before it. */
  findNext(start: number, limit: number): number {
    let at = start;
    while (at < limit && !this.has(at)) at++;
    return at;
  }

  /** Whether a name may begin at an offset, or a part of a sentence does. */
  isOpening(at: number): boolean {
    return this.starts[at] !== 0;
  }

  /** The first such place from `start` on; `limit` where there is none before it. */
  findOpening(start: number, limit: number): number {
    const starts = this.starts;
    let at = start;
    while (at < limit && starts[at] === 0) at++;
    return at;
  }

  private markSentence(text: string, { start, end }: Span): void {
    const starts = this.starts;
    let from = start;
    let clear = true;
    starts[start] = PART;
    for (let at = nameLimits.findNext(text, start, end); at < end; ) {
      const mark = nameMarks.holdsAt(text, at);
      const word = mark ? null : nameWords.findTerm(text, at, end);
      const next = at + (word?.length ?? 1);
      if (mark && PARTING.hasAt(text, at)) starts[next] = PART;
      if (mark || word?.value === 'STOP') {
        this.mark(skipTime(text, from, at), at, clear);
        from = next;
        clear = mark || clearStops.findTerm(text, at, next)?.length === word?.length;
      }
      at = nameLimits.findNext(text, next, end);
    }
    this.mark(skipTime(text, from, end), end, clear);
  }

  /** Marks the start of a stretch of text, if there is anything in it. */
  private mark(start: number, end: number, clear: boolean): void {
    if (start < end) this.starts[start] = (this.starts[start] as number) | (clear ? CLEAR : START);
  }
}
