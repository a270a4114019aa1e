import type { CivilDate } from '../documents/model/source-document.ts';
import type { ParticipationClaim, PositionClaim, SignatureClaim } from '../extraction/model/claim.ts';
import type { ArticleReferences } from './article-references.ts';
import type { ParticipationFact, PositionFact, SignatureFact } from './fact.ts';
import { joinRoles } from './join-facts.ts';

/** Makes the id of a row that has none of its own in the API from what it states: the same fact has the same id. */
export type NameFact = (...parts: readonly (string | null)[]) => string;

/** What facts that tie entities together are made with. */
export interface LinkContext {
  readonly of: ArticleReferences;
  readonly nameFact: NameFact;
}

/** A post on a day; null where its holder or body is left out. */
export function derivePosition(
  claim: PositionClaim,
  observedOn: CivilDate | null,
  { of, nameFact }: LinkContext,
): PositionFact | null {
  const { kind, area: areaCode, role, title } = claim;
  const personId = of.idOf('person', claim.person);
  const organisationId = of.idOf('organisation', claim.organisation);
  if (personId === null || (claim.organisation !== null && organisationId === null)) return null;
  const id = nameFact(kind, personId, organisationId, areaCode, role, observedOn);
  return { kind, id, personId, organisationId, areaCode, role, title, observedOn };
}

/** A part in a meeting; null where either is left out. */
export function deriveParticipation(
  claim: ParticipationClaim,
  positionIds: readonly string[],
  { of, nameFact }: LinkContext,
): ParticipationFact | null {
  const { kind, participant, order: ordinal, nameAsPrinted } = claim;
  const meetingId = of.idOf('meeting', claim.meeting);
  const personId = 'person' in participant ? of.idOf('person', participant.person) : null;
  const organisationId =
    'organisation' in participant ? of.idOf('organisation', participant.organisation) : null;
  if (meetingId === null || (personId ?? organisationId) === null) return null;
  return {
    kind,
    id: nameFact(kind, meetingId, personId, organisationId),
    meetingId,
    personId,
    organisationId,
    roles: joinRoles(claim.roles),
    ordinal,
    nameAsPrinted,
    positionIds: [...new Set(positionIds)].sort(),
  };
}

/** A party under an agreement; null where either is left out. */
export function deriveSignature(
  claim: SignatureClaim,
  ordinal: number,
  { of, nameFact }: LinkContext,
): SignatureFact | null {
  const { kind, party, implied } = claim;
  const agreementId = of.idOf('agreement', claim.agreement);
  const areaCode = 'area' in party ? party.area : null;
  const organisationId = 'organisation' in party ? of.idOf('organisation', party.organisation) : null;
  if (agreementId === null || (areaCode ?? organisationId) === null) return null;
  const id = nameFact(kind, agreementId, organisationId, areaCode);
  const signer = of.referToPerson(claim.signer);
  return { kind, id, agreementId, organisationId, areaCode, signer, implied, ordinal };
}
