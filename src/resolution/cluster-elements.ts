import { groupBy } from '../base/group-by.ts';
import { formatKey, type IdentityKey, isOpen } from '../kinds/keys/identity-key.ts';
import { attachOpen } from './attach-open.ts';
import type { Cluster, Element } from './element.ts';
import { type Apart, gatherApart, isAnyTorn, listSides, type Ties } from './keep-apart.ts';

/** Keys that a person declared to be one entity's. */
export type Link = readonly IdentityKey[];

/** What people decided about identities. */
export interface Decided {
  readonly links: readonly Link[];
  readonly apart: readonly Apart[];
}

/** What holds each element together with others: its keys, its bond, and people's links about its keys. */
function listTies(elements: readonly Element[], links: readonly Link[]): Ties[] {
  const linked = groupBy(
    links.flatMap((link, number) => link.map((key) => ({ key: formatKey(key), number }))),
    ({ key }) => key,
  );
  return elements.map(({ keys, bond }) => {
    const ties = new Set(keys.map(formatKey));
    if (linked.size > 0)
      for (const key of [...ties]) for (const { number } of linked.get(key) ?? []) ties.add(`link ${number}`);
    return bond === null ? ties : ties.add(`bond ${bond}`);
  });
}

/** Whether keys would make one entity of what a person declared to be two: which mentions do so must be looked at then. */
export function isTornApart(elements: readonly Element[], { links, apart }: Decided): boolean {
  return apart.length > 0 && isAnyTorn(listTies(elements, links), listSides(apart, links));
}

/**
 * Finds which elements are one entity: a function of the set of their mentions, so that neither their order nor the
 * elements into which they were gathered before matter.
 *
 * They come in the order of their first elements. Cores are what closed keys and people's links hold together, but for what a person
 * declared to be two. Elements whose keys are all open form groups by them; a group belongs to the one core of its families,
 * and stays apart where there are several.
 */
export function clusterElements(elements: readonly Element[], { links, apart }: Decided): Cluster[] {
  const [ties, sides] = [listTies(elements, links), listSides(apart, links)];
  const isClosed = (members: readonly number[]) =>
    members.some((index) => elements[index]?.keys.some((key) => !isOpen(key)));
  const groups = groupBy(gatherApart(ties, sides), isClosed);
  const clusters = attachOpen(elements, {
    cores: groups.get(true) ?? [],
    open: groups.get(false) ?? [],
    ties,
    sides,
  });
  return clusters.sort((left, right) => firstOf(left) - firstOf(right));
}

/** The first element of a cluster: new ids are given in the order in which the entities were met. */
function firstOf({ core, attached }: Cluster): number {
  return Math.min(...[core, ...attached].map(([first = 0]) => first));
}
