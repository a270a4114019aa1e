import type { Kysely } from 'kysely';
import type { SourceDocument } from './documents/source-document.ts';
import type { Extraction } from './extraction/claim.ts';
import { EXTRACTOR_VERSION } from './extraction/extract-claims.ts';
import type { DB } from './generated/kysely/database.ts';
import { countNew, type IngestCounts } from './ingest-counts.ts';
import { indexEntities } from './search/index-entities.ts';
import { fingerprintOf } from './store/curation/load-sources.ts';
import { type ArticleSource, applyArticles } from './store/graph/apply-articles.ts';
import { listTouched } from './store/graph/list-touched.ts';
import { linkCopies } from './store/link-copies.ts';
import { newId } from './store/new-id.ts';
import { type NewDocument, saveDocuments } from './store/save-documents.ts';
import { supersedeVersions } from './store/supersede.ts';

/** A document with what was read from each of its articles. */
export interface ExtractedDocument {
  readonly document: SourceDocument;
  readonly extractions: readonly Extraction[];
}

function createDocument({ document, extractions }: ExtractedDocument): NewDocument {
  const articles = document.articles.map((article, ordinal) => {
    const extraction = extractions[ordinal] ?? { claims: [], warnings: [] };
    return { id: newId('article'), article, extraction, extractor: EXTRACTOR_VERSION };
  });
  return { id: newId('document'), document, articles };
}

function listSources({ document, articles }: NewDocument): ArticleSource[] {
  return articles.map(({ id, article: { text, publishedOn }, extraction: { claims } }, ordinal) => {
    const page = document.url ?? document.name;
    return { id, page, ordinal, claims, publishedOn, fingerprint: fingerprintOf(text) };
  });
}

/**
 * Writes documents and makes the graph rest on them, and no more on what they supersede or show to be a spun copy.
 *
 * @param kysely of a transaction that holds the graph's lock.
 * @returns what each of them added, in their order.
 */
export async function writeDocuments(
  kysely: Kysely<DB>,
  extracted: readonly ExtractedDocument[],
): Promise<IngestCounts[]> {
  const documents = extracted.map(createDocument);
  await saveDocuments(kysely, documents, new Date());
  const superseded = new Set(await supersedeVersions(kysely, documents));
  const spun = await linkCopies(kysely, documents, superseded);
  const left = new Set([...superseded, ...spun]);
  const sources = documents.flatMap(listSources);
  const own = new Set(sources.map(({ id }) => id));
  const outcome = await applyArticles(kysely, {
    added: sources.filter(({ id }) => !left.has(id)),
    removed: [...left].filter((id) => !own.has(id)),
  });
  const articles = [...own, ...left].map((id) => ({ type: 'ARTICLE' as const, id }));
  await indexEntities(kysely, [...articles, ...(await listTouched(kysely, outcome))]);
  return documents.map(({ articles }) =>
    countNew(
      articles.map(({ id }) => id),
      outcome,
    ),
  );
}
