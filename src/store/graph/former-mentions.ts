import { groupBy } from '../../base/group-by.ts';
import { formatKey } from '../../kinds/keys/identity-key.ts';
import type { Mention } from '../../resolution/list-mentions.ts';
import type { ArticleMention, StoredMention } from './identity-change.ts';

/** What tells a mention, as one text: others with the same are as good as it. */
export const signatureOf = ({ kind, keys }: Mention) => [kind, ...keys.map(formatKey)].join('\n');

/** Mentions that go, and what those that come take over from them. */
export class FormerMentions {
  private readonly removed: readonly StoredMention[];
  private readonly byName: ReadonlyMap<string, readonly StoredMention[]>;

  constructor(removed: readonly StoredMention[]) {
    this.removed = removed;
    this.byName = groupBy(removed, ({ name }) => name);
  }

  /** Whether for each that goes one comes with the same keys: then nothing can come apart. */
  areReplacedBy(added: readonly Mention[]): boolean {
    const counts = new Map<string, number>();
    for (const mention of added)
      counts.set(signatureOf(mention), (counts.get(signatureOf(mention)) ?? 0) + 1);
    return this.removed.every((mention) => {
      const left = (counts.get(signatureOf(mention)) ?? 0) - 1;
      counts.set(signatureOf(mention), left);
      return left >= 0;
    });
  }

  /** By what tells it where one that goes was kept. */
  homesBySignature(): Map<string, string> {
    return new Map(this.removed.map((mention) => [signatureOf(mention), mention.home]));
  }

  /** Where a mention was kept when its article was read before: under the same name, at the same place if it can be; else null. */
  homeOf({ articleId, name, ordinal }: ArticleMention): string | null {
    const same = (this.byName.get(name) ?? []).filter((mention) => mention.articleId === articleId);
    return (same.find((mention) => mention.ordinal === ordinal) ?? same[0])?.home ?? null;
  }

  /** The homes of those of the same name: of the earlier version of a page. */
  heirloomsOf({ name }: ArticleMention): string[] {
    return (this.byName.get(name) ?? []).map(({ home }) => home);
  }
}
