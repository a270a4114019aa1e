const UNITS = 0x10000;
/** Bits of one number: so many dictionaries share the scan, further ones are read without it. */
const MOST = 32;
const FIRST_CAPACITY = 1 << 14;

/**
 * The terms of all dictionaries in one tree, by which one pass over a text marks at each offset the dictionaries that
 * have a term there. Most offsets have none, so that what is looked up afterwards is mostly answered by a mark.
 */
class TermScan {
  /** The text that was read last; `marks` are of it. */
  text = '';
  /** For each offset of `text` the bits of the dictionaries of which a term begins there. */
  marks = new Int32Array(0);
  #dictionaries = 0;
  #nodes = 1;
  /** The node of each first code unit; 0 for none. */
  readonly #roots = new Int32Array(UNITS);
  /** By node: the dictionaries of which a term ends there. */
  #bits = new Int32Array(FIRST_CAPACITY);
  /** By node: which remainders by 32 its children's code units have; most steps that lead nowhere end here. */
  #hints = new Int32Array(FIRST_CAPACITY);
  /** An open hash of parent and code unit to child. */
  #keys = new Float64Array(FIRST_CAPACITY * 2);
  #children = new Int32Array(FIRST_CAPACITY * 2);

  /** The bit of a new dictionary; 0 where there are no more. */
  join(): number {
    return this.#dictionaries < MOST ? 1 << this.#dictionaries++ : 0;
  }

  /** Adds a term of the dictionary of a bit. Marks that were made before are dropped. */
  add(term: string, bit: number): void {
    this.text = '';
    const unit = term.charCodeAt(0);
    let node = this.#roots[unit] || this.#create();
    this.#roots[unit] = node;
    for (let i = 1; i < term.length; i++) node = this.#make(node, term.charCodeAt(i));
    this.#bits[node] = (this.#bits[node] ?? 0) | bit;
  }

  /** Marks a text; needed once before it is read, and again once another was marked. */
  read(text: string): void {
    if (this.marks.length < text.length) this.marks = new Int32Array(text.length * 2);
    this.text = text;
    for (let at = 0; at < text.length; at++) {
      const root = this.#roots[text.charCodeAt(at)] as number;
      this.marks[at] = root === 0 ? 0 : this.#mark(text, at, root);
    }
  }

  #mark(text: string, start: number, root: number): number {
    let found = this.#bits[root] as number;
    let node = root;
    for (let at = start + 1; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (((this.#hints[node] as number) & (1 << (unit & 31))) === 0) break;
      node = this.#children[this.#slotOf(node, unit)] as number;
      if (node === 0) break;
      found |= this.#bits[node] as number;
    }
    return found;
  }

  /** Where the child is, or where it would be put. */
  #slotOf(node: number, unit: number): number {
    const key = node * UNITS + unit;
    const mask = this.#keys.length - 1;
    let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) >>> 7;
    for (slot &= mask; this.#keys[slot] !== key && this.#children[slot] !== 0; ) slot = (slot + 1) & mask;
    return slot;
  }

  #make(node: number, unit: number): number {
    const known = this.#children[this.#slotOf(node, unit)];
    if (known) return known;
    const child = this.#create();
    const slot = this.#slotOf(node, unit);
    this.#keys[slot] = node * UNITS + unit;
    this.#children[slot] = child;
    this.#hints[node] = (this.#hints[node] ?? 0) | (1 << (unit & 31));
    return child;
  }

  #create(): number {
    if (this.#nodes === this.#bits.length) this.#grow();
    return this.#nodes++;
  }

  #grow(): void {
    const capacity = this.#bits.length * 2;
    const [bits, hints, keys, children] = [this.#bits, this.#hints, this.#keys, this.#children];
    this.#bits = new Int32Array(capacity);
    this.#bits.set(bits);
    this.#hints = new Int32Array(capacity);
    this.#hints.set(hints);
    this.#keys = new Float64Array(capacity * 2);
    this.#children = new Int32Array(capacity * 2);
    keys.forEach((key, from) => {
      if (children[from] === 0) return;
      const slot = this.#slotOf(Math.floor(key / UNITS), key % UNITS);
      this.#keys[slot] = key;
      this.#children[slot] = children[from] as number;
    });
  }
}

/** The scan that all dictionaries share: what it remembers of the text read last changes no result, only the time. */
export const termScan = new TermScan();
