import { getAreaNames } from '../passage/area-names.ts';
import { TrieUnion } from '../terms/trie-union.ts';
import { getCollectiveNames } from './collective-organs.ts';
import { getCountedOpenings } from './counted-organs.ts';
import { getFixedNames } from './fixed-bodies.ts';
import { levelOpenings } from './relative-organs.ts';

let openings: TrieUnion | undefined;

function getOpenings(): TrieUnion {
  openings ??= new TrieUnion([
    getAreaNames(),
    getFixedNames(),
    getCollectiveNames(),
    getCountedOpenings(),
    levelOpenings,
  ]);
  return openings;
}

/**
 * The first offset from `start` on where an area, a body of fixed name, a collective, a count of places or an organ named
 * by its level may begin; `limit` where none does before it.
 */
export function findOpening(text: string, start: number, limit: number): number {
  return getOpenings().findNext(text, start, limit);
}

/** Whether one of these may begin at an offset. */
export function beginsOpening(text: string, at: number): boolean {
  return getOpenings().holdsAt(text, at);
}
