import { ENTITY_TYPES } from '../../src/search/entities/entity-type.ts';
import { indexEntities } from '../../src/search/index/index-entities.ts';
import type { Database } from '../../src/store/sql/database.ts';

/** Writes anew, the plain way, all that the search index knows, from the rows as they are. */
export async function indexAll({ kysely, pool }: Database): Promise<void> {
  for (const type of ENTITY_TYPES) {
    const { rows } = await pool.query<{ id: string }>(`SELECT id FROM ${type.toLowerCase()}`);
    await indexEntities(
      kysely,
      rows.map(({ id }) => ({ type, id })),
    );
  }
}
