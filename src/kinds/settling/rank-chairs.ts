import { DisjointSets } from '../../base/disjoint-sets.ts';
import { groupBy } from '../../base/group-by.ts';
import { rankAlternatives, type Told } from './rank-alternatives.ts';
import type { MeetingStatement } from './statement.ts';

/**
 * Who chaired a meeting, as articles say: that of most articles first, then that of the earliest. Articles agree where they
 * name somebody in common.
 */
export function rankChairs(statements: readonly MeetingStatement[]): Told<MeetingStatement>[] {
  const named = statements.filter(({ chairs }) => chairs.length > 0);
  const sets = new DisjointSets(named.length);
  sets.uniteBy(named.flatMap(({ chairs }, index) => chairs.map(({ id }) => [id, index] as const)));
  const groups = groupBy(named.keys(), (index) => sets.find(index));
  return rankAlternatives(
    [...groups.values()].map((members) => {
      const sources = members.flatMap((index) => named[index] ?? []);
      const people = new Map(sources.flatMap(({ chairs }) => chairs.map(({ id, name }) => [id, name])));
      return { values: [...people.keys()].sort(), sources, rank: 0, tie: [...people.values()].sort().join() };
    }),
  );
}
