/**
 * Finds short strings in a text that is searched many times. For each pair of characters it keeps the last place, in a
 * table that pairs may share: what a text does not hold is told without looking at it, the rest is looked up.
 */
export class PairIndex {
  /** For each slot the last place of its pairs plus one; 0 for none. */
  private places: Int32Array | null = null;

  /** @param plain so many questions are answered by looking through the text: a table for a few is not worth its while. */
  constructor(
    readonly text: string,
    private plain = 0,
  ) {}

  /** Whether the pair of characters at `at` in `other` stands in the text. */
  hasPair(other: string, at: number): boolean {
    if (this.plain-- > 0) return this.text.includes(other.slice(at, at + 2));
    const [first, second] = [other.charCodeAt(at), other.charCodeAt(at + 1)];
    const place = this.findPlace(first, second);
    if (place < 0) return false;
    const same = this.text.charCodeAt(place) === first && this.text.charCodeAt(place + 1) === second;
    return same || this.text.includes(other.slice(at, at + 2));
  }

  /** Whether a string of two characters or more stands in the text, at `from` or behind. */
  holds(wanted: string, from: number): boolean {
    if (this.plain-- > 0) return this.text.includes(wanted, from);
    for (let at = 0; at + 2 <= wanted.length; at++) {
      if (this.findPlace(wanted.charCodeAt(at), wanted.charCodeAt(at + 1)) < from) return false;
    }
    return this.text.includes(wanted, from);
  }

  /** No pair of the slot stands behind this place; -1 where none stands anywhere. */
  private findPlace(first: number, second: number): number {
    this.places ??= indexPairs(this.text);
    return (this.places[hashPair(first, second) & (this.places.length - 1)] ?? 0) - 1;
  }
}

function indexPairs(text: string): Int32Array {
  let slots = 1024;
  while (slots < 2 * text.length) slots *= 2;
  const places = new Int32Array(slots);
  let before = text.charCodeAt(0);
  for (let at = 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    places[hashPair(before, code) & (slots - 1)] = at;
    before = code;
  }
  return places;
}

function hashPair(first: number, second: number): number {
  const hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
  return hash ^ (hash >>> 15);
}
