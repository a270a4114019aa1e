import type { Database } from '../store/sql/database.ts';
import { type Decided, decide, getEntity, type Judge, judged, refuse } from './decide.ts';

/**
 * Gives an entity another name; the names that pages give it are kept as other names.
 *
 * @throws {XiezuoError} ENTITY_NOT_FOUND, NAME_MISSING, REASON_MISSING, JUDGE_MISSING
 */
export async function renameEntity(
  database: Database,
  { id, name, ...judge }: Judge & { readonly id: string; readonly name: string },
): Promise<Decided> {
  return judged(database, judge, async (tx) => {
    if (name.trim() === '') throw refuse('NAME_MISSING', 'The name is empty.', 'name');
    const { id: entityId, kind } = await getEntity(tx, id, 'id');
    const detail = { action: 'RENAME' as const, name: name.trim() };
    return { entityId, decisionId: await decide(tx, { ...judge, kind, entityId, otherId: null, detail }) };
  });
}
