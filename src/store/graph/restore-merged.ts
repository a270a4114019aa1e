import { type Kysely, sql } from 'kysely';
import type { DB } from '../../generated/kysely/database.ts';
import { ENTITY_KINDS } from '../../kinds/kinds.ts';
import { FACT_TABLES } from './fact-rows.ts';

/**
 * Brings back the rows of what was merged into entities, so that their ids resolve again: they went with an entity that a
 * person rejected, and that is back now. A row says nothing but into what it was merged.
 */
export async function restoreMerged(kysely: Kysely<DB>, roots: readonly string[]): Promise<void> {
  for (const kind of ENTITY_KINDS) {
    // Columns that PostgreSQL makes are not written.
    const columns = FACT_TABLES[kind].columns.filter((name) => name !== 'id' && name !== 'merged_into_id');
    const own = columns.map((name) => sql.ref(`it.${name}`));
    await sql`INSERT INTO ${sql.table(kind)} (id, merged_into_id, ${sql.join(columns.map(sql.ref))})
      SELECT h.id, it.id, ${sql.join(own)} FROM identity_home AS h JOIN ${sql.table(kind)} AS it ON it.id = h.root
      WHERE h.root = ANY (${roots}::text[]) AND h.id <> h.root AND h.kind = ${kind}
        AND EXISTS (SELECT FROM identity_decision AS d WHERE d.other_id = h.id) ON CONFLICT (id) DO NOTHING`.execute(
      kysely,
    );
  }
}
