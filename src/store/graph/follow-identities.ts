import { type Kysely, sql } from 'kysely';
import type { DB } from '../../generated/kysely/database.ts';
import { ENTITY_KINDS } from '../../kinds/kinds.ts';
import type { IdentityChange, StoredMention } from './identity-change.ts';

/** Ids that no mention is left under resolve to what took the mention's place, where something did. */
export async function redirectOrphans(
  kysely: Kysely<DB>,
  { orphans }: IdentityChange,
  removed: readonly StoredMention[],
): Promise<void> {
  for (const { kind, home } of orphans) {
    const names = removed.flatMap((mention) => (mention.home === home ? mention.name : []));
    const { rows } = await sql<{
      root: string;
    }>`SELECT h.root FROM mention AS m JOIN identity_home AS h ON h.id = m.home
      WHERE m.kind = ${kind} AND m.name = ANY (${names}::text[]) AND m.article_id IN (
        SELECT coalesce(old.superseded_by_id, old.id) FROM article AS old
        WHERE old.id = ANY (${removed.map(({ articleId }) => articleId)}::text[])) ORDER BY 1 LIMIT 1`.execute(
      kysely,
    );
    const [heir] = rows;
    if (heir) await sql`UPDATE identity_home SET root = ${heir.root} WHERE root = ${home}`.execute(kysely);
    else await sql`DELETE FROM identity_home WHERE id = ${home} AND root = ${home}`.execute(kysely);
  }
}

/**
 * Entities' rows say which entity they are now, as their homes do. Where that one is not in the graph, because a person
 * rejected it, neither are they.
 */
export async function markMerged(kysely: Kysely<DB>, { moved, orphans }: IdentityChange): Promise<void> {
  // What is new has no row under another id than its own.
  const ids = [...moved.filter(({ from }) => from !== null), ...orphans].map(({ home }) => home);
  if (ids.length === 0) return;
  await sql`UPDATE identity_home AS h SET root = up.root FROM identity_home AS up
    WHERE up.id = h.root AND up.root <> up.id AND h.root = ANY (${ids}::text[])`.execute(kysely);
  for (const kind of ENTITY_KINDS) {
    const touched = sql`SELECT h.id, up.id AS root FROM identity_home AS h LEFT JOIN ${sql.table(kind)} AS up ON up.id = h.root
      WHERE h.kind = ${kind} AND h.id IN (SELECT unnest(${ids}::text[]) UNION SELECT near.id FROM identity_home AS own
        JOIN identity_home AS near ON near.root = own.root WHERE own.id = ANY (${ids}::text[]))`;
    await sql`UPDATE ${sql.table(kind)} AS it SET merged_into_id = nullif(t.root, t.id) FROM (${touched}) AS t
      WHERE t.id = it.id AND t.root IS NOT NULL AND it.merged_into_id IS DISTINCT FROM nullif(t.root, t.id)`.execute(
      kysely,
    );
    await sql`DELETE FROM ${sql.table(kind)} AS it USING (${touched}) AS t
      WHERE t.id = it.id AND t.root IS NULL`.execute(kysely);
  }
}
