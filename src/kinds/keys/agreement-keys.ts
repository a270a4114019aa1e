import type { CivilDate } from '../../documents/model/source-document.ts';
import type { AgreementClaim, SignatureClaim } from '../../extraction/model/claim.ts';
import { createKey, type IdentityKey } from './identity-key.ts';
import { normaliseBody } from './organisation-keys.ts';

/** An agreement with what its article says around it. */
export interface AgreementMention {
  readonly claim: AgreementClaim;
  readonly signatures: readonly SignatureClaim[];
  /** The keys of the meeting where it was signed; none where there is no such meeting. */
  readonly meetingKeys: readonly IdentityKey[];
  /** The day of that meeting, where it is known. */
  readonly meetingOn: CivilDate | null;
  /** When the article was published: in the year of the signature, unless it names the day. */
  readonly publishedOn: CivilDate | null;
}

/** Titles that say nothing but what kind of instrument it is. */
const GENERIC =
  /^(?:全面|双边|多边|战略|友好|合作|框架|谅解|意向|共建|项目|投资|联合|工作|政府间|一揽子|系列|有关|多项|相关|共同)*(?:协议|协议书|协定|备忘录|声明|宣言|公报|文件|条约|共识|合同|公约|倡议)$/;

/** Quotation marks, white space and a leading 关于 say nothing about which instrument a title means. */
export function normaliseTitle(title: string): string {
  return title.replace(/[\s《》〈〉“”"'‘’「」『』]/g, '').replace(/^关于/, '');
}

function listParties(signatures: readonly SignatureClaim[]): string | null {
  const parties = signatures.map(({ party }) =>
    'area' in party ? party.area : normaliseBody(party.organisation),
  );
  return parties.length > 1 ? [...new Set(parties)].sort().join() : null;
}

/**
 * The keys of an agreement: its title with each key of its meeting, with its day, with its parties and the year. A title
 * such as 合作协议 tells nothing without the parties.
 */
export function agreementKeys(mention: AgreementMention): IdentityKey[] {
  const { claim, signatures, meetingKeys, meetingOn, publishedOn } = mention;
  const title = normaliseTitle(claim.title);
  const parties = listParties(signatures);
  const isGeneric = GENERIC.test(title);
  if (isGeneric && parties === null) return [];
  const told = isGeneric ? `${title}|${parties}` : title;
  const keys = meetingKeys.map(({ family, value }) => createKey([told, family], value === '' ? null : value));
  const day = claim.signedOn ?? meetingOn;
  if (day !== null) keys.push(createKey([told, day.slice(5)], day.slice(0, 4)));
  if (parties !== null)
    keys.push(createKey([title, 'by', parties], (day ?? publishedOn)?.slice(0, 4) ?? null));
  return keys;
}
