import { isForeignPost } from './names-behind-offices.ts';
import type { PersonMention } from './person-mention.ts';

const isAbroad = ({ posts }: PersonMention) => posts.length > 0 && posts.every(isForeignPost);

/**
 * Takes the office of another state from who holds one of China elsewhere on the page: a headline that tells two items
 * runs the guest of the one into the subject of the other (甲会见乙国总理 丙出席某会议).
 */
export function dropRivalPosts(mentions: readonly PersonMention[]): readonly PersonMention[] {
  const abroad = mentions.filter(isAbroad);
  if (abroad.length === 0) return mentions;
  const own = new Set<string>();
  for (const { name, posts } of mentions) if (posts.some((post) => !isForeignPost(post))) own.add(name);
  if (!abroad.some(({ name }) => own.has(name))) return mentions;
  return mentions.map((mention) =>
    own.has(mention.name) && isAbroad(mention)
      ? { ...mention, phraseStart: mention.start, posts: [] }
      : mention,
  );
}
