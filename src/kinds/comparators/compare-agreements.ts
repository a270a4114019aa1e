import { normaliseTitle } from '../keys/agreement-keys.ts';
import { type Comparison, different } from './comparison.ts';
import type { KnownAgreement } from './known-graph.ts';

/**
 * Compares two agreements of the graph: by title, then by meeting, day and parties, because titles such as 战略合作协议 are
 * given again and again.
 */
export function compareAgreements(left: KnownAgreement, right: KnownAgreement): Comparison {
  if (normaliseTitle(left.title) !== normaliseTitle(right.title)) return different;
  if (left.signedOn && right.signedOn && left.signedOn !== right.signedOn) return different;
  if (left.meetingId !== null && left.meetingId === right.meetingId)
    return { score: 0.98, reasons: ['same title, signed at the same meeting'] };
  const parties = new Set(left.signatures.map(({ party }) => party));
  const shared = right.signatures.filter(({ party }) => parties.has(party)).length;
  if (shared > 0 && shared >= Math.min(parties.size, right.signatures.length))
    return { score: 0.9, reasons: ['same title, same parties'] };
  if (left.signedOn && left.signedOn === right.signedOn && shared > 0)
    return { score: 0.85, reasons: ['same title, same day, a party in common'] };
  return { score: 0.55, reasons: ['same title, but no meeting and not all parties in common'] };
}
