import { type Kysely, sql } from 'kysely';
import type { DB } from '../../generated/kysely/database.ts';
import { describeKind, FACT_KINDS, type FactKind, KINDS } from '../../kinds/kinds.ts';
import type { RejectedFact } from '../graph/curation.ts';
import { findEntity } from './entity.ts';

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
  /** What is decided about: the fact itself where the API knows it by an id of its own, else the entity whose fact it is. */
  readonly owner: { readonly id: string; readonly kind: FactKind };
  readonly fact: RejectedFact;
}

/** What a fact of an id states: an entity, or a fact that ties entities together; null where there is none. */
export async function findFact(kysely: Kysely<DB>, id: string): Promise<FactIdentity | null> {
  const entity = await findEntity(kysely, id);
  if (entity) return { owner: entity, fact: { factKind: entity.kind, parts: [entity.id] } };
  for (const [factKind, columns] of TOLD) {
    const { rows } = await sql<{ parts: (string | null)[] }>`SELECT
        json_build_array(${sql.join(columns.map((column) => sql`${sql.ref(column)}::text`))}) AS parts
      FROM ${sql.table(factKind)} WHERE id = ${id}`.execute(kysely);
    const parts = rows[0]?.parts;
    if (!parts) continue;
    const owner =
      KINDS[factKind].idPrefix === null ? await findEntity(kysely, parts[0] ?? '') : { id, kind: factKind };
    if (owner) return { owner, fact: { factKind, parts } };
  }
  return null;
}
