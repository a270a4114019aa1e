import { readFileSync } from 'node:fs';
import { foldText } from './fold-text.ts';

/** The most variants of one term. */
const MAX_VARIANTS = 8;

/** A name of a group. */
interface Synonym {
  readonly name: string;
  /** What stands between other letters and digits is no Latin name: G20 is not in G201. */
  readonly pattern: RegExp;
}

let groups: readonly (readonly Synonym[])[] | null = null;

const escapePattern = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

function synonym(text: string): Synonym {
  const name = foldText(text).chars.join('');
  const isLatin = /^[\p{Script=Latin}\d.-]+$/u.test(name);
  const pattern = isLatin ? `(?<![a-z0-9])${escapePattern(name)}(?![a-z0-9])` : escapePattern(name);
  return { name, pattern: new RegExp(pattern, 'gu') };
}

function loadGroups(): readonly (readonly Synonym[])[] {
  groups ??= readFileSync(new URL('synonyms.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => line.trim().split(/\s+/).map(synonym));
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
    const found = longestIn(group, term);
    if (found === null) continue;
    for (const { name } of group) {
      // A longer name that holds the shorter one, as 粤港澳大湾区 holds 粤港澳, is in its results already.
      if (!name.includes(found.name)) variants.add(term.replace(found.pattern, () => name));
    }
  }
  return [...variants].slice(0, MAX_VARIANTS);
}

function longestIn(group: readonly Synonym[], term: string): Synonym | null {
  const found = group.filter(({ name, pattern }) => term.includes(name) && term.search(pattern) >= 0);
  return found.sort((a, b) => b.name.length - a.name.length)[0] ?? null;
}
