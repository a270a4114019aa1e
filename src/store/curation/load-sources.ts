import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { DB } from '../../generated/kysely/database.ts';
import type { ArticleSource } from '../graph/apply-articles.ts';

/** The same for the same text. An entity that has no other key has this one, so that it is told from those of other texts. */
export function fingerprintOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Stored articles as identities are told by them. */
export async function loadSources(kysely: Kysely<DB>, ids: readonly string[]): Promise<ArticleSource[]> {
  const { rows } = await sql<Omit<ArticleSource, 'fingerprint'>>`
    SELECT a.id, coalesce(d.url, d.name) AS page, a.ordinal, a.claims, a.published_on::text AS "publishedOn", a.text
    FROM article AS a JOIN source_document AS d ON d.id = a.document_id
    WHERE a.id = ANY (${ids}::text[]) ORDER BY a.id`.execute(kysely);
  return rows.map((source) => ({ ...source, fingerprint: fingerprintOf(source.text) }));
}
