import { DisjointSets } from './disjoint-sets.ts';
import { groupBy } from './group-by.ts';
import { formatKey, type IdentityKey, isOpen } from './keys/identity-key.ts';

/** Mentions that are known to belong together, or one alone. */
export interface Element {
  readonly keys: readonly WeightedKey[];
  /** Elements of one bond belong together, whatever their keys; null where keys alone decide. */
  readonly bond: string | null;
}

/** A key, and how many mentions have it. */
export interface WeightedKey extends IdentityKey {
  readonly weight: number;
}

/** Elements that are one entity, by their index. */
export interface Cluster {
  /** Those that keys hold together. */
  readonly core: readonly number[];
  /** Those, if any, that leave open which entity of a family they are, in groups that keys hold together. */
  readonly attached: readonly (readonly number[])[];
}

/**
 * A namesake that is told in so few mentions, against those of the other, takes no mention that leaves the question open
 * away from it: one misread post must not part a well-known person from their name.
 */
const DOMINANCE = 10;

/** Keys that a person declared to be one entity's. */
export type Link = readonly IdentityKey[];

function* keyedBy(elements: readonly Element[]) {
  for (const [index, { keys }] of elements.entries())
    for (const key of keys) yield [formatKey(key), index] as const;
}

function uniteCores(elements: readonly Element[], links: readonly Link[]): DisjointSets {
  const sets = new DisjointSets(elements.length);
  sets.uniteBy(keyedBy(elements));
  sets.uniteBy(
    elements.flatMap(({ bond }, index) => (bond === null ? [] : [[`bond ${bond}`, index] as const])),
  );
  const linked = groupBy(
    links.flatMap((link, number) => link.map((key) => [formatKey(key), number] as const)),
    ([key]) => key,
  );
  sets.uniteBy(
    elements.flatMap(({ keys }, index) =>
      keys.flatMap((key) =>
        (linked.get(formatKey(key)) ?? []).map(([, number]) => [`link ${number}`, index] as const),
      ),
    ),
  );
  return sets;
}

/** How many mentions each core has in each family, by family and core. */
function weighFamilies(elements: readonly Element[], cores: ReadonlyMap<number, readonly number[]>) {
  const weights = new Map<string, Map<number, number>>();
  for (const [core, members] of cores)
    for (const key of members.flatMap((index) => elements[index]?.keys ?? [])) {
      if (isOpen(key)) continue;
      const family = weights.get(key.family) ?? new Map<number, number>();
      family.set(core, (family.get(core) ?? 0) + key.weight);
      weights.set(key.family, family);
    }
  return weights;
}

/** The one core that a group of open elements can be of; null where there is none, or more than one. */
function findHost(families: Iterable<string>, weights: ReadonlyMap<string, ReadonlyMap<number, number>>) {
  const candidates = new Map<number, number>();
  for (const family of new Set(families))
    for (const [core, weight] of weights.get(family) ?? [])
      candidates.set(core, (candidates.get(core) ?? 0) + weight);
  const [best, ...others] = [...candidates].sort(([, left], [, right]) => right - left);
  if (best === undefined) return null;
  const rest = others.reduce((sum, [, weight]) => sum + weight, 0);
  return rest * DOMINANCE <= best[1] ? best[0] : null;
}

/**
 * Finds which elements are one entity: a function of the set of their mentions, so that neither their order nor the
 * elements into which they were gathered before matter.
 *
 * They come in the order of their first elements. Cores are what closed keys and people's links hold together. Elements
 * whose keys are all open form groups by them; a group belongs to the one core of its families, and stays apart where
 * there are several.
 */
export function clusterElements(elements: readonly Element[], links: readonly Link[]): Cluster[] {
  const sets = uniteCores(elements, links);
  const groups = groupBy(elements.keys(), (index) => sets.find(index));
  const isClosed = (members: readonly number[]) =>
    members.some((index) => elements[index]?.keys.some((key) => !isOpen(key)));
  const cores = new Map([...groups].filter(([, members]) => isClosed(members)));
  const weights = weighFamilies(elements, cores);
  const attached = new Map<number, number[][]>();
  const alone: Cluster[] = [];
  for (const [root, members] of groups) {
    if (cores.has(root)) continue;
    const families = members.flatMap((index) => elements[index]?.keys.map(({ family }) => family) ?? []);
    const host = findHost(families, weights);
    if (host === null) alone.push({ core: members, attached: [] });
    else attached.set(host, [...(attached.get(host) ?? []), members]);
  }
  const clusters = [
    ...[...cores].map(([root, core]) => ({ core, attached: attached.get(root) ?? [] })),
    ...alone,
  ];
  return clusters.sort((left, right) => firstOf(left) - firstOf(right));
}

/** The first element of a cluster: new ids are given in the order in which the entities were met. */
function firstOf({ core, attached }: Cluster): number {
  return Math.min(...[core, ...attached].map(([first = 0]) => first));
}
