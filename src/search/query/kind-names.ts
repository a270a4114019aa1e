import { readFileSync } from 'node:fs';
import { ENTITY_TYPES, type EntityType } from '../entities/entity-type.ts';

interface KindNames {
  /** Kinds by all their names, for `kind:`. */
  readonly all: ReadonlyMap<string, EntityType>;
  /** Those by names that are words of their own beside others. */
  readonly nouns: ReadonlyMap<string, EntityType>;
}

let names: KindNames | null = null;

function loadNames(): KindNames {
  const all = new Map<string, EntityType>();
  const nouns = new Map<string, EntityType>();
  for (const line of readFileSync(new URL('kind-names.txt', import.meta.url), 'utf8').split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [before = '', after = ''] = line.split('|');
    const [name = '', ...words] = before.trim().split(/\s+/);
    const type = ENTITY_TYPES.find((known) => known === name);
    if (type === undefined) throw new Error(`kind-names.txt: no kind is called ${name}.`);
    for (const word of words) nouns.set(word, type);
    for (const word of [name.toLowerCase(), ...words, ...after.trim().split(/\s+/)]) all.set(word, type);
  }
  return { all, nouns };
}

/** The kind that a folded word calls; null where it calls none. */
export function kindNamed(word: string): EntityType | null {
  names ??= loadNames();
  return names.all.get(word) ?? null;
}

/** The kind that a folded word stands for beside other words; null where it stands for none. */
export function kindMeant(word: string): EntityType | null {
  names ??= loadNames();
  return names.nouns.get(word) ?? null;
}
