import type { Claim } from '../extraction/model/claim.ts';
import type { ArticleReferences } from './article-references.ts';
import type { EntityKind } from './entity-kind.ts';

/** Why the graph leaves something out: nothing in the article is called so, or a person declared it wrong. */
export type LeftOutCode = 'REFERENCE_UNKNOWN' | 'REJECTED';

/** What an article states and the graph does not hold, or not whole. */
export interface LeftOut {
  /** Place of its claim among the claims of the article, from 0. */
  readonly ordinal: number;
  readonly kind: Claim['kind'];
  /** Whether nothing of the claim is in the graph; else only what the reason names is missing. */
  readonly isWhole: boolean;
  readonly code: LeftOutCode;
  /** A sentence that says what is missing. */
  readonly reason: string;
}

/** How a claim calls an entity of its article. */
interface Call {
  readonly kind: EntityKind;
  readonly name: string;
}

/** What a claim refers to: without the one it cannot be held, without the other not whole. */
interface Calls {
  readonly needed: readonly Call[];
  readonly further: readonly Call[];
}

const call = (kind: EntityKind, name: string | null): Call[] => (name === null ? [] : [{ kind, name }]);

function listCalls(claim: Claim): Calls {
  switch (claim.kind) {
    case 'person':
      return { needed: call('person', claim.name), further: [] };
    case 'organisation':
      return { needed: call('organisation', claim.name), further: call('organisation', claim.parent) };
    case 'position':
      return {
        needed: [...call('person', claim.person), ...call('organisation', claim.organisation)],
        further: [],
      };
    case 'meeting':
      return {
        needed: call('meeting', claim.id),
        further: claim.sessions.flatMap(({ organisation }) => call('organisation', organisation)),
      };
    case 'participation': {
      const { participant, meeting } = claim;
      const own =
        'person' in participant
          ? call('person', participant.person)
          : call('organisation', participant.organisation);
      return { needed: [...call('meeting', meeting), ...own], further: [] };
    }
    case 'agreement':
      return { needed: call('agreement', claim.id), further: call('meeting', claim.meeting) };
    case 'signature': {
      const party = 'organisation' in claim.party ? call('organisation', claim.party.organisation) : [];
      return {
        needed: [...call('agreement', claim.agreement), ...party],
        further: call('person', claim.signer),
      };
    }
  }
}

type Why = Pick<LeftOut, 'code' | 'reason'>;

/** Why an entity is not there; null where it is. */
function explain({ kind, name }: Call, of: ArticleReferences): Why | null {
  if (of.idOf(kind, name) !== null) return null;
  return of.isRejected(kind, name)
    ? { code: 'REJECTED', reason: `A person declared the ${kind} ${name} wrong.` }
    : { code: 'REFERENCE_UNKNOWN', reason: `The article names no ${kind} ${name}.` };
}

/** Posts with which somebody took part that the article gives them nowhere else. */
function listUnknownPosts(claim: Claim, of: ArticleReferences): Why[] {
  if (claim.kind !== 'participation' || !('person' in claim.participant)) return [];
  const { person } = claim.participant;
  return claim.positions.flatMap((title) =>
    of.hasPost(person, title)
      ? []
      : { code: 'REFERENCE_UNKNOWN' as const, reason: `The article gives ${person} no post ${title}.` },
  );
}

const REJECTED: Why = { code: 'REJECTED', reason: 'A person declared it wrong.' };

/**
 * What of an article's claims the graph does not hold, in their order, each with the reason.
 *
 * @param held the claims that it holds.
 */
export function listLeftOut(held: ReadonlySet<Claim>, of: ArticleReferences): LeftOut[] {
  return of.article.claims.flatMap((claim, ordinal) => {
    const isWhole = !held.has(claim);
    const { needed, further } = listCalls(claim);
    const all = isWhole
      ? [needed.flatMap((one) => explain(one, of) ?? [])[0] ?? REJECTED]
      : [...further.flatMap((one) => explain(one, of) ?? []), ...listUnknownPosts(claim, of)];
    return all.map((why) => ({ ordinal, kind: claim.kind, isWhole, ...why }));
  });
}
