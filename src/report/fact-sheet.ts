import type { SourceDocument } from '../documents/model/source-document.ts';
import { findArea } from '../extraction/lexicon/areas.ts';
import type { Claim, Extraction, MeetingClaim } from '../extraction/model/claim.ts';
import { groupBy } from '../extraction/text/group-by.ts';
import { claimsOf } from '../kinds/claim-of.ts';
import { LISTED_KINDS } from '../kinds/kinds.ts';

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
  readonly agreements: readonly {
    readonly title: string;
    readonly kind: string;
    readonly signedOn: string | null;
    readonly meeting: string | null;
    readonly signatories: readonly string[];
  }[];
  /** Claims that stand by themselves, by what several of the kind are called: `organisations`. */
  readonly [plural: string]: unknown;
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

/** The claims by what they say it of. */
function sortBy<T>(
  claims: readonly T[],
  keyOf: (claim: T) => string | null,
): ReadonlyMap<string | null, readonly T[]> {
  const groups = groupBy(claims, keyOf);
  return new Map(groups.map((group) => [keyOf(group[0]), group]));
}

function listPeople(claims: readonly Claim[]): ArticleFacts['people'] {
  const positions = sortBy(claimsOf(claims, 'position'), ({ person }) => person);
  const parts = sortBy(claimsOf(claims, 'participation'), ({ participant }) =>
    'person' in participant ? participant.person : null,
  );
  return claimsOf(claims, 'person').map(({ name }) => ({
    name,
    positions: (positions.get(name) ?? []).map(({ title }) => title),
    participations: (parts.get(name) ?? []).map(({ meeting, roles }) => ({
      meeting,
      roles: roles.map((role) => role.toLowerCase()),
    })),
  }));
}

function listAgreements(claims: readonly Claim[]): ArticleFacts['agreements'] {
  const signatures = sortBy(claimsOf(claims, 'signature'), ({ agreement }) => agreement);
  return claimsOf(claims, 'agreement').map(({ id, title, agreementKind, signedOn, meeting }) => ({
    title,
    kind: agreementKind.toLowerCase(),
    signedOn,
    meeting,
    signatories: (signatures.get(id) ?? []).map(({ party }) =>
      'organisation' in party ? party.organisation : nameOfArea(party.area),
    ),
  }));
}

/** The claims that stand by themselves. */
function listOthers(claims: readonly Claim[]): Record<string, unknown[]> {
  return Object.fromEntries(
    LISTED_KINDS.map(({ kind, plural, listed }) => [plural, claimsOf(claims, kind).map(listed.entry)]),
  );
}

/** Ids of meetings are unique in an article; a fact sheet holds several. */
function numberMeetings(claims: readonly Claim[], index: number): readonly Claim[] {
  if (index === 0) return claims;
  const number = (id: string) => `a${index + 1}${id}`;
  return claims.map((claim) => {
    if (claim.kind === 'meeting') return { ...claim, id: number(claim.id) };
    return 'meeting' in claim && claim.meeting ? { ...claim, meeting: number(claim.meeting) } : claim;
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
      meetings: claimsOf(claims, 'meeting').map(createMeeting),
      people: listPeople(claims),
      ...listOthers(claims),
      agreements: listAgreements(claims),
    };
  });
  return { document: document.name, articles };
}
