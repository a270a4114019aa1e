import { findDecision, markReverted } from '../store/curation/decision.ts';
import { findEntity } from '../store/curation/entity.ts';
import type { Database } from '../store/sql/database.ts';
import { kyselyOf } from '../store/sql/transaction-kysely.ts';
import { applyDecision, changeFor, type Decided, type Judge, judged, refuse } from './decide.ts';

/**
 * Takes a person's decision back: the graph is as if it had never been taken.
 *
 * @throws {XiezuoError} DECISION_NOT_FOUND, NOT_REVERTIBLE, REASON_MISSING, JUDGE_MISSING
 */
export async function revertDecision(
  database: Database,
  { id, ...judge }: Judge & { readonly id: string },
): Promise<Decided> {
  return judged(database, judge, async (tx) => {
    const decision = await findDecision(kyselyOf(tx), id);
    if (!decision) throw refuse('DECISION_NOT_FOUND', `There is no decision ${id}.`, 'id');
    if (decision.isReverted || decision.detail === null)
      throw refuse('NOT_REVERTIBLE', 'It was taken back already, or no person took it.', 'id');
    const change = await changeFor(tx, decision, decision.detail);
    await markReverted(kyselyOf(tx), id, judge);
    await applyDecision(tx, change);
    const now = await findEntity(kyselyOf(tx), decision.entityId);
    return { decisionId: id, entityId: now?.id ?? decision.entityId };
  });
}
