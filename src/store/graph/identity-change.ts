import type { EntityKind } from '../../kinds/kinds.ts';
import type { Mention } from '../../resolution/list-mentions.ts';
import type { Curation } from './curation.ts';

/** A mention of a stored article. */
export interface ArticleMention extends Mention {
  readonly articleId: string;
}

/** A mention that the graph holds. */
export interface StoredMention extends ArticleMention {
  /** Where it is kept: see IdentityHome. */
  readonly home: string;
}

/** Which mentions come and go. */
export interface MentionChange {
  readonly added: readonly ArticleMention[];
  /** Mentions that the graph holds no more; their rows are gone already. */
  readonly removed: readonly StoredMention[];
  /** Families whose identities are to be made anew because a decision about them changed. */
  readonly reopened: readonly { readonly kind: EntityKind; readonly family: string }[];
  readonly curation: Curation;
}

/** A home that is another entity now. */
export interface MovedHome {
  readonly kind: EntityKind;
  readonly home: string;
  /** Null where it is new. */
  readonly from: string | null;
  readonly to: string;
  /** Why it became that one: what new mentions have in common with it. */
  readonly reasons: readonly string[];
}

/** What became of identities. */
export interface IdentityChange {
  readonly moved: readonly MovedHome[];
  /** Stored mentions that are kept elsewhere now: their articles' facts must be made anew. */
  readonly rehomed: readonly StoredMention[];
  /** Homes that no mention is left in. */
  readonly orphans: readonly { readonly kind: EntityKind; readonly home: string }[];
}
