import { groupBy } from '../base/group-by.ts';
import { isOpen } from '../kinds/keys/identity-key.ts';
import { areApart, type Sides, type Ties } from './cannot-links.ts';
import type { Cluster, MentionGroup } from './mention-group.ts';

/**
 * A namesake that is told in so few mentions, against those of the other, takes no mention that leaves the question open
 * away from it: one misread post must not part a well-known person from their name.
 */
const DOMINANCE = 10;

/** Groups of mention groups, by their index. */
type Groups = readonly (readonly number[])[];

/** How many mentions each component, by its place, has in each family. */
function weighFamilies(mentionGroups: readonly MentionGroup[], components: Groups) {
  const weights = new Map<string, Map<number, number>>();
  for (const [component, members] of components.entries())
    for (const key of members.flatMap((index) => mentionGroups[index]?.keys ?? [])) {
      if (isOpen(key)) continue;
      const family = weights.get(key.family) ?? new Map<number, number>();
      family.set(component, (family.get(component) ?? 0) + key.weight);
      weights.set(key.family, family);
    }
  return weights;
}

/** The one component that a group of open mention groups can be of; null where there is none, or more than one. */
function findHost(families: Iterable<string>, weights: ReadonlyMap<string, ReadonlyMap<number, number>>) {
  const candidates = new Map<number, number>();
  for (const family of new Set(families))
    for (const [component, weight] of weights.get(family) ?? [])
      candidates.set(component, (candidates.get(component) ?? 0) + weight);
  const [best, ...others] = [...candidates].sort(([, left], [, right]) => right - left);
  if (best === undefined) return null;
  const rest = others.reduce((sum, [, weight]) => sum + weight, 0);
  return rest * DOMINANCE <= best[1] ? best[0] : null;
}

/**
 * Puts groups that leave open which entity they are to the one component that each can be of. What a person declared to be two does
 * not meet so: a group stays alone that was told from the component, or from another group that it would meet there.
 */
export function attachOpen(
  mentionGroups: readonly MentionGroup[],
  groups: {
    readonly components: Groups;
    readonly open: Groups;
    readonly ties: readonly Ties[];
    readonly sides: readonly Sides[];
  },
): Cluster[] {
  const { components, open, ties, sides } = groups;
  const weights = weighFamilies(mentionGroups, components);
  const familiesOf = (members: readonly number[]) =>
    members.flatMap((index) => mentionGroups[index]?.keys.map(({ family }) => family) ?? []);
  const guests = groupBy(open, (members) => findHost(familiesOf(members), weights));
  const tiesOf = (members: readonly number[]) => members.flatMap((index) => ties[index] ?? []);
  const alone = [...(guests.get(null) ?? [])];
  const clusters = components.map((component, place) => {
    const near = guests.get(place) ?? [];
    const isTold = (group: readonly number[]) =>
      [component, ...near].some((other) => areApart(tiesOf(group), tiesOf(other), sides));
    const told = sides.length === 0 ? [] : near.filter(isTold);
    alone.push(...told);
    return { component, deferred: near.filter((group) => !told.includes(group)) };
  });
  return [...clusters, ...alone.map((component) => ({ component, deferred: [] }))];
}
