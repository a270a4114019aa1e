import type { SourceDocument } from '../documents/source-document.ts';
import type { AgreementClaim, Claim, Extraction, MeetingClaim, PersonClaim } from './claim.ts';
import { findArea } from './lexicon/areas.ts';

/** The facts of one document, in the form of the extraction guidelines. */
export interface FactSheet {
  readonly document: string;
  readonly articles: readonly ArticleFacts[];
}

interface ArticleFacts {
  readonly title: string | null;
  readonly publishedOn: string | null;
  readonly outlet: string | null;
  readonly meetings: readonly {
    readonly id: string;
    readonly name: string;
    readonly startsOn: string | null;
    readonly places: readonly string[];
    readonly format: string | null;
  }[];
  readonly people: readonly {
    readonly name: string;
    readonly positions: readonly string[];
    readonly participations: readonly { readonly meeting: string; readonly roles: readonly string[] }[];
  }[];
  readonly organisations: readonly string[];
  readonly agreements: readonly {
    readonly title: string;
    readonly kind: string;
    readonly signedOn: string | null;
    readonly meeting: string | null;
    readonly signatories: readonly string[];
  }[];
}

type ClaimOf<K extends Claim['kind']> = Extract<Claim, { kind: K }>;

function pick<K extends Claim['kind']>(claims: readonly Claim[], kind: K): ClaimOf<K>[] {
  return claims.filter((claim): claim is ClaimOf<K> => claim.kind === kind);
}

const nameOfArea = (code: string) => findArea(code)?.name ?? code;

function createMeeting({ id, name, startsOn, places, format }: MeetingClaim) {
  return {
    id,
    name,
    startsOn,
    places: places.map(nameOfArea),
    format: format?.toLowerCase().replace('_', '-') ?? null,
  };
}

function createPerson({ name }: PersonClaim, claims: readonly Claim[]) {
  const positions = pick(claims, 'position').filter(({ person }) => person === name);
  const parts = pick(claims, 'participation').filter(
    ({ participant }) => 'person' in participant && participant.person === name,
  );
  return {
    name,
    positions: positions.map(({ title }) => title),
    participations: parts.map(({ meeting, roles }) => ({
      meeting,
      roles: roles.map((role) => role.toLowerCase()),
    })),
  };
}

function createAgreement(
  { id, title, agreementKind, signedOn, meeting }: AgreementClaim,
  claims: readonly Claim[],
) {
  const signatures = pick(claims, 'signature').filter(({ agreement }) => agreement === id);
  const signatories = signatures.map(({ party }) =>
    'organisation' in party ? party.organisation : nameOfArea(party.area),
  );
  return { title, kind: agreementKind.toLowerCase(), signedOn, meeting, signatories };
}

/** Ids of meetings are unique in an article; a fact sheet holds several. */
function numberMeetings(claims: readonly Claim[], index: number): readonly Claim[] {
  if (index === 0) return claims;
  const number = (id: string) => `a${index + 1}${id}`;
  return claims.map((claim) => {
    if (claim.kind === 'meeting') return { ...claim, id: number(claim.id) };
    if (claim.kind === 'participation') return { ...claim, meeting: number(claim.meeting) };
    return claim.kind === 'agreement' && claim.meeting ? { ...claim, meeting: number(claim.meeting) } : claim;
  });
}

/**
 * Writes the claims of a document as one JSON object a document, an object an article, as `xiezuo extract`
 * prints it. `extractions` are those of `document.articles`, in their order; behind the first article the ids of
 * meetings bear its number (`a2m1`), so that they are unique in the document.
 */
export function createFactSheet(document: SourceDocument, extractions: readonly Extraction[]): FactSheet {
  const articles = document.articles.map((article, index): ArticleFacts => {
    const claims = numberMeetings(extractions[index]?.claims ?? [], index);
    return {
      title: article.headline,
      publishedOn: article.publishedOn,
      outlet: article.publisher,
      meetings: pick(claims, 'meeting').map(createMeeting),
      people: pick(claims, 'person').map((person) => createPerson(person, claims)),
      organisations: pick(claims, 'organisation').map(({ name }) => name),
      agreements: pick(claims, 'agreement').map((agreement) => createAgreement(agreement, claims)),
    };
  });
  return { document: document.name, articles };
}
