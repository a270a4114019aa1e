import { findFact } from '../store/curation/fact-identity.ts';
import type { Database } from '../store/sql/database.ts';
import { kyselyOf } from '../store/sql/transaction-kysely.ts';
import { type Decided, decide, type Judge, judged, refuse } from './decide.ts';

/**
 * Declares a fact to be wrong: a post, a participation, a signature, an indicator, or an entity with all that rests on it. It stays away
 * when pages that say it come again.
 *
 * @throws {XiezuoError} FACT_NOT_FOUND, REASON_MISSING, JUDGE_MISSING
 */
export async function rejectFact(
  database: Database,
  { id, ...judge }: Judge & { readonly id: string },
): Promise<Decided> {
  return judged(database, judge, async (tx) => {
    const found = await findFact(kyselyOf(tx), id);
    if (!found) throw refuse('FACT_NOT_FOUND', `There is no fact ${id}.`, 'id');
    const { id: entityId, kind } = found.owner;
    const detail = { action: 'REJECT' as const, ...found.fact };
    return { entityId, decisionId: await decide(tx, { ...judge, kind, entityId, otherId: null, detail }) };
  });
}
