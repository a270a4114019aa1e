import type { AreaRef } from '../extraction/model/claim.ts';
import { call, column, type FactBase, type LinkDescriptor } from './kind.ts';
import { joinReferences, type Reference } from './reference.ts';

/** A party under an agreement. */
export interface SignatureFact extends FactBase<'signature'> {
  readonly agreementId: string;
  readonly organisationId: string | null;
  readonly areaCode: AreaRef | null;
  readonly signer: Reference;
  readonly implied: boolean;
  readonly ordinal: number;
}

/** One party's signature under an agreement. */
export const signature: LinkDescriptor<'signature', SignatureFact> = {
  kind: 'signature',
  idPrefix: null,
  plural: null,
  listed: null,
  identity: ['agreementId', 'organisationId', 'areaCode'],
  siblings: ({ agreement }) => agreement,
  calls: ({ agreement, party, signer }) => ({
    needed: [
      ...call('agreement', agreement),
      ...call('organisation', 'organisation' in party ? party.organisation : null),
    ],
    further: call('person', signer),
  }),
  derive: (claim, { of, id, index: ordinal }) => {
    const { kind, party, implied } = claim;
    const agreementId = of.idOf('agreement', claim.agreement);
    const areaCode = 'area' in party ? party.area : null;
    const organisationId = 'organisation' in party ? of.idOf('organisation', party.organisation) : null;
    if (agreementId === null || (areaCode ?? organisationId) === null) return null;
    const signer = of.referToPerson(claim.signer);
    return { kind, id, agreementId, organisationId, areaCode, signer, implied, ordinal };
  },
  join: (left, right) => ({
    ...left,
    signer: joinReferences(left.signer, right.signer),
    implied: left.implied && right.implied,
    ordinal: Math.min(left.ordinal, right.ordinal),
  }),
  settle: (fact) => fact,
  references: ({ signer }) => [['signer', signer]],
  columns: [
    column('agreement_id', 'agreementId'),
    column('organisation_id', 'organisationId'),
    column('area_code', 'areaCode'),
    column('signer', 'signer', 'reference'),
    column('implied', 'implied'),
    column('ordinal', 'ordinal'),
  ],
  searched: null,
  partOf: ({ agreementId }) => ({ kind: 'agreement', id: agreementId }),
};
