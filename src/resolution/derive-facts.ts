import type { CivilDate } from '../documents/source-document.ts';
import type { Claim, ParticipationClaim, PositionClaim, SignatureClaim } from '../extraction/claim.ts';
import type { EntityKind } from './entity-kind.ts';
import type { Fact, FactEvidence, Reference } from './fact.ts';
import { joinFacts, joinRoles } from './join-facts.ts';
import { claimsOf } from './list-mentions.ts';

/** The claims of an article, and the entities that they name. */
export interface ResolvedArticle {
  readonly claims: readonly Claim[];
  readonly publishedOn: CivilDate | null;
  /** Ids of entities by the place of their claim among the claims; what is not in it is left out with all that rests on it. */
  readonly entities: ReadonlyMap<number, string>;
}

/** All that an article says of the graph. */
export interface DerivedFacts {
  readonly facts: ReadonlyMap<string, Fact>;
  readonly evidence: readonly FactEvidence[];
}

/** Makes the id of a row that has none of its own in the API from what it states: the same fact has the same id. */
export type NameFact = (...parts: readonly (string | null)[]) => string;

/** Reads the facts of one article off its claims. */
class FactReader {
  readonly facts = new Map<string, Fact>();
  readonly evidence: FactEvidence[] = [];
  readonly #article: ResolvedArticle;
  readonly #nameFact: NameFact;
  readonly #isRejected: (id: string) => boolean;
  readonly #ids = new Map<string, string>();
  readonly #positions = new Map<string, string>();
  readonly #observed: ReadonlyMap<string, CivilDate>;

  constructor(article: ResolvedArticle, nameFact: NameFact, isRejected: (id: string) => boolean) {
    this.#article = article;
    this.#nameFact = nameFact;
    this.#isRejected = isRejected;
    this.#observed = listObserved(article.claims);
    article.claims.forEach((claim, ordinal) => {
      const id = article.entities.get(ordinal);
      if (id === undefined || isRejected(id)) return;
      this.#ids.set(`${claim.kind} ${'id' in claim ? claim.id : 'name' in claim ? claim.name : ''}`, id);
    });
  }

