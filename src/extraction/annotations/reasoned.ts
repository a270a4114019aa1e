import type { Claim } from '../model/claim.ts';

/** A claim with the rule that made it, in words for people. */
export interface Reasoned<C extends Claim = Claim> {
  readonly claim: C;
  readonly rule: string;
}
