import type { Claim } from '../extraction/model/claim.ts';
import type { ArticleReferences } from '../kinds/article-references.ts';
import type { Call } from '../kinds/kind.ts';
import { describeKind } from '../kinds/kinds.ts';

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

type Why = Pick<LeftOut, 'code' | 'reason'>;

/** Why an entity is not there; null where it is. */
function explain({ kind, name }: Call, of: ArticleReferences): Why | null {
  if (of.idOf(kind, name) !== null) return null;
  return of.isRejected(kind, name)
    ? { code: 'REJECTED', reason: `A person declared the ${kind} ${name} wrong.` }
    : { code: 'REFERENCE_UNKNOWN', reason: `The article names no ${kind} ${name}.` };
}

const REJECTED: Why = { code: 'REJECTED', reason: 'A person declared it wrong.' };

/** What is missing of a claim that is held. */
function listMissing(claim: Claim, of: ArticleReferences): Why[] {
  const { calls, missing } = describeKind(claim.kind);
  const unknown = missing?.(claim, of) ?? [];
  return [
    ...calls(claim).further.flatMap((call) => explain(call, of) ?? []),
    ...unknown.map((reason) => ({ code: 'REFERENCE_UNKNOWN' as const, reason })),
  ];
}

/** Why nothing of a claim is held. */
function explainWhole(claim: Claim, of: ArticleReferences): Why {
  const { needed } = describeKind(claim.kind).calls(claim);
  return needed.flatMap((call) => explain(call, of) ?? [])[0] ?? REJECTED;
}

/**
 * What of an article's claims the graph does not hold, in their order, each with the reason.
 *
 * @param held the claims that it holds.
 */
export function listLeftOut(held: ReadonlySet<Claim>, of: ArticleReferences): LeftOut[] {
  return of.article.claims.flatMap((claim, ordinal) => {
    const isWhole = !held.has(claim);
    const all = isWhole ? [explainWhole(claim, of)] : listMissing(claim, of);
    return all.map((why) => ({ ordinal, kind: claim.kind, isWhole, ...why }));
  });
}
