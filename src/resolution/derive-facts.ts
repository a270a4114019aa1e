import type { Claim } from '../extraction/model/claim.ts';
import { ArticleReferences, type ResolvedArticle } from '../kinds/article-references.ts';
import { claimsOf } from '../kinds/claim-of.ts';
import {
  type AnyKind,
  contentId,
  describeKind,
  FACT_KINDS,
  type Fact,
  type FactEvidence,
  joinFacts,
} from '../kinds/kinds.ts';
import { type LeftOut, listLeftOut } from './left-out.ts';

/** All that an article says of the graph. */
export interface DerivedFacts {
  readonly facts: ReadonlyMap<string, Fact>;
  readonly evidence: readonly FactEvidence[];
  /** What it states and is neither in the facts nor in the evidence. */
  readonly leftOut: readonly LeftOut[];
}

type Told = readonly [claim: Claim, fact: Fact];

/** Whether a person declared the fact of an id to be wrong: it is left out with all that rests on it. */
type IsRejected = (id: string) => boolean;

/** A fact that is told by what it states, with the id that is made of that. */
function identify(fact: Fact, parts: readonly string[]): Fact {
  const stated = fact as unknown as Readonly<Record<string, string | null>>;
  return {
    ...fact,
    id: contentId(
      fact.kind,
      parts.map((part) => stated[part] ?? null),
    ),
  };
}

/** The fact of a claim; null where something that it needs is left out, or a person declared it wrong. */
class FactMaker {
  private readonly of: ArticleReferences;
  private readonly isRejected: IsRejected;
  /** How many claims were seen, by kind and by what puts them together. */
  private readonly seen = new Map<string, number>();

  constructor(of: ArticleReferences, isRejected: IsRejected) {
    this.of = of;
    this.isRejected = isRejected;
  }

  make(kind: AnyKind, claim: Claim, ordinal: number): Fact | null {
    const { of } = this;
    if (!Array.isArray(kind.identity)) {
      const id = of.idAt(ordinal);
      return id === null ? null : kind.derive(claim, { of, id, index: 0 });
    }
    const fact = kind.derive(claim, { of, id: '', index: this.count(kind, claim) });
    if (fact === null) return null;
    const identified = identify(fact, kind.identity);
    return this.isRejected(identified.id) ? null : identified;
  }

  private count(kind: AnyKind, claim: Claim): number {
    const siblings = 'siblings' in kind ? (kind.siblings?.(claim) ?? '') : '';
    const key = `${kind.kind} ${siblings}`;
    const index = this.seen.get(key) ?? 0;
    this.seen.set(key, index + 1);
    return index;
  }
}

/** What the claims of an article state, kind by kind. */
function deriveAll(of: ArticleReferences, isRejected: IsRejected): Told[] {
  const maker = new FactMaker(of, isRejected);
  const places = new Map(of.article.claims.map((claim, ordinal) => [claim, ordinal]));
  return FACT_KINDS.flatMap((name) => {
    const kind = describeKind(name);
    return claimsOf(of.article.claims, name).flatMap((claim): Told[] => {
      const fact = maker.make(kind, claim, places.get(claim) ?? 0);
      if ('derived' in kind) kind.derived?.(claim, fact?.id ?? null, of);
      return fact === null ? [] : [[claim, fact]];
    });
  });
}

/**
 * Reads off the claims of an article all that it says of the graph, once it is known which entities it names. No claim is lost
 * without a word: what cannot be read off is left out with a reason.
 */
export function deriveFacts(article: ResolvedArticle, isRejected: IsRejected): DerivedFacts {
  const of = new ArticleReferences(article, isRejected);
  const told = deriveAll(of, isRejected);
  const facts = new Map<string, Fact>();
  const evidence: FactEvidence[] = [];
  for (const [claim, fact] of told) {
    const known = facts.get(fact.id);
    facts.set(fact.id, known ? joinFacts(known, fact) : fact);
    for (const { start, end, sentence } of claim.evidence)
      evidence.push({ factKind: fact.kind, factId: fact.id, start, end, sentence });
  }
  return { facts, evidence, leftOut: listLeftOut(new Set(told.map(([claim]) => claim)), of) };
}
