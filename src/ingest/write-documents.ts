import type { Kysely } from 'kysely';
import type { Article, SourceDocument } from '../documents/model/source-document.ts';
import { EXTRACTOR_VERSION } from '../extraction/extractor-version.ts';
import type { Extraction } from '../extraction/model/claim.ts';
import type { DB } from '../generated/kysely/database.ts';
import type { IndexRow } from '../search/entities/index-rows.ts';
import { indexArticles, type NewArticleEntry } from '../search/index/index-articles.ts';
import { indexEntities } from '../search/index/index-entities.ts';
import { indexPosts } from '../search/index/index-terms.ts';
import { linkCopies } from '../store/copies/link-copies.ts';
import { supersedeVersions } from '../store/copies/supersede.ts';
import { fingerprintOf } from '../store/curation/load-sources.ts';
import type { Keywords } from '../store/documents/article-keywords.ts';
import { type NewArticle, type NewDocument, saveDocuments } from '../store/documents/save-documents.ts';
import { type ArticleSource, applyArticles } from '../store/graph/apply-articles.ts';
import { listObserved, listTouched } from '../store/graph/list-touched.ts';
import { newId } from '../store/sql/new-id.ts';
import { countNew, type IngestCounts } from './ingest-counts.ts';

/** An article with what was read from it. */
interface ExtractedArticle {
  readonly article: Article;
  readonly extraction: Extraction;
  readonly keywords: Keywords;
  readonly indexRows: readonly IndexRow[];
}

/** A document with what was read from each of its articles. */
export interface ExtractedDocument {
  readonly document: SourceDocument;
  /** In the order in which they stand on the page. */
  readonly articles: readonly ExtractedArticle[];
}

/** What documents that were written added. */
export type WrittenCounts = ReadonlyMap<SourceDocument, IngestCounts>;

/** What is written of a document besides its facts. */
interface WrittenDocument extends NewDocument {
  readonly articles: readonly (NewArticle & Pick<ExtractedArticle, 'indexRows'>)[];
}

function createDocument({ document, articles }: ExtractedDocument): WrittenDocument {
  return {
    id: newId('document'),
    document,
    articles: articles.map((article) => ({
      ...article,
      id: newId('article'),
      extractor: EXTRACTOR_VERSION,
    })),
  };
}

function listSources({ document, articles }: NewDocument): ArticleSource[] {
  return articles.map(({ id, article: { text, publishedOn }, extraction: { claims } }, ordinal) => {
    const page = document.url ?? document.name;
    return { id, page, ordinal, claims, publishedOn, text, fingerprint: fingerprintOf(text) };
  });
}

function listEntries({ articles }: WrittenDocument): NewArticleEntry[] {
  return articles.map(({ id, article: { headline, publishedOn, publisher }, indexRows }) => {
    return { id, headline, publishedOn, publisher, rows: indexRows };
  });
}

/**
 * Writes documents and makes the graph rest on them, and no more on what they supersede or show to be a spun copy.
 *
 * @param kysely of a transaction that holds the graph's lock.
 * @returns what each of them added.
 */
export async function writeDocuments(
  kysely: Kysely<DB>,
  extracted: readonly ExtractedDocument[],
): Promise<WrittenCounts> {
  const documents = extracted.map(createDocument);
  await saveDocuments(kysely, documents, new Date());
  const versions = await supersedeVersions(kysely, documents);
  const superseded = new Set(versions.map(({ id }) => id));
  const replaced = [...versions, ...(await linkCopies(kysely, documents, superseded))];
  const left = new Set(replaced.map(({ id }) => id));
  const sources = documents.flatMap(listSources);
  const own = new Set(sources.map(({ id }) => id));
  const outcome = await applyArticles(kysely, {
    added: sources.filter(({ id }) => !left.has(id)),
    removed: [...left].filter((id) => !own.has(id)),
  });
  const articles = [...left].map((id) => ({ type: 'ARTICLE' as const, id }));
  const touched = [...articles, ...(await listTouched(kysely, outcome))];
  await indexEntities(
    kysely,
    touched.filter(({ id }) => !own.has(id)),
  );
  await indexPosts(kysely, listObserved(outcome));
  await indexArticles(
    kysely,
    documents.flatMap(listEntries).filter(({ id }) => !superseded.has(id)),
  );
  return new Map(
    documents.map(({ document, articles }) => [document, countNew(articles, { ...outcome, replaced })]),
  );
}
