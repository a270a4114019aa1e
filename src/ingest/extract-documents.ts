import { MAX_PAGE_BYTES } from '../documents/bytes/decode-bytes.ts';
import type { RawDocument, UnreadDocument } from '../documents/stream/read-documents.ts';
import { errorOf, readPages } from '../reading/page-reader.ts';
import { listKeywords, makeIndexRows, warmWords } from '../search/words/words.ts';
import type { ExtractedDocument } from './write-documents.ts';

/**
 * Reads documents and extracts what they say: the most work of ingesting, done in threads and without the graph's lock.
 *
 * @returns what is in each, in their order, or why it could not be read.
 */
export async function extractDocuments(
  raw: readonly RawDocument[],
): Promise<(ExtractedDocument | UnreadDocument)[]> {
  if (raw.length === 0) return [];
  // The first time, the dictionary is loaded while the pages are read.
  const [pages] = await Promise.all([readPages(raw), warmWords()]);
  const read = pages.flatMap((page) => ('document' in page ? page.articles : []));
  const [rows, keywords] = await Promise.all([
    makeIndexRows(read.map(({ passages }) => passages)),
    listKeywords(read.map(({ article }) => article.text)),
  ]);
  const next = read.map((_, index) => ({ indexRows: rows[index], keywords: keywords[index] })).values();
  return raw.map(({ bytes }, index) => {
    const page = pages[index];
    if (page === undefined) throw new Error('Each page is read.');
    if (!('document' in page))
      return { name: page.name, error: errorOf(page), bytes: bytes.length > MAX_PAGE_BYTES ? null : bytes };
    const articles = page.articles.map(({ article, extraction }) => {
      const { indexRows, keywords } = next.next().value ?? {};
      if (!indexRows || !keywords) throw new Error('Each article has its index rows and its keywords.');
      return { article, extraction, indexRows, keywords };
    });
    return { document: { ...page.document, bytes }, articles };
  });
}
