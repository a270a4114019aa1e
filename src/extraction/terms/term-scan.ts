import { TermTree } from './term-tree.ts';

/** Bits of one number: so many dictionaries share the scan. */
const MOST = 32;

/** So many offsets are passed over at once where none of them matters. */
const BLOCK_BITS = 4;
const BLOCK = 1 << BLOCK_BITS;

/**
 * What one pass over a text finds of the terms of all dictionaries. At most offsets none begins, and what is looked up
 * afterwards costs a look at what the pass left.
 */
class TermScan {
  /** The terms of all dictionaries. */
  readonly tree = new TermTree();
  private text = '';
  private dictionaries = 0;
  /** For each offset of the text the bits of the dictionaries of which a term begins there. */
  private marks = new Int32Array(0);
  /** The same for each block of offsets: most blocks hold no term of most dictionaries. */
  private blocks = new Int32Array(0);
  /** For each offset the node of the tree where the longest term that begins there ends; 0 for none. */
  private longest = new Int32Array(0);

  /**
   * The bit of a new dictionary.
   *
   * @throws {RangeError} where there are no more
   */
  join(): number {
    if (this.dictionaries === MOST) throw new RangeError(`no more than ${MOST} dictionaries share the scan`);
    return 1 << this.dictionaries++;
  }

  /** Adds a term of the dictionary of a bit, and gives the node where it ends. What was read is forgotten. */
  add(term: string, bit: number): number {
    this.text = '';
    return this.tree.add(term, bit);
  }

  /** Reads a text; needed once before it is asked about, and again once another was read. Others are read as asked. */
  read(text: string): void {
    if (this.marks.length <= text.length) {
      this.marks = new Int32Array(text.length * 2 + 1);
      this.blocks = new Int32Array(Math.ceil(this.marks.length / BLOCK));
      this.longest = new Int32Array(text.length * 2 + 1);
    }
    this.tree.read(text, this.longest, this.marks);
    this.sumUp(text.length);
    this.marks[text.length] = 0;
    this.text = text;
  }

  /** The first offset from `start` on where a term of one of the dictionaries begins; `limit` where none does before it. */
  findNext(text: string, bits: number, start: number, limit: number): number {
    let at = start;
    if (text !== this.text) {
      while (at < limit && !this.holdsAt(text, bits, at)) at++;
      return at;
    }
    const marks = this.marks;
    const blocks = this.blocks;
    while (at < limit) {
      const end = (at | (BLOCK - 1)) + 1;
      if (((blocks[at >> BLOCK_BITS] as number) & bits) === 0) at = end;
      else {
        while (at < end && ((marks[at] as number) & bits) === 0) at++;
        if (at < end) break;
      }
    }
    return Math.min(at, limit);
  }

  /** Gathers the marks of each block. */
  private sumUp(length: number): void {
    const marks = this.marks;
    const blocks = this.blocks;
    for (let block = 0, at = 0; at < length; block++) {
      let bits = 0;
      for (const end = Math.min(length, at + BLOCK); at < end; at++) bits |= marks[at] as number;
      blocks[block] = bits;
    }
  }

  /** Whether a term of one of the dictionaries begins at an offset. */
  holdsAt(text: string, bits: number, at: number): boolean {
    if (text === this.text) return ((this.marks[at] ?? 0) & bits) !== 0;
    return (this.tree.collectBits(this.tree.findLongest(text, at)) & bits) !== 0;
  }

  /** The node where the longest term of a dictionary that begins at `start` and ends at or before `limit` ends; 0 for none. */
  findNode(text: string, bit: number, start: number, limit: number): number {
    if (text !== this.text) return this.tree.findUp(this.tree.findLongest(text, start), bit, limit - start);
    if (((this.marks[start] ?? 0) & bit) === 0) return 0;
    return this.tree.findUp(this.longest[start] as number, bit, limit - start);
  }
}

/** The scan that all dictionaries share: what it remembers of the text read last changes no result, only the time. */
export const termScan = new TermScan();
