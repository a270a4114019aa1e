import { termScan } from './term-scan.ts';
import type { Trie } from './trie.ts';

/** Several dictionaries that are asked at once whether one of them has a term at an offset. */
export class TrieUnion {
  private readonly bits: number;

  constructor(tries: readonly Trie<unknown>[]) {
    this.bits = tries.reduce((bits, { bit }) => bits | bit, 0);
  }

  /** The first offset from `start` on at which a term begins; `limit` where none does before it. */
  findNext(text: string, start: number, limit: number): number {
    return termScan.findNext(text, this.bits, start, limit);
  }

  /** Whether a term begins at an offset. */
  holdsAt(text: string, at: number): boolean {
    return termScan.holdsAt(text, this.bits, at);
  }
}
