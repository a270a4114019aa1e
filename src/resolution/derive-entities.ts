import type { AgreementClaim, Claim, MeetingClaim, OrganisationClaim } from '../extraction/model/claim.ts';
import type { ArticleReferences } from './article-references.ts';
import type { AgreementFact, Fact, MeetingFact, OrganisationFact } from './fact.ts';
import { dayOf } from './list-observed.ts';
import type { MeetingStatement } from './statement.ts';

function deriveOrganisation(id: string, claim: OrganisationClaim, of: ArticleReferences): OrganisationFact {
  const { kind, name, classification, area: areaCode } = claim;
  const otherNames = [...new Set(claim.otherNames)].sort();
  const parent = of.referToBody(claim.parent);
  return {
    kind,
    id,
    name,
    otherNames,
    classification,
    areaCode,
    parent: parent?.id === id ? null : parent,
  };
}

/** Who chaired a meeting as the article has it, by name. */
function listChairs(meeting: string, of: ArticleReferences): MeetingStatement['chairs'] {
  const chairs = of.listChairs(meeting).flatMap(({ participant }) => {
    const name = 'person' in participant ? participant.person : null;
    const id = of.idOf('person', name);
    return id === null || name === null ? [] : { id, name };
  });
  return chairs.sort((left, right) => (`${left.name} ${left.id}` < `${right.name} ${right.id}` ? -1 : 1));
}

function deriveMeeting(id: string, claim: MeetingClaim, of: ArticleReferences): MeetingFact {
  const { kind, name, startsOn, endsOn, dateBasis, monthDay, format } = claim;
  const { id: articleId, publishedOn } = of.article;
  const statement = {
    articleId,
    publishedOn,
    startsOn,
    endsOn,
    dateBasis,
    monthDay: startsOn === null ? monthDay : null,
    places: [...new Set(claim.places)],
    chairs: listChairs(claim.id, of),
  };
  const sessions = claim.sessions.map(({ series, ordinal, organisation }) => ({
    series,
    ordinal,
    organisation: of.referToBody(organisation),
  }));
  return { kind, id, name, otherNames: [], format, sessions, statements: [statement] };
}

function deriveAgreement(id: string, claim: AgreementClaim, of: ArticleReferences): AgreementFact {
  const { kind, title: name, agreementKind } = claim;
  const { id: articleId, publishedOn } = of.article;
  const meeting = of.referToMeeting(claim.meeting);
  const where = of.findMeeting(claim.meeting);
  // The day of the meeting is that of the signing, also where other pages state it, or it was united with one that has a day.
  const signedOn = claim.signedOn ?? (where ? dayOf(where, of) : null);
  const statements = [{ articleId, publishedOn, signedOn }];
  return { kind, id, name, agreementKind, meeting, statements };
}

/**
 * What a claim states of the entity that it names; null where it names none, or one that is left out.
 *
 * @param ordinal place of the claim among those of the article.
 */
export function deriveEntity(claim: Claim, ordinal: number, of: ArticleReferences): Fact | null {
  const id = of.idAt(ordinal);
  if (id === null) return null;
  if (claim.kind === 'person') return { kind: 'person', id, name: claim.name, otherNames: [] };
  if (claim.kind === 'organisation') return deriveOrganisation(id, claim, of);
  if (claim.kind === 'meeting') return deriveMeeting(id, claim, of);
  return claim.kind === 'agreement' ? deriveAgreement(id, claim, of) : null;
}
