import type { IdentityKey } from '../kinds/keys/identity-key.ts';

/** Mentions that are known to belong together, or one alone. */
export interface MentionGroup {
  readonly keys: readonly WeightedKey[];
  /** Mention groups with one must-link belong together, whatever their keys; null where keys alone decide. */
  readonly mustLink: string | null;
}

/** A key, and how many mentions have it. */
export interface WeightedKey extends IdentityKey {
  readonly weight: number;
}

/** Mention groups that are one entity, by their index. */
export interface Cluster {
  /** Those that keys hold together. */
  readonly component: readonly number[];
  /** Those, if any, that leave open which entity of a family they are, in groups that keys hold together. */
  readonly deferred: readonly (readonly number[])[];
}
