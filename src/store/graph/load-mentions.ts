import { type Kysely, sql } from 'kysely';
import type { DB } from '../../generated/kysely/database.ts';
import { parseKey } from '../../kinds/keys/identity-key.ts';
import type { StoredMention } from './identity-change.ts';

interface MentionRow extends Omit<StoredMention, 'keys'> {
  readonly keys: readonly string[];
}

/** The mentions of articles, or those kept in homes, oldest first. */
export async function loadMentions(
  kysely: Kysely<DB>,
  column: 'article_id' | 'home',
  ids: readonly string[],
): Promise<StoredMention[]> {
  if (ids.length === 0) return [];
  const { rows } =
    await sql<MentionRow>`SELECT article_id AS "articleId", ordinal, kind, name, home, keys FROM mention
    WHERE ${sql.ref(column)} = ANY (${ids}::text[]) ORDER BY article_id, ordinal`.execute(kysely);
  return rows.map((row) => ({ ...row, keys: row.keys.map(parseKey) }));
}
