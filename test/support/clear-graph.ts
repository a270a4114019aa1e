import type { Database } from '../../src/store/sql/database.ts';

/** Empties all tables but the areas. */
export async function clearGraph({ pool }: Database): Promise<void> {
  await pool.query(`TRUNCATE source_document, person, organisation, meeting, meeting_series, agreement, identity_home,
    identity_key, identity_decision, article_shingle, search_entry, search_term, change CASCADE`);
}
