import { groupBy } from '../base/group-by.ts';
import { formatKey, type IdentityKey, isOpen } from '../kinds/keys/identity-key.ts';
import { attachOpen } from './attach-open.ts';
import { type CannotLink, gatherApart, isAnyTorn, listSides, type Ties } from './cannot-links.ts';
import type { Cluster, MentionGroup } from './mention-group.ts';

/** Keys that a person declared to be one entity's. */
export type Link = readonly IdentityKey[];

/** What people decided about identities. */
export interface Decided {
  readonly links: readonly Link[];
  readonly cannotLinks: readonly CannotLink[];
}

/** What holds each mention group together with others: its keys, its must-link, and people's links about its keys. */
function listTies(mentionGroups: readonly MentionGroup[], links: readonly Link[]): Ties[] {
  const linked = groupBy(
    links.flatMap((link, number) => link.map((key) => ({ key: formatKey(key), number }))),
    ({ key }) => key,
  );
  return mentionGroups.map(({ keys, mustLink }) => {
    const ties = new Set(keys.map(formatKey));
    if (linked.size > 0)
      for (const key of [...ties]) for (const { number } of linked.get(key) ?? []) ties.add(`link ${number}`);
    return mustLink === null ? ties : ties.add(`must-link ${mustLink}`);
  });
}

/** Whether keys would make one entity of what a person declared to be two: which mentions do so must be looked at then. */
export function isTornApart(
  mentionGroups: readonly MentionGroup[],
  { links, cannotLinks }: Decided,
): boolean {
  return cannotLinks.length > 0 && isAnyTorn(listTies(mentionGroups, links), listSides(cannotLinks, links));
}

/**
 * Finds which mention groups are one entity: a function of the set of their mentions, so that neither their order nor the
 * mention groups into which they were gathered before matter.
 *
 * They come in the order of their first mention groups. Components are what closed keys and people's links hold together, but for what a person
 * declared to be two. Mention groups whose keys are all open form groups by them; a group belongs to the one component of its families,
 * and stays apart where there are several.
 */
export function clusterMentions(
  mentionGroups: readonly MentionGroup[],
  { links, cannotLinks }: Decided,
): Cluster[] {
  const [ties, sides] = [listTies(mentionGroups, links), listSides(cannotLinks, links)];
  const isClosed = (members: readonly number[]) =>
    members.some((index) => mentionGroups[index]?.keys.some((key) => !isOpen(key)));
  const groups = groupBy(gatherApart(ties, sides), isClosed);
  const clusters = attachOpen(mentionGroups, {
    components: groups.get(true) ?? [],
    open: groups.get(false) ?? [],
    ties,
    sides,
  });
  return clusters.sort((left, right) => firstOf(left) - firstOf(right));
}

/** The first mention group of a cluster: new ids are given in the order in which the entities were met. */
function firstOf({ component, deferred }: Cluster): number {
  return Math.min(...[component, ...deferred].map(([first = 0]) => first));
}
