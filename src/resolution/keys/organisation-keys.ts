import type { OrganisationClaim } from '../../extraction/claim.ts';
import { createKey, type IdentityKey } from './identity-key.ts';

/** Forms of a company, and words that a body's name has or lacks without being another's. */
const FORMS = /(?:有限责任公司|股份有限公司|有限公司)$/;

/** A body's name without what is left out as often as not: 甲集团有限公司, 甲集团; 甲省人民政府, 甲省政府. */
export function normaliseBody(name: string): string {
  const short = name.replace(FORMS, '').replace(/人民政府$/, '政府');
  return short.length > 2 ? short : name;
}

/** The keys of a body: its canonical name in its area. Short names tell nothing: every province has its 省委. */
export function organisationKeys({ name, area }: OrganisationClaim): IdentityKey[] {
  return [createKey([normaliseBody(name), area ?? ''], '=')];
}
