import { createKey, type IdentityKey, isOpen, SAME } from './identity-key.ts';

/** A post that names neither body nor place, 省长, may be any of that name in full: it tells nobody from a namesake. */
const isBare = ({ value }: IdentityKey) => value.startsWith('title:');

/**
 * The keys of a meeting by who chaired it. A name is not enough, as two people who bear it may chair on one day in one city: 省长甲 and
 * 水利厅厅长甲. The chair is told by the bodies and places of their posts, as people are. Where the article gives none, the meeting
 * belongs to the one of such a chair whose posts other articles give, and the same holds of its year.
 *
 * @param family parts of the family: what else tells the meeting, without its year.
 * @param person the keys of who chaired it.
 */
export function chairKeys(
  family: readonly string[],
  year: string | null,
  person: readonly IdentityKey[],
): IdentityKey[] {
  const posts = person.filter((key) => !isOpen(key) && !isBare(key)).map(({ value }) => value);
  if (posts.length === 0)
    return [year === null ? createKey(family, null) : createKey([...family, 'in', year], SAME)];
  return posts.flatMap((post) => {
    const byPost = createKey([...family, 'as', post], year);
    return year === null
      ? [byPost]
      : [byPost, createKey([...family, 'in', year], post), createKey(family, `${year} ${post}`)];
  });
}
