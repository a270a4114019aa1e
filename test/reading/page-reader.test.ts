import { afterEach, describe, expect, test } from '@jest/globals';
import { parseDocument } from '../../src/documents/parse-document.ts';
import type { RawDocument } from '../../src/documents/stream/read-documents.ts';
import { extractClaims } from '../../src/extraction/extract-claims.ts';
import { ingestPrepared, prepareDocuments } from '../../src/ingest/ingest.ts';
import { configureReader, extractArticles, readPages } from '../../src/reading/page-reader.ts';
import { readReaderSettings } from '../../src/reading/reader-settings.ts';
import { createArticle } from '../extraction/article.ts';
import { provideGraph } from '../support/provide-graph.ts';
import { readSeedDocuments } from '../support/seed-documents.ts';

const SENTENCE = '2024年4月8日，江苏省省长毛伟明在南京市主持召开座谈会，浙江省省长王忠林出席会议并讲话。';

const page = (name: string, text: string): RawDocument => ({
  name,
  kind: 'page',
  bytes: new TextEncoder().encode(text),
});

/** Four million characters: no limit of these tests is enough for them. */
const MANY = Array.from({ length: 80_000 }, (_, index) => `${SENTENCE}这是第${index}次。`);

const slowPage = (name: string) => page(name, `# 两省座谈会召开\n\n${MANY.join('\n\n')}`);

/** A limit that a page of some hundred characters keeps, on a loaded machine too. */
const LIMIT_MS = 3_000;

afterEach(() => configureReader(readReaderSettings({})));

describe('readPages', () => {
  test('gives what reading in this thread gives, page for page', async () => {
    const documents = readSeedDocuments();
    const read = await readPages(
      documents.map(({ name, bytes }) => ({ name, bytes, kind: 'page' as const })),
    );
    const expected = documents.map(({ name, bytes }) => {
      const { bytes: _, ...document } = parseDocument(bytes, name);
      return {
        document,
        articles: document.articles.map((article) => ({ article, extraction: extractClaims(article) })),
      };
    });
    expect(read).toMatchObject(expected);
    expect(read).toHaveLength(expected.length);
  });

  test('H9: gives up a page that takes too long, with its reason, and reads those around it', async () => {
    await configureReader({ pageTimeoutMs: LIMIT_MS, pageMemoryMb: 4_096 });
    const read = await readPages([
      page('first.txt', `# 两省座谈会召开\n\n${SENTENCE}`),
      slowPage('slow.txt'),
      slowPage('slow-too.txt'),
      page('last.txt', `# 两省座谈会召开\n\n${SENTENCE}`),
    ]);
    expect(read.map((one) => ('code' in one ? [one.name, one.code] : one.document.name))).toEqual([
      'first.txt',
      ['slow.txt', 'DOCUMENT_TOO_SLOW'],
      ['slow-too.txt', 'DOCUMENT_TOO_SLOW'],
      'last.txt',
    ]);
    expect(read[1]).toMatchObject({ reason: expect.stringContaining('XIEZUO_PAGE_TIMEOUT_MS') });
  }, 240_000);

  test('H22: gives up a page that takes too much memory, with its reason, and reads those around it', async () => {
    await configureReader({ pageMemoryMb: 64, pageTimeoutMs: 200_000 });
    const read = await readPages([
      page('first.txt', SENTENCE),
      slowPage('large.txt'),
      page('last.txt', SENTENCE),
    ]);
    expect(read.map((one) => ('code' in one ? [one.name, one.code] : one.document.name))).toEqual([
      'first.txt',
      ['large.txt', 'DOCUMENT_TOO_COSTLY'],
      'last.txt',
    ]);
  }, 240_000);

  test('H9: says of an article that takes too long that nothing new was read of it', async () => {
    const short = createArticle({ body: [SENTENCE] });
    await configureReader({ pageTimeoutMs: LIMIT_MS, pageMemoryMb: 4_096 });
    const [first, second] = await extractArticles([createArticle({ body: MANY }), short]);
    expect(first).toMatchObject({
      code: 'DOCUMENT_TOO_SLOW',
      reason: expect.stringContaining('XIEZUO_PAGE_TIMEOUT_MS'),
    });
    expect(second).toEqual(extractClaims(short));
  }, 240_000);
});

describe('a page that takes too long', () => {
  const database = provideGraph();

  test('H9: is kept in quarantine with its bytes, and read when it comes again under a limit that it keeps', async () => {
    const text = `# 两省座谈会召开\n\n${`${SENTENCE}\n\n`.repeat(20)}`;
    const ingest = async () =>
      ingestPrepared(database(), await prepareDocuments(database(), [page('page.txt', text)]));
    await configureReader({ pageTimeoutMs: 1 });
    expect(await ingest()).toMatchObject([{ status: 'quarantined', code: 'DOCUMENT_TOO_SLOW' }]);
    const [kept] = await database().prisma.quarantinedDocument.findMany();
    expect(kept).toMatchObject({ name: 'page.txt', code: 'DOCUMENT_TOO_SLOW' });
    expect(Buffer.from(kept?.bytes ?? []).toString()).toBe(text);
    await configureReader(readReaderSettings({}));
    expect(await ingest()).toMatchObject([{ status: 'ingested' }]);
    expect(await database().prisma.quarantinedDocument.count()).toBe(0);
  }, 240_000);
});
