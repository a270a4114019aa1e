import type { AgreementClaim } from '../../extraction/claim.ts';
import { type Comparison, different } from '../comparison.ts';
import type { KnownAgreement } from '../known-graph.ts';

/** An agreement as one article reports it, its parties and its meeting resolved. */
export interface AgreementMention {
  readonly claim: AgreementClaim;
  readonly meetingId: string | null;
  /** Ids of organisations and codes of areas. */
  readonly parties: ReadonlySet<string>;
}

/** Quotation marks, white space and a leading 关于 say nothing about which instrument a title means. */
const normalise = (title: string) => title.replace(/[\s《》〈〉“”"'‘’「」『』]/g, '').replace(/^关于/, '');

/**
 * Compares an agreement that an article reports with one that the graph holds: by title, then by meeting, day and
 * parties, because titles such as 战略合作协议 are given again and again.
 */
export function compareAgreements(mention: AgreementMention, known: KnownAgreement): Comparison {
  const { claim, meetingId, parties } = mention;
  if (normalise(claim.title) !== normalise(known.title)) return different;
  if (claim.signedOn && known.signedOn && claim.signedOn !== known.signedOn) return different;
  if (meetingId !== null && meetingId === known.meetingId)
    return { score: 0.98, reasons: ['same title, signed at the same meeting'] };
  const shared = known.signatures.filter(({ party }) => parties.has(party)).length;
  if (shared > 0 && shared >= Math.min(parties.size, known.signatures.length))
    return { score: 0.9, reasons: ['same title, same parties'] };
  if (claim.signedOn && claim.signedOn === known.signedOn && shared > 0)
    return { score: 0.85, reasons: ['same title, same day, a party in common'] };
  return { score: 0.55, reasons: ['same title, but no meeting and not all parties in common'] };
}
