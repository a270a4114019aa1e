import { type Comparison, different } from '../comparison.ts';
import type { KnownPerson } from '../known-graph.ts';

/** A post with its body or place resolved. */
export interface ResolvedPost {
  readonly organisationId: string | null;
  readonly areaCode: string | null;
  readonly title: string;
}

/** A person as one article names them. */
export interface PersonMention {
  readonly name: string;
  readonly posts: readonly ResolvedPost[];
}

const placeOf = (post: ResolvedPost) => post.organisationId ?? post.areaCode;

function findShared<T>(left: readonly T[], right: readonly T[]): T | undefined {
  return left.find((item) => right.includes(item));
}

/**
 * Compares a person whom an article names with one whom the graph holds.
 *
 * One name is not enough: two people may bear it. A post in common makes them one, so does a body or place in
 * common; a name without any post is an open question.
 */
export function comparePeople(mention: PersonMention, known: KnownPerson): Comparison {
  if (mention.name !== known.name) return different;
  const title = findShared(
    mention.posts.map((post) => post.title),
    known.positions.map((post) => post.title),
  );
  if (title) return { score: 0.98, reasons: [`same name, and both held the post ${title}`] };
  const place = findShared(
    mention.posts.map(placeOf).filter((id) => id !== null),
    known.positions.map(placeOf).filter((id) => id !== null),
  );
  if (place) return { score: 0.85, reasons: ['same name, and posts in the same body or place'] };
  if (mention.posts.length === 0 && known.positions.length === 0)
    return { score: 0.6, reasons: ['same name, no post known of either'] };
  if (mention.posts.length === 0 || known.positions.length === 0)
    return { score: 0.6, reasons: ['same name, posts known of one only'] };
  return { score: 0.5, reasons: ['same name, but no post, body or place in common'] };
}
