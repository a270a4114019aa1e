import { findPrintedName, listKeys } from '../store/curation/entity.ts';
import type { Database } from '../store/sql/database.ts';
import { kyselyOf } from '../store/sql/transaction-kysely.ts';
import { type Decided, decide, getEntity, getOther, type Judge, judged, refuse } from './decide.ts';

/**
 * Makes one entity of several. The other ids go on to resolve to it, and pages that come later are held to it too.
 *
 * @throws {XiezuoError} ENTITY_NOT_FOUND, KIND_MISMATCH, SAME_ENTITY, REASON_MISSING, JUDGE_MISSING
 */
export async function mergeEntities(
  database: Database,
  { into, from, ...judge }: Judge & { readonly into: string; readonly from: readonly string[] },
): Promise<Decided> {
  return judged(database, judge, async (tx) => {
    const kysely = kyselyOf(tx);
    const target = await getEntity(tx, into, 'into');
    const { id: entityId, kind } = target;
    if (from.length === 0) throw refuse('SAME_ENTITY', 'Name at least one other entity.', 'from');
    let decisionId = '';
    for (const [index, id] of from.entries()) {
      const { id: otherId } = await getOther(tx, target, { id, path: `from.${index}` });
      const keys = [...(await listKeys(kysely, entityId)), ...(await listKeys(kysely, otherId))];
      const name = (await findPrintedName(kysely, entityId)) ?? target.name;
      const detail = { action: 'MERGE' as const, kind, keys, name };
      decisionId = await decide(tx, { ...judge, kind, entityId, otherId, detail });
    }
    return { decisionId, entityId };
  });
}
