import type { Claim } from '../extraction/model/claim.ts';

/** The claims of a kind. */
export type ClaimOf<K extends Claim['kind']> = Extract<Claim, { kind: K }>;

/** The claims of one kind, in their order. */
export function claimsOf<K extends Claim['kind']>(claims: readonly Claim[], kind: K): ClaimOf<K>[] {
  return claims.filter((claim): claim is ClaimOf<K> => claim.kind === kind);
}
