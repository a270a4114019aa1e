import type { CivilDate } from '../documents/source-document.ts';
import type { Claim, Extraction } from '../extraction/claim.ts';
import type { ChangeSet, DecisionRow, FactKind } from './change-set.ts';
import { type Comparison, findBestMatch, type Match, SAME_FROM, UNSURE_FROM } from './comparison.ts';
import type { KnownGraph } from './known-graph.ts';

/** Makes a new id of a kind; the one thing that resolution does not find in its arguments. */
export type CreateId = (
  kind: 'person' | 'organisation' | 'meeting' | 'series' | 'agreement' | 'fact',
) => string;

/** What the steps of one resolution share: they read the claims and the known graph, and write the change set. */
export interface ResolutionContext {
  readonly extraction: Extraction;
  /** The day on which the article was published; null where it does not say. */
  readonly publishedOn: CivilDate | null;
  readonly known: KnownGraph;
  readonly createId: CreateId;
  readonly changes: ChangeSet;
}

/** The claims of one kind, in their order. */
export function claimsOf<K extends Claim['kind']>(
  extraction: Extraction,
  kind: K,
): Extract<Claim, { kind: K }>[] {
  return extraction.claims.filter((claim): claim is Extract<Claim, { kind: K }> => claim.kind === kind);
}

/** Notes the words that carry a fact. */
export function addEvidence(
  context: ResolutionContext,
  claim: Claim,
  factKind: FactKind,
  factId: string,
): void {
  for (const { start, end, sentence } of claim.evidence)
    context.changes.evidence.push({ factKind, factId, start, end, sentence });
}

/** A mention to be given an entity. */
interface Mention<Candidate> {
  readonly entityType: DecisionRow['entityType'];
  /** As the article names it. */
  readonly name: string;
  readonly candidates: readonly Candidate[];
  readonly compare: (candidate: Candidate) => Comparison;
}

/**
 * Gives a mention its entity, and notes why.
 *
 * @returns the id, and the known entity that it is; null where it is a new one, which the caller must make.
 */
export function identify<Candidate extends { readonly id: string }>(
  context: ResolutionContext,
  { entityType, name, candidates, compare }: Mention<Candidate>,
): { id: string; known: Candidate | null } {
  const match: Match<Candidate> | null = findBestMatch(candidates, compare);
  const isSame = match !== null && match.comparison.score >= SAME_FROM;
  const id = isSame ? match.candidate.id : context.createId(entityType);
  if (match !== null && match.comparison.score >= UNSURE_FROM)
    context.changes.decisions.push({
      judgement: isSame ? 'SAME' : 'UNSURE',
      entityType,
      entityId: id,
      otherId: isSame ? null : match.candidate.id,
      mention: name,
      ...match.comparison,
    });
  return { id, known: isSame ? match.candidate : null };
}
