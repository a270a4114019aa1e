import type { AreaRecord } from '../lexicon/areas.ts';
import { findArea } from '../lexicon/areas.ts';
import { type Collective, listCollectives } from '../lexicon/collectives.ts';
import { Trie } from '../trie.ts';
import { chooseDepartment, findDepartments } from './coordinated-organs.ts';
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
  if (contexts.length > 0 && !contexts.some((word) => text.includes(word))) return null;
  return { end: match.end, areas: codes.flatMap((code) => findArea(code) ?? []) };
}

/**
 * Reads a collective with a department: 三省一市生态环境部门 names four. Null where none begins at `start`.
 * Each mention spans the whole phrase and is implied.
 */
export function readCollectiveOrgans(
  text: string,
  start: number,
  limit: number,
): { readonly end: number; readonly mentions: readonly OrganisationMention[] } | null {
  const term = getCollectiveNames().findTerm(text, start, limit);
  const departments = term && findDepartments(text, start + term.length, limit);
  const collective = departments ? readCollective(text, start, limit) : null;
  if (!collective || !departments) return null;
  const mentions = collective.areas.map((area) => {
    const organ = {
      canonical: chooseDepartment(area, departments.forms),
      classification: 'DEPARTMENT',
    } as const;
    return createOrganMention({ start, end: departments.end }, { area, chain: [area] }, organ, true);
  });
  return { end: departments.end, mentions };
}
