import type { CivilDate } from '../documents/source-document.ts';
import type { Extraction } from '../extraction/claim.ts';
import { type ChangeSet, createChangeSet } from './change-set.ts';
import type { KnownGraph } from './known-graph.ts';
import type { CreateId } from './resolution-context.ts';
import { resolveAgreements } from './resolve-agreements.ts';
import { resolveMeetings } from './resolve-meetings.ts';
import { resolveOrganisations } from './resolve-organisations.ts';
import { resolvePeople } from './resolve-people.ts';

/** What resolution needs: the claims of one article, and what the graph holds that they may be about. */
export interface ResolutionInput {
  readonly extraction: Extraction;
  /** The day on which the article was published; null where it does not say. */
  readonly publishedOn: CivilDate | null;
  readonly known: KnownGraph;
  readonly createId: CreateId;
}

/**
 * Joins the claims of one article to the graph: which mention is which entity, and what is new.
 *
 * Bodies come first, since posts tell people apart; people before meetings, since participants tell meetings apart;
 * agreements last, since meetings and parties tell them apart.
 */
export function resolveClaims(input: ResolutionInput): ChangeSet {
  const context = { ...input, changes: createChangeSet() };
  const organisations = resolveOrganisations(context);
  const people = resolvePeople(context, organisations);
  const meetings = resolveMeetings(context, { people, organisations });
  resolveAgreements(context, { people, organisations }, meetings);
  return context.changes;
}
