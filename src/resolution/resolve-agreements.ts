import type { AgreementClaim, SignatureClaim } from '../extraction/claim.ts';
import type { AgreementRow } from './change-set.ts';
import { compareAgreements } from './comparators/compare-agreements.ts';
import type { KnownAgreement } from './known-graph.ts';
import { addEvidence, claimsOf, identify, type ResolutionContext } from './resolution-context.ts';
import type { ResolvedParticipants } from './resolve-meetings.ts';

function partyOf({ party }: SignatureClaim, { organisations }: ResolvedParticipants): string | null {
  return 'area' in party ? party.area : (organisations.get(party.organisation) ?? null);
}

function grow(known: KnownAgreement, claim: AgreementClaim, meetingId: string | null): AgreementRow {
  const { id, title, kind } = known;
  return {
    id,
    title,
    kind: kind === 'OTHER' ? claim.agreementKind : kind,
    signedOn: known.signedOn ?? claim.signedOn,
    meetingId: known.meetingId ?? meetingId,
  };
}

function addSignatures(
  context: ResolutionContext,
  agreement: { id: string; known: KnownAgreement | null; signatures: readonly SignatureClaim[] },
  resolved: ResolvedParticipants,
): void {
  const { id: agreementId, known, signatures } = agreement;
  const ids = new Map((known?.signatures ?? []).map(({ party, id }) => [party, id]));
  for (const claim of signatures) {
    const party = partyOf(claim, resolved);
    if (party === null) continue;
    const existing = ids.get(party);
    const id = existing ?? context.createId('fact');
    if (existing === undefined)
      context.changes.newSignatures.push({
        id,
        agreementId,
        organisationId: 'area' in claim.party ? null : party,
        areaCode: 'area' in claim.party ? party : null,
        signerId: claim.signer === null ? null : (resolved.people.ids.get(claim.signer) ?? null),
        implied: claim.implied,
        ordinal: ids.size,
      });
    ids.set(party, id);
    addEvidence(context, claim, 'signature', id);
  }
}

/** Gives every agreement of the article its entity, with its signatures. */
export function resolveAgreements(
  context: ResolutionContext,
  resolved: ResolvedParticipants,
  meetings: ReadonlyMap<string, string>,
): void {
  const all = claimsOf(context.extraction, 'signature');
  const taken = new Set<string>();
  for (const claim of claimsOf(context.extraction, 'agreement')) {
    const signatures = all.filter(({ agreement }) => agreement === claim.id);
    const meetingId = claim.meeting === null ? null : (meetings.get(claim.meeting) ?? null);
    const parties = new Set(signatures.flatMap((signature) => partyOf(signature, resolved) ?? []));
    const { id, known } = identify(context, {
      entityType: 'agreement',
      name: claim.title,
      candidates: context.known.agreements.filter((candidate) => !taken.has(candidate.id)),
      compare: (candidate) => compareAgreements({ claim, meetingId, parties }, candidate),
    });
    taken.add(id);
    const row = known === null ? null : grow(known, claim, meetingId);
    if (row === null) {
      const { title, agreementKind: kind, signedOn } = claim;
      context.changes.newAgreements.push({ id, title, kind, signedOn, meetingId });
    } else if (
      row.kind !== known?.kind ||
      row.signedOn !== known.signedOn ||
      row.meetingId !== known.meetingId
    )
      context.changes.grownAgreements.push(row);
    addEvidence(context, claim, 'agreement', id);
    addSignatures(context, { id, known, signatures }, resolved);
  }
}
