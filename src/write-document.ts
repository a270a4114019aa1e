import type { SourceDocument } from './documents/source-document.ts';
import type { Extraction } from './extraction/claim.ts';
import { EXTRACTOR_VERSION } from './extraction/extract-claims.ts';
import { countNew, type IngestCounts } from './ingest-counts.ts';
import { indexEntities } from './search/index-entities.ts';
import { fingerprintOf } from './store/curation/load-sources.ts';
import type { Transaction } from './store/database.ts';
import { type ArticleSource, applyArticles } from './store/graph/apply-articles.ts';
import { listTouched } from './store/graph/list-touched.ts';
import { linkCopies } from './store/link-copies.ts';
import { saveArticle, saveDocument } from './store/save-document.ts';
import { supersedeVersions } from './store/supersede.ts';
import { kyselyOf } from './store/transaction-kysely.ts';

/** A document with what was read from each of its articles. */
export interface ExtractedDocument {
  readonly document: SourceDocument;
  readonly extractions: readonly Extraction[];
}

async function writeRows(tx: Transaction, { document, extractions }: ExtractedDocument) {
  const documentId = await saveDocument(tx, document, new Date());
  const sources: ArticleSource[] = [];
  for (const [ordinal, article] of document.articles.entries()) {
    const extraction = extractions[ordinal] ?? { claims: [], warnings: [] };
    const place = { documentId, ordinal, extraction, extractor: EXTRACTOR_VERSION };
    const id = await saveArticle(tx, article, place);
    const { publishedOn, text } = article;
    const page = document.url ?? document.name;
    const { claims } = extraction;
    sources.push({ id, page, ordinal, claims, publishedOn, fingerprint: fingerprintOf(text) });
  }
  return { documentId, sources };
}

/**
 * Writes a document and makes the graph rest on it, and no more on what it supersedes or shows to be a spun copy.
 *
 * @param tx must hold the graph's lock.
 */
export async function writeDocument(tx: Transaction, extracted: ExtractedDocument): Promise<IngestCounts> {
  const kysely = kyselyOf(tx);
  const { documentId, sources } = await writeRows(tx, extracted);
  const removed = await supersedeVersions(kysely, documentId);
  const added: ArticleSource[] = [];
  for (const source of sources) {
    const { isSpun, unmasked } = await linkCopies(tx, source.id);
    if (!isSpun) added.push(source);
    removed.push(...unmasked);
  }
  const own = new Set(sources.map(({ id }) => id));
  const counted = added.filter(({ id }) => !removed.includes(id));
  const outcome = await applyArticles(kysely, {
    added: counted,
    removed: removed.filter((id) => !own.has(id)),
  });
  const articles = [...own, ...removed].map((id) => ({ type: 'ARTICLE' as const, id }));
  await indexEntities(kysely, [...articles, ...(await listTouched(kysely, outcome))]);
  return countNew(sources.length, outcome);
}
