import type { Cluster } from './mention-group.ts';

/** Where mentions were held to belong before, for each mention group; null for what is new. */
export type Homes = readonly (string | null)[];

/** Which entity each mention group is. */
export interface Assignment {
  /** For each mention group the id under which its mentions are kept: it stays theirs while entities unite and part. */
  readonly homes: readonly string[];
  /** For each id of a home the id of the entity that it is now: itself, or the one it was merged into. */
  readonly roots: ReadonlyMap<string, string>;
}

/** The ids that a group of mention groups keeps: those whose first mention group is in it. */
function listOwned(members: readonly number[], homes: Homes, owners: ReadonlyMap<string, number>): string[] {
  const owned = members.flatMap((index) => {
    const home = homes[index] ?? null;
    return home !== null && owners.get(home) === index ? home : [];
  });
  return owned.sort();
}

/** How ids are given. */
export interface IdRules {
  /** Makes a new id. */
  readonly createId: () => string;
  /** Ids that people want entities to have, the most wanted first. */
  readonly wanted: readonly string[];
  /** For each mention group ids that nothing else may need any more: what is new takes them before it gets new ones. */
  readonly heirlooms: readonly (readonly string[])[];
}

/**
 * Gives clusters their ids. An id stays with the mention group that had it first; of several the one that is wanted, else the
 * smallest, which is the oldest, stands for the entity, and the others resolve to it. What has none yet gets a new one.
 *
 * @param homes of the mention groups, those of older mentions first.
 */
export function assignEntities(
  clusters: readonly Cluster[],
  homes: Homes,
  { createId, wanted, heirlooms }: IdRules,
): Assignment {
  const owners = new Map<string, number>();
  homes.forEach((home, index) => {
    if (home !== null && !owners.has(home)) owners.set(home, index);
  });
  const taken = new Set<string>();
  const inherit = (members: readonly number[]): string | undefined => {
    const left = members.flatMap((index) => heirlooms[index] ?? []);
    const id = left.find((one) => !owners.has(one) && !taken.has(one));
    if (id !== undefined) taken.add(id);
    return id;
  };
  const assigned: string[] = [];
  const roots = new Map<string, string>();
  for (const { component, deferred } of clusters) {
    let root: string | null = null;
    for (const members of [component, ...deferred]) {
      const owned = listOwned(members, homes, owners);
      const own = wanted.find((id) => owned.includes(id)) ?? owned[0] ?? inherit(members) ?? createId();
      root ??= own;
      for (const id of [own, ...owned]) roots.set(id, root);
      for (const index of members) {
        const home = homes[index] ?? null;
        assigned[index] = home !== null && owned.includes(home) ? home : own;
      }
    }
  }
  return { homes: assigned, roots };
}
