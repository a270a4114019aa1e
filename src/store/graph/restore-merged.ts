import { type Kysely, sql } from 'kysely';
import type { DB } from '../../generated/kysely/database.ts';
import { ENTITY_KINDS } from '../../kinds/kinds.ts';

/**
 * Brings back the rows of what was merged into entities, so that their ids resolve again: they went with an entity that a
 * person rejected, and that is back now. A row says nothing but into what it was merged.
 */
export async function restoreMerged(kysely: Kysely<DB>, roots: readonly string[]): Promise<void> {
  for (const kind of ENTITY_KINDS)
    await sql`INSERT INTO ${sql.table(kind)} SELECT (jsonb_populate_record(NULL::${sql.table(kind)},
        to_jsonb(it) || jsonb_build_object('id', h.id, 'merged_into_id', it.id))).*
      FROM identity_home AS h JOIN ${sql.table(kind)} AS it ON it.id = h.root
      WHERE h.root = ANY (${roots}::text[]) AND h.id <> h.root AND h.kind = ${kind}
        AND EXISTS (SELECT FROM identity_decision AS d WHERE d.other_id = h.id) ON CONFLICT (id) DO NOTHING`.execute(
      kysely,
    );
}
