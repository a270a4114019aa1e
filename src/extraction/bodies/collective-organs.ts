import type { AreaRecord } from '../lexicon/areas.ts';
import { findArea } from '../lexicon/areas.ts';
import { type Collective, listCollectives } from '../lexicon/collectives.ts';
import { Trie } from '../terms/trie.ts';
import { wordMemory } from '../text/word-memory.ts';
import { readOrganOf } from './counted-organs.ts';
import { createOrganMention } from './local-organs.ts';
import type { OrganisationMention } from './organisation-mention.ts';

let trie: Trie<Collective> | undefined;

/** Adds a collective to those that are read from then on. */
export function addCollective(collective: Collective): void {
  trie ??= createTrie();
  trie.set(collective.term, collective);
}

/** The words for all collectives. */
export function getCollectiveNames(): Trie<unknown> {
  trie ??= createTrie();
  return trie;
}

const createTrie = () =>
  new Trie(listCollectives().map((collective) => [collective.term, collective] as const));

/** The areas that a collective at `start` stands for in this text, and where it ends; null where none begins. */
export function readCollective(
  text: string,
  start: number,
  limit: number,
): { readonly end: number; readonly areas: readonly AreaRecord[] } | null {
  trie ??= createTrie();
  const match = trie.findAt(text, start, limit);
  if (!match) return null;
  const { contexts, codes } = match.value;
  if (contexts.length > 0 && !contexts.some((word) => wordMemory.holds(text, word))) return null;
  const areas: AreaRecord[] = [];
  for (const code of codes) {
    const area = findArea(code);
    if (area) areas.push(area);
  }
  return { end: match.end, areas };
}

/** Of more places than so many only departments are named one by one. */
const MOST = 4;

const COUNTED = /^”?[两三四五]地/;

/** How long the words are that count the places of a collective again: 三省一市|四地. */
const skipCount = (text: string, at: number) => COUNTED.exec(text.slice(at, at + 3))?.[0].length ?? 0;

/**
 * Reads a collective with a department or another organ: 三省一市生态环境部门 names four. Null where none begins at `start`.
 * Each mention spans the whole phrase and is implied.
 */
export function readCollectiveOrgans(
  text: string,
  start: number,
  limit: number,
): { readonly end: number; readonly mentions: readonly OrganisationMention[] } | null {
  const term = getCollectiveNames().findTerm(text, start, limit);
  const organ = term && readOrganOf(text, start + term.length + skipCount(text, start + term.length), limit);
  const collective = organ ? readCollective(text, start, limit) : null;
  if (!collective || !organ) return null;
  const { end, organOf, isDepartment } = organ;
  if (!isDepartment && collective.areas.length > MOST) return null;
  const mentions = collective.areas.map((area) =>
    createOrganMention({ start, end }, { area, chain: [area] }, organOf(area), true),
  );
  return { end, mentions };
}
