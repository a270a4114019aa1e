import { type Kysely, sql } from 'kysely';
import type { DB } from '../../generated/kysely/database.ts';
import type { RejectedFact } from '../graph/curation.ts';
import { type CuratedEntity, findEntity } from './entity.ts';

/** The columns that say what a fact states, in the order in which its id is made of them. */
const PARTS = {
  position: ['person_id', 'organisation_id', 'area_code', 'role', 'observed_on'],
  participation: ['meeting_id', 'person_id', 'organisation_id'],
  signature: ['agreement_id', 'organisation_id', 'area_code'],
} as const;

/** A fact that can be rejected. */
export interface FactIdentity {
  /** The entity whose fact it is; the entity itself. */
  readonly owner: CuratedEntity;
  readonly fact: RejectedFact;
}

/** What a fact of an id states: a post, a participation, a signature or an entity; null where there is none. */
export async function findFact(kysely: Kysely<DB>, id: string): Promise<FactIdentity | null> {
  const entity = await findEntity(kysely, id);
  if (entity) return { owner: entity, fact: { factKind: entity.kind, parts: [entity.id] } };
  for (const [factKind, columns] of Object.entries(PARTS)) {
    const { rows } = await sql<{ parts: (string | null)[] }>`SELECT
        json_build_array(${sql.join(columns.map((column) => sql.ref(column)))}) AS parts
      FROM ${sql.table(factKind)} WHERE id = ${id}`.execute(kysely);
    const parts = rows[0]?.parts;
    const owner = parts?.[0] ? await findEntity(kysely, parts[0]) : null;
    if (parts && owner) return { owner, fact: { factKind, parts } };
  }
  return null;
}
