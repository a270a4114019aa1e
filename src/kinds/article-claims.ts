import { groupBy } from '../base/group-by.ts';
import type { CivilDate } from '../documents/model/source-document.ts';
import type {
  Claim,
  MeetingClaim,
  OrganisationClaim,
  ParticipationClaim,
  PositionClaim,
  SignatureClaim,
} from '../extraction/model/claim.ts';
import { claimsOf } from './claim-of.ts';
import type { IdentityKey } from './keys/identity-key.ts';

/** What the claims of an article are told by besides themselves. */
export interface ArticleFacts {
  readonly claims: readonly Claim[];
  readonly publishedOn: CivilDate | null;
}

/** The claims of one article, found by what other claims call them. */
export class ArticleClaims {
  /** When the article was published; null where that is not known. */
  readonly publishedOn: CivilDate | null;
  /** By name. */
  readonly bodies: ReadonlyMap<string, OrganisationClaim>;
  private readonly meetings: ReadonlyMap<string, MeetingClaim>;
  private readonly posts: ReadonlyMap<string, readonly PositionClaim[]>;
  private readonly parts: ReadonlyMap<string, readonly ParticipationClaim[]>;
  private readonly signatures: ReadonlyMap<string, readonly SignatureClaim[]>;
  private readonly keys = new Map<Claim, IdentityKey[]>();

  constructor({ claims, publishedOn }: ArticleFacts) {
    this.publishedOn = publishedOn;
    this.bodies = new Map(claimsOf(claims, 'organisation').map((claim) => [claim.name, claim]));
    this.meetings = new Map(claimsOf(claims, 'meeting').map((claim) => [claim.id, claim]));
    this.posts = groupBy(claimsOf(claims, 'position'), ({ person }) => person);
    this.parts = groupBy(claimsOf(claims, 'participation'), ({ meeting }) => meeting);
    this.signatures = groupBy(claimsOf(claims, 'signature'), ({ agreement }) => agreement);
  }

  /** The meeting that other claims call so; null where there is none. */
  findMeeting(id: string | null): MeetingClaim | null {
    return this.meetings.get(id ?? '') ?? null;
  }

  /** The posts that the article gives a person. */
  postsOf(person: string): readonly PositionClaim[] {
    return this.posts.get(person) ?? [];
  }

  /** Who took part in a meeting. */
  partsOf(meeting: string): readonly ParticipationClaim[] {
    return this.parts.get(meeting) ?? [];
  }

  /** The parties of an agreement. */
  signaturesOf(agreement: string): readonly SignatureClaim[] {
    return this.signatures.get(agreement) ?? [];
  }

  /** The keys of a claim that several others ask for, made once. */
  keysOnce(claim: Claim, make: () => IdentityKey[]): IdentityKey[] {
    const keys = this.keys.get(claim) ?? make();
    this.keys.set(claim, keys);
    return keys;
  }
}
