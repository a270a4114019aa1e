import { type Kysely, sql } from 'kysely';
import type { DB } from '../../generated/kysely/database.ts';

/** Two entities that a person declared to be two, as far as the graph holds them. */
export interface DistinctPair {
  /** Ids of what has one of the keys that told the one then. */
  readonly left: readonly string[];
  readonly right: readonly string[];
}

/** What people declared to be two, by the entities that have the same keys now. */
export async function listDistinct(kysely: Kysely<DB>): Promise<DistinctPair[]> {
  const holders = (
    side: 'left' | 'right',
  ) => sql`ARRAY(SELECT DISTINCT h.root FROM jsonb_array_elements_text(d.detail -> ${sql.lit(side)}) AS told(key)
    JOIN identity_key AS k ON k.kind = d.entity_type
      AND k.family = split_part(told.key, E'\\t', 1) AND k.value = split_part(told.key, E'\\t', 2)
    JOIN identity_home AS h ON h.id = k.home)`;
  const { rows } = await sql<DistinctPair>`SELECT ${holders('left')} AS left, ${holders('right')} AS right
    FROM identity_decision AS d WHERE d.action = 'DISTINCT' AND d.reverted_at IS NULL`.execute(kysely);
  return rows;
}
