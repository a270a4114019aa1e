import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type RawDocument, readDocument } from '../../src/documents/stream/read-documents.ts';
import { extractClaims } from '../../src/extraction/extract-claims.ts';
import { ingestDocument, ingestPrepared, prepareDocuments } from '../../src/ingest/ingest.ts';
import { clearGraph } from '../support/clear-graph.ts';
import { dumpGraph } from '../support/dump-graph.ts';
import { readGoldDocuments } from '../support/gold-documents.ts';
import { provideGraph } from '../support/provide-graph.ts';
import { edit, RELEASE, spin } from '../support/release.ts';
import { readSeedDocuments } from '../support/seed-documents.ts';

describe('documents that are written together', () => {
  const database = provideGraph();

  const page = (name: string, text: string): RawDocument => ({
    name,
    kind: 'page',
    bytes: new TextEncoder().encode(text),
  });
  const record = (fields: Readonly<Record<string, string>>) => ({
    ...page('pages.jsonl:1', JSON.stringify(fields)),
    kind: 'record' as const,
  });
  const ingest = async (pages: readonly RawDocument[]) =>
    ingestPrepared(database(), await prepareDocuments(database(), pages));

  const release = (name: string, text: string) =>
    page(name, `滨江流域生态环境协作小组召开第四次工作会议\n2023年11月9日 来源：${name}\n${text}`);

  test('give the graph that they give one by one, however they are divided', async () => {
    const documents = [
      ...readGoldDocuments().map(({ name, bytes }): RawDocument => ({ name, kind: 'page', bytes })),
      release('first.txt', RELEASE),
      release('edited.txt', edit(RELEASE)),
      release('spun.txt', spin(RELEASE)),
    ];
    for (const { name, bytes } of documents) await ingestDocument(database(), { name, bytes });
    const expected = await dumpGraph(database());
    const sizes = fc.array(fc.integer({ min: 1, max: documents.length }), { minLength: documents.length });
    const order = fc.shuffledSubarray(documents, { minLength: documents.length });
    await fc.assert(
      fc.asyncProperty(order, sizes, async (shuffled, lengths) => {
        await clearGraph(database());
        const rest = [...shuffled];
        for (const length of lengths) await ingest(rest.splice(0, length));
        expect(await dumpGraph(database())).toEqual(expected);
      }),
      { numRuns: 4, seed: 20231109, endOnFailure: true },
    );
  });

  test('are told apart from those that are known, also from one another, and from those that cannot be read', async () => {
    await ingest([release('first.txt', RELEASE)]);
    const results = await ingest([
      release('first.txt', RELEASE),
      page('empty.txt', ''),
      release('other.txt', edit(RELEASE)),
      release('other.txt', edit(RELEASE)),
    ]);
    expect(results.map(({ name, status }) => [name, status])).toEqual([
      ['first.txt', 'known'],
      ['empty.txt', 'quarantined'],
      ['other.txt', 'ingested'],
      ['other.txt', 'known'],
    ]);
  });

  test('say each what it added', async () => {
    const [first, second] = await ingest([
      release('first.txt', RELEASE),
      release('edited.txt', edit(RELEASE)),
    ]);
    expect(first).toMatchObject({ status: 'ingested', counts: { articles: 1, facts: { meetings: 1 } } });
    expect(second).toMatchObject({ status: 'ingested', counts: { articles: 1, facts: { meetings: 0 } } });
  });

  test('F7: are written article by article with what was read from each', async () => {
    const read = readSeedDocuments().map(({ name, bytes }): RawDocument => ({ name, kind: 'page', bytes }));
    await ingest(read);
    const expected = read.flatMap((raw) => {
      const found = readDocument(raw);
      return 'document' in found
        ? found.document.articles.map((article) => ({ text: article.text, ...extractClaims(article) }))
        : [];
    });
    expect(expected.length).toBeGreaterThan(read.length);
    const stored = await database().prisma.article.findMany({
      orderBy: { id: 'asc' },
      select: { text: true, claims: true, warnings: true },
    });
    expect(stored).toEqual(expected);
  });

  test('may be two versions of a page: the later one counts', async () => {
    const url = 'https://example.org/1.html';
    const text = `滨江流域生态环境协作小组召开第四次工作会议\n${RELEASE}`;
    await ingest([
      record({ name: 'old', url, publishedOn: '2023-11-09', text }),
      record({ name: 'new', url, publishedOn: '2023-11-09', text: text.replaceAll('陆远山', '陆近山') }),
    ]);
    const articles = await database().prisma.article.findMany({
      include: { document: true, supersedes: true },
    });
    const [old, current] = articles.sort((a, b) => (a.document.name > b.document.name ? -1 : 1));
    expect(old?.supersededById).toBe(current?.id);
    const people = await database().prisma.person.findMany({ where: { name: { startsWith: '陆' } } });
    expect(people.map(({ name }) => name)).toEqual(['陆近山']);
    expect(
      await database().pool.query(`SELECT FROM search_entry WHERE entity_id = $1`, [old?.id]),
    ).toMatchObject({
      rowCount: 0,
    });
  });

  test('may hold what PostgreSQL cannot keep, such as half a character', async () => {
    const text = `滨江流域生态环境协作小组召开第四次工作会议\ud83d\n${RELEASE}\udc00`;
    const [result] = await ingest([record({ name: 'half.txt', text })]);
    expect(result).toMatchObject({ status: 'ingested', counts: { facts: { meetings: 1 } } });
  });

  test('do not keep one another from being written', async () => {
    const { pool, prisma } = database();
    await pool.query(`ALTER TABLE source_document ADD CONSTRAINT no_bad CHECK (name <> 'bad.txt')`);
    const pages = [release('bad.txt', RELEASE), release('good.txt', edit(RELEASE))];
    await expect(ingest(pages)).rejects.toThrow(/no_bad.*\(of bad\.txt\)$/);
    await pool.query(`ALTER TABLE source_document DROP CONSTRAINT no_bad`);
    expect(await prisma.sourceDocument.findMany({ select: { name: true } })).toEqual([{ name: 'good.txt' }]);
  });
});