  #idOf(kind: EntityKind, name: string | null): string | null {
    return this.#ids.get(`${kind} ${name ?? ''}`) ?? null;
  }

  #refer(kind: EntityKind, name: string | null, description: string): Reference {
    const id = this.#idOf(kind, name);
    return id === null ? null : { id, name: description };
  }

  #describeBody(name: string | null): string {
    const body = claimsOf(this.#article.claims, 'organisation').find((claim) => claim.name === name);
    return `${name} ${body?.area ?? ''}`;
  }

  #describePerson(name: string | null): string {
    const posts = claimsOf(this.#article.claims, 'position').filter(({ person }) => person === name);
    return [name, ...posts.map(({ title }) => title).sort()].join(' ');
  }

  #describeMeeting(id: string | null): string {
    const meeting = claimsOf(this.#article.claims, 'meeting').find((claim) => claim.id === id);
    if (!meeting) return '';
    const { name, startsOn, monthDay, places } = meeting;
    return [name, startsOn ?? monthDay ?? '', ...places].join(' ');
  }

  #add(claim: Claim, fact: Fact): void {
    if (this.#isRejected(fact.id)) return;
    const known = this.facts.get(fact.id);
    this.facts.set(fact.id, known ? joinFacts(known, fact) : fact);
    for (const { start, end, sentence } of claim.evidence)
      this.evidence.push({ factKind: fact.kind, factId: fact.id, start, end, sentence });
  }

  readEntity(claim: Claim): void {
    if (claim.kind === 'person') {
      const id = this.#idOf('person', claim.name);
      if (id !== null) this.#add(claim, { kind: 'person', id, name: claim.name, otherNames: [] });
    }
    if (claim.kind === 'organisation') {
      const id = this.#idOf('organisation', claim.name);
      const parent = this.#refer('organisation', claim.parent, this.#describeBody(claim.parent));
      const { name, classification, area: areaCode } = claim;
      const otherNames = [...new Set(claim.otherNames)].sort();
      if (id !== null)
        this.#add(claim, {
          kind: 'organisation',
          id,
          name,
          otherNames,
          classification,
          areaCode,
          parent: parent?.id === id ? null : parent,
        });
    }
    if (claim.kind === 'meeting') this.#readMeeting(claim);
    if (claim.kind === 'agreement') this.#readAgreement(claim);
  }

  #readMeeting(claim: Extract<Claim, { kind: 'meeting' }>): void {
    const id = this.#idOf('meeting', claim.id);
    if (id === null) return;
    const { name, startsOn, endsOn, dateBasis, monthDay, format } = claim;
    const places = [...new Set(claim.places)].map((areaCode, ordinal) => ({ areaCode, ordinal }));
    const sessions = claim.sessions.map(({ series, ordinal, organisation }) => ({
      series,
      ordinal,
      organisation: this.#refer('organisation', organisation, this.#describeBody(organisation)),
    }));
    this.#add(claim, {
      kind: 'meeting',
      id,
      name,
      otherNames: [],
      startsOn,
      endsOn,
      dateBasis,
      monthDay: startsOn === null ? monthDay : null,
      format,
      places,
      sessions,
    });
  }

  #readAgreement(claim: Extract<Claim, { kind: 'agreement' }>): void {
    const id = this.#idOf('agreement', claim.id);
    if (id === null) return;
    this.#add(claim, {
      kind: 'agreement',
      id,
      name: claim.title,
      agreementKind: claim.agreementKind,
      signedOn: claim.signedOn,
      meeting: this.#refer('meeting', claim.meeting, this.#describeMeeting(claim.meeting)),
    });
  }

  readPosition(claim: PositionClaim): void {
    const personId = this.#idOf('person', claim.person);
    const organisationId = this.#idOf('organisation', claim.organisation);
    if (personId === null || (claim.organisation !== null && organisationId === null)) return;
    const { area: areaCode, role, title } = claim;
    const observedOn = this.#observed.get(`${claim.person} ${title}`) ?? this.#article.publishedOn;
    const id = this.#nameFact('position', personId, organisationId, areaCode, role, observedOn);
    this.#positions.set(`${claim.person} ${title}`, id);
    this.#add(claim, {
      kind: 'position',
      id,
      personId,
      organisationId,
      areaCode,
      role,
      title,
      observedOn,
    });
  }

  readParticipation(claim: ParticipationClaim): void {
    const { participant, order: ordinal, nameAsPrinted } = claim;
    const meetingId = this.#idOf('meeting', claim.meeting);
    const person = 'person' in participant ? participant.person : null;
    const personId = this.#idOf('person', person);
    const organisationId =
      'organisation' in participant ? this.#idOf('organisation', participant.organisation) : null;
    if (meetingId === null || (personId ?? organisationId) === null) return;
    const positionIds = claim.positions.flatMap((title) => {
      const id = this.#positions.get(`${person} ${title}`);
      return id === undefined || this.#isRejected(id) ? [] : id;
    });
    this.#add(claim, {
      kind: 'participation',
      id: this.#nameFact('participation', meetingId, personId, organisationId),
      meetingId,
      personId,
      organisationId,
      roles: joinRoles(claim.roles),
      ordinal,
      nameAsPrinted,
      positionIds: [...new Set(positionIds)].sort(),
    });
  }

  readSignature(claim: SignatureClaim, ordinal: number): void {
    const agreementId = this.#idOf('agreement', claim.agreement);
    const areaCode = 'area' in claim.party ? claim.party.area : null;
    const organisationId =
      'organisation' in claim.party ? this.#idOf('organisation', claim.party.organisation) : null;
    if (agreementId === null || (areaCode ?? organisationId) === null) return;
    this.#add(claim, {
      kind: 'signature',
      id: this.#nameFact('signature', agreementId, organisationId, areaCode),
      agreementId,
      organisationId,
      areaCode,
      signer: this.#refer('person', claim.signer, this.#describePerson(claim.signer)),
      implied: claim.implied,
      ordinal,
    });
  }
}

/** The days for which posts are observed: those of the meetings at which people took part with them. */
function listObserved(claims: readonly Claim[]): Map<string, CivilDate> {
  const dates = new Map(claimsOf(claims, 'meeting').map(({ id, startsOn }) => [id, startsOn]));
  const observed = new Map<string, CivilDate>();
  for (const { participant, positions, meeting } of claimsOf(claims, 'participation')) {
    const date = dates.get(meeting);
    if (!date || !('person' in participant)) continue;
    for (const title of positions) {
      const key = `${participant.person} ${title}`;
      if (!observed.has(key)) observed.set(key, date);
    }
  }
  return observed;
}

/**
 * Reads off the claims of an article all that it says of the graph, once it is known which entities it names.
 *
 * @param isRejected whether a person declared the fact of this id to be wrong: it is left out with all that rests on it.
 */
export function deriveFacts(
  article: ResolvedArticle,
  nameFact: NameFact,
  isRejected: (id: string) => boolean,
): DerivedFacts {
  const reader = new FactReader(article, nameFact, isRejected);
  for (const claim of article.claims) reader.readEntity(claim);
  for (const claim of claimsOf(article.claims, 'position')) reader.readPosition(claim);
  for (const claim of claimsOf(article.claims, 'participation')) reader.readParticipation(claim);
  const places = new Map<string, number>();
  for (const claim of claimsOf(article.claims, 'signature')) {
    const place = places.get(claim.agreement) ?? 0;
    reader.readSignature(claim, place);
    places.set(claim.agreement, place + 1);
  }
  return { facts: reader.facts, evidence: reader.evidence };
}
