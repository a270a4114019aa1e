/** The tasks of the thread that reads pages; `page-reader.ts` asks for them, and ends the thread where a page takes too long. */
import { type MessagePort, workerData } from 'node:worker_threads';
import type { Article, SourceDocument } from '../documents/model/source-document.ts';
import { type RawDocument, readDocument } from '../documents/stream/read-documents.ts';
import { extractClaims } from '../extraction/extract-claims.ts';
import type { Extraction } from '../extraction/model/claim.ts';
import { loadLexicon } from '../files/load-lexicon.ts';
import type { RowPassages } from '../search/entities/index-rows.ts';
import { layArticleRows } from '../search/index/index-articles.ts';

/** What the thread is told when it starts. */
export interface ReaderData {
  /** Folder of the user's own words; null where there are none. */
  readonly lexicon: string | null;
}

/** An article with what was read from it, and the passages of its index rows. */
export interface ReadArticle {
  readonly article: Article;
  readonly extraction: Extraction;
  readonly passages: readonly RowPassages[];
}

/** What is in a page, without its bytes, or why it could not be read: plain data, as it passes between threads. */
export type ReadPage =
  | {
      readonly document: Omit<SourceDocument, 'bytes'>;
      readonly articles: readonly ReadArticle[];
    }
  | { readonly name: string; readonly code: string; readonly reason: string };

/** Items to be read one after the other. */
export interface ReadTask<T> {
  readonly items: readonly T[];
  /** One number, shared: which item is being read, from 1; 0 where none is. */
  readonly underWay: Int32Array;
  /** Takes what each item gives, in their order, as soon as it is there: what was read is not lost with the thread. */
  readonly port: MessagePort;
}

const { lexicon } = (workerData ?? { lexicon: null }) as ReaderData;
if (lexicon !== null) loadLexicon(lexicon);
// What the lexicons are built of when they are first used is no page's time.
readPage({ name: '', kind: 'page', bytes: new TextEncoder().encode('省长王浩在北京出席会议。') });

function readEach<T>({ items, underWay, port }: ReadTask<T>, read: (item: T) => unknown): void {
  for (const [index, item] of items.entries()) {
    Atomics.store(underWay, 0, index + 1);
    port.postMessage(read(item));
  }
  Atomics.store(underWay, 0, 0);
}

function readPage(page: RawDocument): ReadPage {
  const read = readDocument(page);
  if ('error' in read) return { name: read.name, code: read.error.code, reason: read.error.message };
  const { bytes: _, ...document } = read.document;
  const articles = document.articles.map((article) => ({
    article,
    extraction: extractClaims(article),
    passages: layArticleRows(article),
  }));
  return { document, articles };
}

/** Reads pages: decodes and parses them, and extracts what they say. */
export function pages(task: ReadTask<RawDocument>): void {
  readEach(task, readPage);
}

/** Extracts what articles say that are stored already. */
export function articles(task: ReadTask<Article>): void {
  readEach(task, extractClaims);
}
