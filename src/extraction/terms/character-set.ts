import { unitAt } from './unit-at.ts';

/** A set of characters of the Basic Multilingual Plane that is asked by code unit: it makes no string of a character. */
export class CharacterSet {
  /** A bit a code unit: small enough to stay near the processor while a text is read. */
  private readonly bits = new Int32Array(0x10000 / 32);

  /** Takes the characters of a text; those beyond the plane are left out. */
  constructor(characters: string) {
    for (const character of characters) if (character.length === 1) this.add(character);
  }

  /** Adds a character of one code unit. */
  add(character: string): void {
    const unit = character.charCodeAt(0);
    this.bits[unit >> 5] = (this.bits[unit >> 5] ?? 0) | (1 << (unit & 31));
  }

  /** Whether the set holds a code unit. */
  has(unit: number): boolean {
    return (((this.bits[unit >> 5] as number) >>> (unit & 31)) & 1) === 1;
  }

  /** Whether the set holds the character at an offset; false beyond the text, save where it holds NUL. */
  hasAt(text: string, at: number): boolean {
    return this.has(unitAt(text, at));
  }

  /** The first offset from `start` on whose character the set holds; `limit` where none does before it. */
  findNext(text: string, start: number, limit: number): number {
    let at = start;
    while (at < limit && !this.hasAt(text, at)) at++;
    return at;
  }

  /** Whether the set holds every character from `start` to `end`. */
  hasAll(text: string, start: number, end: number): boolean {
    for (let at = start; at < end; at++) if (!this.hasAt(text, at)) return false;
    return true;
  }
}
