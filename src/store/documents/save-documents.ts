import { type Kysely, sql } from 'kysely';
import type { Article, SourceDocument } from '../../documents/model/source-document.ts';
import type { Extraction } from '../../extraction/model/claim.ts';
import type { DB } from '../../generated/kysely/database.ts';
import { insertJson } from '../sql/json-rows.ts';
import { later } from '../sql/pipelined.ts';
import { type Keywords, keywordColumns } from './article-keywords.ts';
import { writeOffsets } from './article-offsets.ts';

/** An article to be stored, under the id that it is to have. */
export interface NewArticle {
  readonly id: string;
  readonly article: Article;
  readonly extraction: Extraction;
  /** The version of the extractor. */
  readonly extractor: number;
  readonly keywords: Keywords;
}

/** A document to be stored, under the id that it is to have. */
export interface NewDocument {
  readonly id: string;
  readonly document: SourceDocument;
  /** In the order in which they stand on the page. */
  readonly articles: readonly NewArticle[];
}

/** Bytes as PostgreSQL reads them from text. */
const toHex = (bytes: Uint8Array) =>
  `\\x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex')}`;

const DOCUMENT_COLUMNS = ['id', 'name', 'url', 'sha256', 'media_type', 'bytes', 'retrieved_at'];

function documentRow({ id, document }: NewDocument, retrievedAt: Date) {
  const { name, url, sha256, mediaType, bytes } = document;
  return { id, name, url, sha256, media_type: mediaType, bytes: toHex(bytes), retrieved_at: retrievedAt };
}

const ARTICLE_COLUMNS = [
  'id',
  'document_id',
  'ordinal',
  'headline',
  'text',
  'publisher',
  'published_on',
  'published_on_basis',
  'script',
  'paragraphs',
  'source_offsets',
  'warnings',
  'claims',
  'extractor',
  'is_spun',
  'keywords',
  'keyword_weights',
];

function articleRows({ id: documentId, articles }: NewDocument) {
  return articles.map(({ id, article, extraction, extractor, keywords }, ordinal) => ({
    id,
    document_id: documentId,
    ordinal,
    headline: article.headline,
    text: article.text,
    publisher: article.publisher,
    published_on: article.publishedOn,
    published_on_basis: article.publishedOnBasis,
    script: article.script,
    paragraphs: article.paragraphs,
    source_offsets: toHex(writeOffsets(article.sourceOffsets)),
    warnings: extraction.warnings,
    claims: extraction.claims,
    extractor,
    is_spun: false,
    ...keywordColumns(keywords),
  }));
}

/** Writes documents with their articles, without facts, and takes them out of quarantine. */
export async function saveDocuments(
  kysely: Kysely<DB>,
  documents: readonly NewDocument[],
  retrievedAt: Date,
): Promise<void> {
  const rows = documents.map((document) => documentRow(document, retrievedAt));
  await insertJson(kysely, { table: 'source_document', columns: DOCUMENT_COLUMNS, rows });
  await insertJson(kysely, {
    table: 'article',
    columns: ARTICLE_COLUMNS,
    rows: documents.flatMap(articleRows),
  });
  const sums = documents.map(({ document }) => document.sha256);
  const names = documents.map(({ document }) => document.name);
  await later(
    kysely,
    sql`DELETE FROM quarantined_document
    WHERE sha256 = ANY (${sums}::text[]) OR (sha256 = '' AND name = ANY (${names}::text[]))`.execute(kysely),
  );
}
