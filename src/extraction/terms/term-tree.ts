import { unitAt } from './unit-at.ts';

const UNITS = 0x10000;

/** What is kept of a node, one number each, side by side: one look at memory finds them all. */
const PARENT = 0;
/** The code unit that leads to it, and above it how many do. */
const UNIT = 1;
/** The dictionaries of which a term ends there. */
const BITS = 2;
/** Which remainders by 32 the code units of its children have; most steps that lead nowhere end here. */
const HINTS = 3;
const WIDTH = 4;
const UNIT_BITS = 16;

/** What is kept of each first code unit: its node, the dictionaries of which a term ends there, and hints as above, by 64. */
const FIRST_NODE = 0;
const FIRST_BITS = 1;
const FIRST_HINTS = 2;

/** Twice as many numbers, those that are there first. */
function double(numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const more = new Int32Array(numbers.length * 2);
  more.set(numbers);
  return more;
}

/** The terms of up to 32 dictionaries, each known by a bit, in one tree. Its nodes are numbered from 1 on. */
export class TermTree {
  private last = 0;
  private nodes = new Int32Array(0x8000 * WIDTH);
  /** The number of each first code unit, from 1 on; 0 for units that begin no term. */
  private readonly firstOf = new Uint16Array(UNITS);
  private lastFirst = 0;
  /** First code units by their numbers: most offsets of a text are done with by what is kept here. */
  private firsts = new Int32Array(0x1000 * WIDTH);
  /** An open hash of parent and code unit to node, for the others. */
  private children = new Int32Array(0x10000);

  /** Adds a term of the dictionary of a bit, and gives the node where it ends. */
  add(term: string, bit: number): number {
    let node = this.makeFirst(term.charCodeAt(0));
    for (let i = 1; i < term.length; i++) node = this.make(node, term.charCodeAt(i));
    this.nodes[node * WIDTH + BITS] = (this.nodes[node * WIDTH + BITS] as number) | bit;
    if (term.length === 1)
      this.firsts[this.placeOfFirst(node) + FIRST_BITS] = this.nodes[node * WIDTH + BITS] as number;
    return node;
  }

  /**
   * Reads a text: sets at each offset of `longest` the node where the longest term that begins there ends, 0 where none
   * does, and in `marks` the bits of all dictionaries of which a term begins there.
   */
  read(text: string, longest: Int32Array, marks: Int32Array): void {
    const firstOf = this.firstOf;
    const firsts = this.firsts;
    let unit = unitAt(text, 0);
    for (let at = 0; at < text.length; at++) {
      const first = (firstOf[unit] as number) * WIDTH;
      unit = unitAt(text, at + 1);
      const bits = firsts[first + FIRST_BITS] as number;
      const hints = firsts[first + FIRST_HINTS + ((unit >> 5) & 1)] as number;
      const node = firsts[first + FIRST_NODE] as number;
      longest[at] = bits === 0 ? 0 : node;
      marks[at] = (hints & (1 << (unit & 31))) === 0 ? bits : bits | this.follow(text, at, node, longest);
    }
  }

  /**
   * The bits of the terms of two code units and more at an offset, where the hints of the first tell of a second; the longest is put
   * in `longest`.
   */
  private follow(text: string, start: number, first: number, longest: Int32Array): number {
    const nodes = this.nodes;
    let at = start + 1;
    let unit = unitAt(text, at);
    let node = first;
    let found = 0;
    do {
      node = this.find(node, unit);
      const bits = nodes[node * WIDTH + BITS] as number;
      if (bits !== 0) longest[start] = node;
      found |= bits;
      unit = unitAt(text, ++at);
    } while (((nodes[node * WIDTH + HINTS] as number) & (1 << (unit & 31))) !== 0);
    return found;
  }

  /** The node where the longest term that begins at an offset ends; 0 where none begins. */
  findLongest(text: string, start: number): number {
    const nodes = this.nodes;
    const first = (this.firstOf[unitAt(text, start)] as number) * WIDTH;
    let node = this.firsts[first + FIRST_NODE] as number;
    let longest = 0;
    for (let at = start + 1; node !== 0; at++) {
      if (nodes[node * WIDTH + BITS] !== 0) longest = node;
      node = this.find(node, unitAt(text, at));
    }
    return longest;
  }

