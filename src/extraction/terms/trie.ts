import { termScan } from './term-scan.ts';

/** A term that was found: half-open UTF-16 offsets and what the dictionary holds for it. */
export interface Match<T> {
  readonly start: number;
  readonly end: number;
  readonly value: T;
}

/** A term of a dictionary. */
export interface Term<T> {
  readonly length: number;
  readonly value: T;
}

const NOTHING: readonly never[] = [];

/** A term of the dictionary of a bit, before the same of others. */
interface Entry extends Term<unknown> {
  readonly bit: number;
  readonly next: Entry | undefined;
}

/** The terms of all dictionaries by the node where they end: a list is faster than a map for each dictionary. */
const terms: (Entry | undefined)[] = [];

/** Puts a term before those of others; that which the same dictionary had there is never asked for again. */
function putTerm(node: number, bit: number, { length, value }: Term<unknown>): void {
  terms[node] = { length, value, bit, next: terms[node] };
}

function getTerm(node: number, bit: number): Term<unknown> {
  let entry = terms[node];
  while (entry && entry.bit !== bit) entry = entry.next;
  return entry as Entry;
}

/** A dictionary of terms that finds those which begin at a given offset, in time linear in their length. */
export class Trie<T> {
  /** Its bit in the scan that dictionaries share. */
  readonly bit = termScan.join();
  constructor(entries: Iterable<readonly [string, T]> = []) {
    for (const [term, value] of entries) this.set(term, value);
  }

  /** Adds a term; the last value of a term wins. The empty term is ignored. */
  set(term: string, value: T): void {
    if (term !== '') putTerm(termScan.add(term, this.bit), this.bit, { length: term.length, value });
  }

  /** The first offset from `start` on at which a term begins; `limit` where none does before it. */
  findNext(text: string, start: number, limit: number): number {
    return termScan.findNext(text, this.bit, start, limit);
  }

  /** Whether a term begins at `start`, however far it reaches. */
  holdsAt(text: string, start: number): boolean {
    return termScan.holdsAt(text, this.bit, start);
  }

  /** The terms that begin at `start` and end at or before `limit`, the longest first. */
  listAt(text: string, start: number, limit = text.length): readonly Match<T>[] {
    let node = termScan.findNode(text, this.bit, start, limit);
    if (node === 0) return NOTHING;
    const { tree } = termScan;
    const found: Match<T>[] = [];
    for (; node !== 0; node = tree.findUp(tree.parentOf(node), this.bit, limit - start)) {
      const { length, value } = getTerm(node, this.bit) as Term<T>;
      found.push({ start, end: start + length, value });
    }
    return found;
  }

  /** The longest term that begins at `start` and ends at or before `limit`; null where there is none. */
  findAt(text: string, start: number, limit = text.length): Match<T> | null {
    const term = this.findTerm(text, start, limit);
    return term && { start, end: start + term.length, value: term.value };
  }

  /** The same for loops over every character: it makes no object of what it finds. */
  findTerm(text: string, start: number, limit: number): Term<T> | null {
    const node = termScan.findNode(text, this.bit, start, limit);
    return node === 0 ? null : (getTerm(node, this.bit) as Term<T>);
  }
}
