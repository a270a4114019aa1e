import { type Comparison, different } from './comparison.ts';
import type { KnownPerson, KnownPosition } from './known-graph.ts';

const placeOf = (post: KnownPosition) => post.organisationId ?? post.areaCode;

function findShared<T>(left: readonly T[], right: readonly T[]): T | undefined {
  return left.find((item) => right.includes(item));
}

/**
 * Compares two people of the graph.
 *
 * One name is not enough: two people may bear it. A post in common speaks for one person, so does a body or place; a name
 * without any post is an open question.
 */
export function comparePeople(left: KnownPerson, right: KnownPerson): Comparison {
  if (left.name !== right.name) return different;
  const title = findShared(
    left.positions.map((post) => post.title),
    right.positions.map((post) => post.title),
  );
  if (title) return { score: 0.98, reasons: [`same name, and both held the post ${title}`] };
  const place = findShared(
    left.positions.map(placeOf).filter((id) => id !== null),
    right.positions.map(placeOf).filter((id) => id !== null),
  );
  if (place) return { score: 0.85, reasons: ['same name, and posts in the same body or place'] };
  if (left.positions.length === 0 && right.positions.length === 0)
    return { score: 0.6, reasons: ['same name, no post known of either'] };
  if (left.positions.length === 0 || right.positions.length === 0)
    return { score: 0.6, reasons: ['same name, posts known of one only'] };
  return { score: 0.5, reasons: ['same name, but no post, body or place in common'] };
}
