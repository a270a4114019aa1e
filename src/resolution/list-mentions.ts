import type { CivilDate } from '../documents/model/source-document.ts';
import type { Claim, Extraction } from '../extraction/model/claim.ts';
import type { EntityKind } from './entity-kind.ts';
import { groupBy } from './group-by.ts';
import { agreementKeys } from './keys/agreement-keys.ts';
import { createKey, type IdentityKey, isOpen, sortKeys } from './keys/identity-key.ts';
import { meetingKeys } from './keys/meeting-keys.ts';
import { organisationKeys } from './keys/organisation-keys.ts';
import { personKeys } from './keys/person-keys.ts';

/** An entity as one article names it. */
export interface Mention {
  /** Place of its claim among the claims of the article, from 0. */
  readonly ordinal: number;
  readonly kind: EntityKind;
  /** As the article names it. */
  readonly name: string;
  /** At least one, each once, in a fixed order. */
  readonly keys: readonly IdentityKey[];
}

/** What the claims of an article are told by besides themselves. */
export interface ArticleFacts {
  readonly claims: Extraction['claims'];
  readonly publishedOn: CivilDate | null;
  /** Tells the article from every other: what nothing else tells is the article's own. */
  readonly fingerprint: string;
}

/** The claims of one kind, in their order. */
export function claimsOf<K extends Claim['kind']>(
  claims: readonly Claim[],
  kind: K,
): Extract<Claim, { kind: K }>[] {
  return claims.filter((claim): claim is Extract<Claim, { kind: K }> => claim.kind === kind);
}

/** What the keys of one claim are made of: the claims around it, found by name and id. */
function createKeyMaker({ claims, publishedOn }: ArticleFacts): (claim: Claim) => IdentityKey[] | null {
  const bodies = new Map(claimsOf(claims, 'organisation').map((claim) => [claim.name, claim]));
  const posts = groupBy(claimsOf(claims, 'position'), ({ person }) => person);
  const meetings = new Map(claimsOf(claims, 'meeting').map((claim) => [claim.id, claim]));
  const parts = groupBy(claimsOf(claims, 'participation'), ({ meeting }) => meeting);
  const signatures = groupBy(claimsOf(claims, 'signature'), ({ agreement }) => agreement);
  const known = new Map<string, IdentityKey[]>();
  const keysOfPerson = (name: string) => personKeys(name, posts.get(name) ?? [], bodies);
  const keysOfMeeting = (id: string | null) => {
    const claim = meetings.get(id ?? '');
    if (!claim) return [];
    const participations = parts.get(claim.id) ?? [];
    const keys = known.get(claim.id) ?? meetingKeys({ claim, participations, keysOfPerson, publishedOn });
    known.set(claim.id, keys);
    return keys;
  };
  return (claim) => {
    if (claim.kind === 'organisation') return organisationKeys(claim);
    if (claim.kind === 'person') return keysOfPerson(claim.name);
    if (claim.kind === 'meeting') return keysOfMeeting(claim.id);
    if (claim.kind !== 'agreement') return null;
    return agreementKeys({
      claim,
      signatures: signatures.get(claim.id) ?? [],
      meetingKeys: keysOfMeeting(claim.meeting),
      meetingOn: meetings.get(claim.meeting ?? '')?.startsOn ?? null,
      publishedOn,
    });
  };
}

/**
 * The entities that an article names, each with the keys that tell it.
 *
 * They depend on the article alone: that makes the graph the same whatever the order in which articles come.
 */
export function listMentions(article: ArticleFacts): Mention[] {
  const makeKeys = createKeyMaker(article);
  const taken = new Set<string>();
  return article.claims.flatMap((claim, ordinal) => {
    const made = makeKeys(claim);
    if (made === null || !('id' in claim || 'name' in claim)) return [];
    const kind = claim.kind as EntityKind;
    const name = 'title' in claim ? claim.title : claim.name;
    // What one article tells apart is not one, even where its keys say so: two agreements of one title at one meeting.
    const isTold = made.some((key) => !isOpen(key));
    const own = sortKeys(isTold ? made.filter(({ value }) => value !== '') : made).filter(
      (key) => !taken.has(`${kind} ${key.family} ${key.value}`),
    );
    for (const key of own) taken.add(`${kind} ${key.family} ${key.value}`);
    const isLost = own.length === 0;
    const keys = isLost ? [createKey(['only', article.fingerprint, ordinal], '=')] : own;
    return [{ ordinal, kind, name, keys }];
  });
}
