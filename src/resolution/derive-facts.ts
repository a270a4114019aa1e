import type { Claim } from '../extraction/model/claim.ts';
import { ArticleReferences, type ResolvedArticle } from './article-references.ts';
import { deriveEntity } from './derive-entities.ts';
import {
  deriveParticipation,
  derivePosition,
  deriveSignature,
  type LinkContext,
  type NameFact,
} from './derive-links.ts';
import type { Fact, FactEvidence } from './fact.ts';
import { groupBy } from './group-by.ts';
import { joinFacts } from './join-facts.ts';
import { type LeftOut, listLeftOut } from './left-out.ts';
import { claimsOf } from './list-mentions.ts';
import { listObserved } from './list-observed.ts';
import { postKey } from './post-key.ts';

/** All that an article says of the graph. */
export interface DerivedFacts {
  readonly facts: ReadonlyMap<string, Fact>;
  readonly evidence: readonly FactEvidence[];
  /** What it states and is neither in the facts nor in the evidence. */
  readonly leftOut: readonly LeftOut[];
}

/** How the ids of facts are made, and which facts people declared to be wrong: these are left out with all that rests on them. */
export interface FactRules {
  readonly nameFact: NameFact;
  readonly isRejected: (id: string) => boolean;
}

type Told = readonly [claim: Claim, fact: Fact];

/** The facts that tie the entities of an article together. */
function deriveLinks(
  { claims, publishedOn }: ResolvedArticle,
  context: LinkContext,
  rules: FactRules,
): Told[] {
  const told: Told[] = [];
  const add = (claim: Claim, fact: Fact | null) => {
    if (fact !== null && !rules.isRejected(fact.id)) told.push([claim, fact]);
  };
  const observed = listObserved(context.of);
  const posts = new Map<string, string>();
  for (const claim of claimsOf(claims, 'position')) {
    const key = postKey(claim.person, claim.title);
    const fact = derivePosition(claim, observed.get(key) ?? publishedOn, context);
    if (fact !== null && !rules.isRejected(fact.id)) posts.set(key, fact.id);
    add(claim, fact);
  }
  for (const claim of claimsOf(claims, 'participation')) {
    const person = 'person' in claim.participant ? claim.participant.person : '';
    const ids = claim.positions.flatMap((title) => posts.get(postKey(person, title)) ?? []);
    add(claim, deriveParticipation(claim, ids, context));
  }
  for (const same of groupBy(claimsOf(claims, 'signature'), ({ agreement }) => agreement).values())
    for (const [ordinal, claim] of same.entries()) add(claim, deriveSignature(claim, ordinal, context));
  return told;
}

/**
 * Reads off the claims of an article all that it says of the graph, once it is known which entities it names. No claim is lost
 * without a word: what cannot be read off is left out with a reason.
 */
export function deriveFacts(article: ResolvedArticle, rules: FactRules): DerivedFacts {
  const of = new ArticleReferences(article, rules.isRejected);
  const entities = article.claims.flatMap((claim, ordinal): Told[] => {
    const fact = deriveEntity(claim, ordinal, of);
    return fact === null ? [] : [[claim, fact]];
  });
  const told = [...entities, ...deriveLinks(article, { of, nameFact: rules.nameFact }, rules)];
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
