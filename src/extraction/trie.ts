interface Node<T> {
  readonly next: Map<number, Node<T>>;
  value: T | undefined;
}

/** A term that was found: half-open UTF-16 offsets and what the dictionary holds for it. */
export interface Match<T> {
  readonly start: number;
  readonly end: number;
  readonly value: T;
}

/** A dictionary of terms that finds those which begin at a given offset, in time linear in their length. */
export class Trie<T> {
  readonly #root: Node<T> = { next: new Map(), value: undefined };

  constructor(entries: Iterable<readonly [string, T]> = []) {
    for (const [term, value] of entries) this.set(term, value);
  }

  /** Adds a term; the last value of a term wins. The empty term is ignored. */
  set(term: string, value: T): void {
    let node = this.#root;
    for (let i = 0; i < term.length; i++) {
      const unit = term.charCodeAt(i);
      const next = node.next.get(unit) ?? { next: new Map(), value: undefined };
      node.next.set(unit, next);
      node = next;
    }
    if (node !== this.#root) node.value = value;
  }

  /** The terms that begin at `start` and end at or before `limit`, the longest first. */
  listAt(text: string, start: number, limit = text.length): Match<T>[] {
    let node: Node<T> | undefined = this.#root.next.get(text.charCodeAt(start));
    if (!node) return [];
    const found: Match<T>[] = [];
    for (let end = start + 1; node && end <= limit; end++) {
      if (node.value !== undefined) found.unshift({ start, end, value: node.value });
      node = end < limit ? node.next.get(text.charCodeAt(end)) : undefined;
    }
    return found;
  }

  /** The longest term that begins at `start` and ends at or before `limit`; null where there is none. */
  findAt(text: string, start: number, limit = text.length): Match<T> | null {
    let best: Match<T> | null = null;
    let node: Node<T> | undefined = start < limit ? this.#root.next.get(text.charCodeAt(start)) : undefined;
    for (let end = start + 1; node; end++) {
      if (node.value !== undefined) best = { start, end, value: node.value };
      node = end < limit ? node.next.get(text.charCodeAt(end)) : undefined;
    }
    return best;
  }
}
