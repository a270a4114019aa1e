import { ArticleClaims, type ArticleFacts as Facts } from '../kinds/article-claims.ts';
import { createKey, type IdentityKey, isOpen, sortKeys } from '../kinds/keys/identity-key.ts';
import { describeEntity, type EntityKind, isEntityKind } from '../kinds/kinds.ts';

/** An entity as one article names it. */
export interface Mention {
  /** Place of its claim among the claims of the article, from 0. */
  readonly ordinal: number;
  readonly kind: EntityKind;
  /** As the article names it. */
  readonly name: string;
  /** At least one, each once, in a fixed order. */
  readonly keys: readonly IdentityKey[];
}

/** What the claims of an article are told by besides themselves. */
export interface ArticleFacts extends Facts {
  /** Tells the article from every other: an entity that no key tells is the article's own. */
  readonly fingerprint: string;
}

/**
 * The entities that an article names, each with the keys that tell it.
 *
 * They depend on the article alone: that makes the graph the same whatever the order in which articles come.
 */
export function listMentions(article: ArticleFacts): Mention[] {
  const around = new ArticleClaims(article);
  const taken = new Set<string>();
  return article.claims.flatMap((claim, ordinal) => {
    const { kind } = claim;
    if (!isEntityKind(kind)) return [];
    const { nameOf, keys: makeKeys } = describeEntity(kind).identity;
    const made = makeKeys(claim, around);
    // What one article tells apart is not one, even where its keys say so: two agreements of one title at one meeting.
    const isTold = made.some((key) => !isOpen(key));
    const own = sortKeys(isTold ? made.filter(({ value }) => value !== '') : made).filter(
      (key) => !taken.has(`${kind} ${key.family} ${key.value}`),
    );
    for (const key of own) taken.add(`${kind} ${key.family} ${key.value}`);
    const isLost = own.length === 0;
    const keys = isLost ? [createKey(['only', article.fingerprint, ordinal], '=')] : own;
    return [{ ordinal, kind, name: nameOf(claim), keys }];
  });
}
