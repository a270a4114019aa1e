import type { IdentityKey } from '../kinds/keys/identity-key.ts';

/** Mentions that are known to belong together, or one alone. */
export interface Element {
  readonly keys: readonly WeightedKey[];
  /** Elements of one bond belong together, whatever their keys; null where keys alone decide. */
  readonly bond: string | null;
}

/** A key, and how many mentions have it. */
export interface WeightedKey extends IdentityKey {
  readonly weight: number;
}

/** Elements that are one entity, by their index. */
export interface Cluster {
  /** Those that keys hold together. */
  readonly core: readonly number[];
  /** Those, if any, that leave open which entity of a family they are, in groups that keys hold together. */
  readonly attached: readonly (readonly number[])[];
}
