import { termScan } from './term-scan.ts';

/** A term that was found: half-open UTF-16 offsets and what the dictionary holds for it. */
export interface Match<T> {
  readonly start: number;
  readonly end: number;
  readonly value: T;
}

class Node<T> {
  value: T | undefined;
  /** Few nodes have many children, so two short lists are read faster than a map. */
  readonly units: number[] = [];
  readonly children: Node<T>[] = [];

  find(unit: number): Node<T> | undefined {
    const at = this.units.indexOf(unit);
    return at < 0 ? undefined : this.children[at];
  }

  make(unit: number): Node<T> {
    const known = this.find(unit);
    if (known) return known;
    const child = new Node<T>();
    this.units.push(unit);
    this.children.push(child);
    return child;
  }
}

const UNITS = 0x10000;

/** A dictionary of terms that finds those which begin at a given offset, in time linear in their length. */
export class Trie<T> {
  /** The node of each first code unit, from 1 on; 0 for units that begin no term. Most characters end the search here. */
  readonly #firsts = new Uint16Array(UNITS);
  readonly #roots: Node<T>[] = [];
  /** Its bit in the marks of the scan that dictionaries share; 0 for none. */
  readonly #bit = termScan.join();

  constructor(entries: Iterable<readonly [string, T]> = []) {
    for (const [term, value] of entries) this.set(term, value);
  }

  /** Adds a term; the last value of a term wins. The empty term is ignored. */
  set(term: string, value: T): void {
    if (term === '') return;
    const unit = term.charCodeAt(0);
    if (this.#firsts[unit] === 0) this.#firsts[unit] = this.#roots.push(new Node<T>());
    let node = this.#rootOf(unit) as Node<T>;
    for (let i = 1; i < term.length; i++) node = node.make(term.charCodeAt(i));
    node.value = value;
    if (this.#bit !== 0) termScan.add(term, this.#bit);
  }

  /** The first offset from `start` on at which a term may begin; `limit` where none does before it. */
  findNext(text: string, start: number, limit: number): number {
    const { marks } = termScan;
    let at = start;
    if (this.#bit !== 0 && termScan.text === text)
      while (at < limit && ((marks[at] as number) & this.#bit) === 0) at++;
    else while (at < limit && !this.mayBeginAt(text, at)) at++;
    return at;
  }

  /** Whether a term may begin at `start`: surely none does where not. */
  mayBeginAt(text: string, start: number): boolean {
    return this.#bit !== 0 && termScan.text === text
      ? ((termScan.marks[start] ?? 0) & this.#bit) !== 0
      : this.#firsts[text.charCodeAt(start)] !== 0;
  }

  /** The terms that begin at `start` and end at or before `limit`, the longest first. */
  listAt(text: string, start: number, limit = text.length): Match<T>[] {
    if (!this.mayBeginAt(text, start)) return [];
    let node = start < limit ? this.#rootOf(text.charCodeAt(start)) : undefined;
    const found: Match<T>[] = [];
    for (let end = start + 1; node; end++) {
      if (node.value !== undefined) found.unshift({ start, end, value: node.value });
      node = end < limit ? node.find(text.charCodeAt(end)) : undefined;
    }
    return found;
  }

  /** The longest term that begins at `start` and ends at or before `limit`; null where there is none. */
  findAt(text: string, start: number, limit = text.length): Match<T> | null {
    if (!this.mayBeginAt(text, start)) return null;
    let node = start < limit ? this.#rootOf(text.charCodeAt(start)) : undefined;
    let last: Node<T> | undefined;
    let lastEnd = start;
    for (let end = start + 1; node; end++) {
      if (node.value !== undefined) {
        last = node;
        lastEnd = end;
      }
      node = end < limit ? node.find(text.charCodeAt(end)) : undefined;
    }
    return last ? { start, end: lastEnd, value: last.value as T } : null;
  }

  #rootOf(unit: number): Node<T> | undefined {
    const first = this.#firsts[unit];
    return first ? this.#roots[first - 1] : undefined;
  }
}
