import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { EXTRACTOR_VERSION } from '../../src/extraction/extractor-version.ts';
import type { Claim } from '../../src/extraction/model/claim.ts';
import type { DB } from '../../src/generated/kysely/database.ts';
import { indexEntities } from '../../src/search/index/index-entities.ts';
import { indexPosts } from '../../src/search/index/index-terms.ts';
import { fingerprintOf } from '../../src/store/curation/load-sources.ts';
import { type ArticleSource, applyArticles, type GraphChange } from '../../src/store/graph/apply-articles.ts';
import { listObserved, listTouched } from '../../src/store/graph/list-touched.ts';
import type { Database } from '../../src/store/sql/database.ts';
import { newId } from '../../src/store/sql/new-id.ts';
import { kyselyOf } from '../../src/store/sql/transaction-kysely.ts';

/** An article that is nothing but claims, for a graph of known facts. */
export interface ClaimArticle {
  /** Of the page that holds it alone. */
  readonly name: string;
  readonly publishedOn: string | null;
  readonly claims: readonly Claim[];
}

/** Writes the rows of an article, without its facts, by a connection or a pool. */
export async function saveClaimArticle(
  { pool }: { readonly pool: Pick<Database['pool'], 'query'> },
  article: ClaimArticle,
): Promise<ArticleSource> {
  const { name, publishedOn, claims } = article;
  const [documentId, id] = [newId('document'), newId('article')];
  const sha256 = createHash('sha256').update(documentId).digest('hex');
  // No two pages have the same text: what nothing else tells is told by it.
  const text = `文${name}`;
  await pool.query(
    `INSERT INTO source_document (id, name, sha256, media_type, bytes, retrieved_at) VALUES ($1, $2, $3, '', '', now())`,
    [documentId, name, sha256],
  );
  await pool.query(
    `INSERT INTO article (id, document_id, ordinal, text, published_on, script, paragraphs, source_offsets, warnings, claims, extractor)
      VALUES ($1, $2, 0, $6, $3, 'HANS', '[]', '', '[]', $4, $5)`,
    [id, documentId, publishedOn, JSON.stringify(claims), EXTRACTOR_VERSION, text],
  );
  return { id, page: name, ordinal: 0, claims, publishedOn, text, fingerprint: fingerprintOf(text) };
}

/** Changes what the graph rests on, in a transaction. */
export function applyChange({ prisma }: Database, change: GraphChange) {
  // The first one loads the dictionary.
  return prisma.$transaction((tx) => applyIn(kyselyOf(tx), change), { timeout: 60_000 });
}

/** The same within a transaction that is there. */
export async function applyIn(kysely: Kysely<DB>, change: GraphChange): Promise<void> {
  const outcome = await applyArticles(kysely, change);
  const articles = [...(change.added ?? []).map(({ id }) => id), ...(change.removed ?? [])];
  await indexEntities(kysely, [
    ...articles.map((id) => ({ type: 'ARTICLE' as const, id })),
    ...(await listTouched(kysely, outcome)),
  ]);
  await indexPosts(kysely, listObserved(outcome));
}
