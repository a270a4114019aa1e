import { listKeys } from '../store/curation/entity.ts';
import type { Database } from '../store/sql/database.ts';
import { kyselyOf } from '../store/sql/transaction-kysely.ts';
import { type Decided, decide, getEntity, getOther, type Judge, judged } from './decide.ts';

/**
 * Declares two entities to be two: the question whether they are one is not asked again, unless pages give both a key in common
 * later, and even then they are not united. The graph stays as it is.
 *
 * @throws {XiezuoError} ENTITY_NOT_FOUND, KIND_MISMATCH, SAME_ENTITY, REASON_MISSING, JUDGE_MISSING
 */
export async function distinguishEntities(
  database: Database,
  { id, other, ...judge }: Judge & { readonly id: string; readonly other: string },
): Promise<Decided> {
  return judged(database, judge, async (tx) => {
    const left = await getEntity(tx, id, 'id');
    const right = await getOther(tx, left, { id: other, path: 'other' });
    const keys = await Promise.all([left, right].map((entity) => listKeys(kyselyOf(tx), entity.id)));
    const { id: entityId, kind } = left;
    const detail = { action: 'DISTINCT' as const, left: keys[0] ?? [], right: keys[1] ?? [] };
    const decisionId = await decide(tx, { ...judge, kind, entityId, otherId: right.id, detail });
    return { decisionId, entityId };
  });
}
