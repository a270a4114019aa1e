import { type Kysely, sql } from 'kysely';
import type { DB } from '../../generated/kysely/database.ts';
import { describeKind, FACT_KINDS } from '../../kinds/kinds.ts';
import type { RejectedFact } from '../graph/curation.ts';
import { type CuratedEntity, findEntity } from './entity.ts';

/** Facts that are told by what they state: their kinds, and the columns of which an id is made, in this order. */
const TOLD = FACT_KINDS.flatMap((kind) => {
  const { identity, columns } = describeKind(kind);
  if (!Array.isArray(identity)) return [];
  const nameOf = (property: string) =>
    columns.find((column) => column.property === property)?.name ?? property;
  return [[kind, identity.map(nameOf)] as const];
});

/** A fact that can be rejected. */
export interface FactIdentity {
  /** The entity whose fact it is; the entity itself. */
  readonly owner: CuratedEntity;
  readonly fact: RejectedFact;
}

/** What a fact of an id states: an entity, or a fact that ties entities together; null where there is none. */
export async function findFact(kysely: Kysely<DB>, id: string): Promise<FactIdentity | null> {
  const entity = await findEntity(kysely, id);
  if (entity) return { owner: entity, fact: { factKind: entity.kind, parts: [entity.id] } };
  for (const [factKind, columns] of TOLD) {
    const { rows } = await sql<{ parts: (string | null)[] }>`SELECT
        json_build_array(${sql.join(columns.map((column) => sql.ref(column)))}) AS parts
      FROM ${sql.table(factKind)} WHERE id = ${id}`.execute(kysely);
    const parts = rows[0]?.parts;
    const owner = parts?.[0] ? await findEntity(kysely, parts[0]) : null;
    if (parts && owner) return { owner, fact: { factKind, parts } };
  }
  return null;
}
