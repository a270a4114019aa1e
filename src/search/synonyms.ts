import { readFileSync } from 'node:fs';
import { foldText } from './fold-text.ts';

/** The most variants of one term. */
const MAX_VARIANTS = 8;

let groups: readonly (readonly string[])[] | null = null;

function loadGroups(): readonly (readonly string[])[] {
  groups ??= readFileSync(new URL('synonyms.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) =>
      line
        .trim()
        .split(/\s+/)
        .map((name) => foldText(name).chars.join('')),
    );
  return groups;
}

/**
 * The folded texts that mean the same as `term`, itself first: each name of synonyms.txt in it replaced by the
 * others of its group.
 *
 * @example withSynonyms('长三角一体化') // ['长三角一体化', '长江三角洲一体化']
 */
export function withSynonyms(term: string): string[] {
  const variants = new Set([term]);
  for (const group of loadGroups()) {
    const name = longestIn(group, term);
    if (name === null) continue;
    for (const other of group) {
      // A longer name that holds the shorter one, as 粤港澳大湾区 holds 粤港澳, is in its results already.
      if (!other.includes(name)) variants.add(term.replaceAll(name, () => other));
    }
  }
  return [...variants].slice(0, MAX_VARIANTS);
}

function longestIn(group: readonly string[], term: string): string | null {
  const found = group.filter((name) => term.includes(name));
  return found.sort((a, b) => b.length - a.length)[0] ?? null;
}
