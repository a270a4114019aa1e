/** Words of a lexicon and the bit that stands for them; a word has two characters or more. */
export type WordGroup = readonly [bit: number, words: readonly string[]];

interface GroupedWord {
  readonly word: string;
  readonly bit: number;
}

const SLOTS = 0x2000;

/**
 * Tells in one pass over a text of which groups it holds a word, however many words there are: only where the first two
 * characters of a word stand it looks closer.
 */
export class WordFinder {
  /** By the first two characters of the words. */
  private readonly words: (GroupedWord[] | undefined)[] = new Array(SLOTS).fill(undefined);
  private readonly marks = new Uint8Array(SLOTS);

  /** @throws {RangeError} if a word is shorter than two characters. */
  constructor(groups: readonly WordGroup[]) {
    for (const [bit, words] of groups) for (const word of words) this.add({ word, bit });
  }

  /** The bits of the groups of which the text holds a word. */
  find(text: string): number {
    let bits = 0;
    let before = text.charCodeAt(0);
    for (let at = 1; at < text.length; at++) {
      const code = text.charCodeAt(at);
      const slot = hashPair(before, code);
      if (this.marks[slot] === 1) bits |= this.findAt(text, at - 1, slot);
      before = code;
    }
    return bits;
  }

  private findAt(text: string, at: number, slot: number): number {
    let bits = 0;
    for (const { word, bit } of this.words[slot] ?? []) if (text.startsWith(word, at)) bits |= bit;
    return bits;
  }

  private add(grouped: GroupedWord): void {
    if (grouped.word.length < 2) throw new RangeError(`The word ${grouped.word} is too short.`);
    const slot = hashPair(grouped.word.charCodeAt(0), grouped.word.charCodeAt(1));
    this.marks[slot] = 1;
    const words = this.words[slot];
    if (words === undefined) this.words[slot] = [grouped];
    else words.push(grouped);
  }
}

function hashPair(first: number, second: number): number {
  const hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
  return (hash ^ (hash >>> 15)) & (SLOTS - 1);
}
