import { DisjointSets } from '../base/disjoint-sets.ts';
import { groupBy } from '../base/group-by.ts';
import { formatKey, type IdentityKey } from '../kinds/keys/identity-key.ts';

/** The keys that told either of two entities which a person declared to be two. */
export interface CannotLink {
  readonly left: readonly IdentityKey[];
  readonly right: readonly IdentityKey[];
}

/** What holds an mention group together with others, each as one text: keys among them. */
export type Ties = ReadonlySet<string>;

/** Either side of a declaration by the ties that tell it from the other. */
export type Sides = readonly [left: Ties, right: Ties];

/** Whether people made one entity of the two sides in spite of it: what they decided outweighs what they declared. */
function isOverruled([left, right]: Sides, links: readonly (readonly string[])[]): boolean {
  const reached = new Set(left);
  const rest = new Set(links);
  for (let size = -1; size !== reached.size; ) {
    size = reached.size;
    for (const link of rest)
      if (link.some((key) => reached.has(key))) {
        for (const key of link) reached.add(key);
        rest.delete(link);
      }
  }
  return [...right].some((key) => reached.has(key));
}

/** The declarations that hold beside the merges of people. Keys that both sides had tell neither. */
export function listSides(
  cannotLinks: readonly CannotLink[],
  links: readonly (readonly IdentityKey[])[],
): Sides[] {
  const merges = links.map((link) => link.map(formatKey));
  return cannotLinks
    .map(({ left, right }): Sides => {
      const [own, other] = [left, right].map((keys) => new Set(keys.map(formatKey)));
      const without = (keys = new Set<string>(), others = new Set<string>()) =>
        new Set([...keys].filter((key) => !others.has(key)));
      return [without(own, other), without(other, own)];
    })
    .filter((sides) => !isOverruled(sides, merges));
}

const holds = (members: readonly Ties[], side: Ties) =>
  members.some((ties) => [...side].some((key) => ties.has(key)));

/** Whether two groups of mention groups are on either side of a declaration. */
export function areApart(first: readonly Ties[], second: readonly Ties[], all: readonly Sides[]): boolean {
  return all.some(
    ([left, right]) =>
      (holds(first, left) && holds(second, right)) || (holds(first, right) && holds(second, left)),
  );
}

/** How many ties lie between each member of a group and the nearest one on a side. */
function measure(members: readonly number[], ties: readonly Ties[], side: Ties): Map<number, number> {
  const byTie = groupBy(
    members.flatMap((member) => [...(ties[member] ?? [])].map((tie) => ({ tie, member }))),
    ({ tie }) => tie,
  );
  const distances = new Map<number, number>();
  let reached: Iterable<string> = side;
  for (let distance = 0, isOver = false; !isOver; distance += 1) {
    const next = new Set<string>();
    for (const tie of reached) {
      for (const { member } of byTie.get(tie) ?? []) {
        if (distances.has(member)) continue;
        distances.set(member, distance);
        for (const further of ties[member] ?? []) next.add(further);
      }
      byTie.delete(tie);
    }
    reached = next;
    isOver = next.size === 0;
  }
  return distances;
}

function* tiedMembers(members: readonly number[], ties: readonly Ties[]) {
  for (const member of members) for (const tie of ties[member] ?? []) yield [tie, member] as const;
}

/** Members in groups that ties hold together. */
function gather(members: readonly number[], ties: readonly Ties[]): number[][] {
  const sets = new DisjointSets(ties.length);
  sets.uniteBy(tiedMembers(members, ties));
  return [...groupBy(members, (member) => sets.find(member)).values()];
}

/**
 * Takes a group apart that holds both sides of a declaration: each member goes with the side to which fewer ties lead. Those that
 * are as near to one as to the other, such as a mention with keys of both, go with neither.
 */
function divide(members: readonly number[], ties: readonly Ties[], sides: Sides): number[][] {
  const [left, right] = sides.map((side) => measure(members, ties, side));
  const toLeft = (member: number) => Math.sign((left?.get(member) ?? 0) - (right?.get(member) ?? 0));
  return [...groupBy(members, toLeft).values()].flatMap((part) => gather(part, ties));
}

/** Whether a group holds both sides of a declaration. */
function isTorn(members: readonly number[], ties: readonly Ties[], [left, right]: Sides): boolean {
  const own = members.flatMap((member) => ties[member] ?? []);
  return holds(own, left) && holds(own, right);
}

/** Whether ties hold together what was declared to be two. */
export function isAnyTorn(ties: readonly Ties[], all: readonly Sides[]): boolean {
  if (all.length === 0) return false;
  const groups = gather([...ties.keys()], ties);
  return groups.some((members) => all.some((sides) => isTorn(members, ties, sides)));
}

/** All mention groups in groups that ties hold together, but for what was declared to be two. */
export function gatherApart(ties: readonly Ties[], all: readonly Sides[]): number[][] {
  return all.reduce(
    (groups, sides) =>
      groups.flatMap((members) => (isTorn(members, ties, sides) ? divide(members, ties, sides) : [members])),
    gather([...ties.keys()], ties),
  );
}
