import { DisjointSets } from '../../base/disjoint-sets.ts';
import { groupBy } from '../../base/group-by.ts';
import type { AreaRef } from '../../extraction/model/claim.ts';
import { rankAlternatives, type Told } from './rank-alternatives.ts';
import type { MeetingStatement } from './statement.ts';

/** The digits of a code of GB/T 2260 that tell the division: 33 of 330000, 3305 of 330500. */
const stem = (code: AreaRef) => code.replace(/(?:00){1,2}$/, '');

/** Whether an area is another, or holds it. */
function holds(outer: AreaRef, inner: AreaRef): boolean {
  return inner.startsWith(stem(outer));
}

const touch = (left: AreaRef, right: AreaRef) => holds(left, right) || holds(right, left);

/** Each area once, in the order in which articles name them, without those that hold another. */
function listPlaces(statements: readonly MeetingStatement[]): AreaRef[] {
  const firsts = new Map<AreaRef, number>();
  for (const { places } of statements)
    for (const [index, code] of places.entries())
      firsts.set(code, Math.min(index, firsts.get(code) ?? index));
  const all = [...firsts].sort(([a, m], [b, n]) => m - n || (a < b ? -1 : 1)).map(([code]) => code);
  return all.filter((code) => !all.some((other) => other !== code && holds(code, other)));
}

/**
 * What articles say of the place of a meeting, the one that the graph shows first: that of most articles, then that of the
 * earliest. Articles agree where they name an area in common, or one that holds another's.
 */
export function rankPlaces(statements: readonly MeetingStatement[]): Told<MeetingStatement>[] {
  const named = statements.filter(({ places }) => places.length > 0);
  const same = [...groupBy(named, ({ places }) => [...places].sort().join()).values()];
  const sets = new DisjointSets(same.length);
  for (const [at, left] of same.entries())
    for (const [to, right] of same.slice(0, at).entries())
      if (left[0]?.places.some((one) => right[0]?.places.some((other) => touch(one, other))))
        sets.unite(at, to);
  const groups = groupBy(same.keys(), (index) => sets.find(index));
  return rankAlternatives(
    [...groups.values()].map((members) => {
      const sources = members.flatMap((index) => same[index] ?? []);
      const values = listPlaces(sources);
      return { values, sources, rank: 0, tie: values.join() };
    }),
  );
}