  /** The dictionaries of which a term ends at a node or before it. */
  collectBits(node: number): number {
    const nodes = this.nodes;
    let bits = 0;
    for (let at = node; at !== 0; at = nodes[at * WIDTH + PARENT] as number)
      bits |= nodes[at * WIDTH + BITS] as number;
    return bits;
  }

  /** The node where the longest term of a dictionary ends, of those that end at a node or before it and are no longer than `length`. */
  findUp(node: number, bit: number, length: number): number {
    const nodes = this.nodes;
    let at = node;
    while (at !== 0) {
      const from = at * WIDTH;
      if (
        ((nodes[from + BITS] as number) & bit) !== 0 &&
        (nodes[from + UNIT] as number) >> UNIT_BITS <= length
      )
        return at;
      at = nodes[from + PARENT] as number;
    }
    return 0;
  }

  /** The node before a node; 0 for that of a first code unit. */
  parentOf(node: number): number {
    return this.nodes[node * WIDTH + PARENT] as number;
  }

  /** The child of a node; 0 where it has none of that code unit. */
  private find(parent: number, unit: number): number {
    return this.children[this.placeOf(parent, unit)] as number;
  }

  /** Where the child of a node is in the hash, or where it would be put. */
  private placeOf(parent: number, unit: number): number {
    const children = this.children;
    const nodes = this.nodes;
    const mask = children.length - 1;
    let place = ((Math.imul(parent, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) >>> 7) & mask;
    for (let node = children[place] as number; node !== 0; node = children[place] as number) {
      const from = node * WIDTH;
      if (nodes[from + PARENT] === parent && ((nodes[from + UNIT] as number) & 0xffff) === unit) break;
      place = (place + 1) & mask;
    }
    return place;
  }

  private makeFirst(unit: number): number {
    if (this.firstOf[unit] === 0) {
      this.firstOf[unit] = ++this.lastFirst;
      if ((this.lastFirst + 1) * WIDTH > this.firsts.length) this.firsts = double(this.firsts);
      this.firsts[this.lastFirst * WIDTH + FIRST_NODE] = this.create(0, unit, 1);
    }
    return this.firsts[(this.firstOf[unit] as number) * WIDTH + FIRST_NODE] as number;
  }

  /** Where the first code unit of a node of one code unit is kept. */
  private placeOfFirst(node: number): number {
    return (this.firstOf[(this.nodes[node * WIDTH + UNIT] as number) & 0xffff] as number) * WIDTH;
  }

  private make(parent: number, unit: number): number {
    const known = this.find(parent, unit);
    if (known !== 0) return known;
    const length = (this.nodes[parent * WIDTH + UNIT] as number) >> UNIT_BITS;
    const node = this.create(parent, unit, length + 1);
    this.children[this.placeOf(parent, unit)] = node;
    const hint = 1 << (unit & 31);
    this.nodes[parent * WIDTH + HINTS] = (this.nodes[parent * WIDTH + HINTS] as number) | hint;
    if (length > 1) return node;
    const at = this.placeOfFirst(parent) + FIRST_HINTS + ((unit >> 5) & 1);
    this.firsts[at] = (this.firsts[at] as number) | hint;
    return node;
  }

  private create(parent: number, unit: number, length: number): number {
    const node = ++this.last;
    if ((node + 1) * WIDTH > this.nodes.length) this.nodes = double(this.nodes);
    if (node * 2 > this.children.length) this.rehash();
    this.nodes.set([parent, (length << UNIT_BITS) | unit, 0, 0], node * WIDTH);
    return node;
  }

  private rehash(): void {
    const before = this.children;
    this.children = new Int32Array(before.length * 2);
    for (const node of before) {
      if (node === 0) continue;
      const unit = (this.nodes[node * WIDTH + UNIT] as number) & 0xffff;
      this.children[this.placeOf(this.parentOf(node), unit)] = node;
    }
  }
}
