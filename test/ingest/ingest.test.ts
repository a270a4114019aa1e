import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ingestDocument, prepareGraph } from '../../src/ingest/ingest.ts';
import { countRows } from '../support/row-counts.ts';
import { readSeedDocuments } from '../support/seed-documents.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

describe('the five pages in the graph', () => {
  let testDatabase: TestDatabase;
  const prisma = () => testDatabase.database.prisma;
  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    await prepareGraph(testDatabase.database);
    for (const input of readSeedDocuments())
      expect(await ingestDocument(testDatabase.database, input)).toMatchObject({ status: 'ingested' });
  });
  afterAll(() => testDatabase.drop());

  test('are six articles', async () => {
    expect(await prisma().article.count()).toBe(6);
  });

  test('report four meetings, that of Huzhou in two articles and as two sessions', async () => {
    expect(await prisma().meeting.count()).toBe(4);
    const huzhou = await prisma().meeting.findFirstOrThrow({
      where: { places: { some: { area: { name: '湖州市' } } } },
      include: { sessions: { orderBy: { ordinal: 'asc' } }, evidence: true },
    });
    expect(huzhou.sessions.map(({ ordinal }) => ordinal)).toEqual([6, 9]);
    expect(new Set(huzhou.evidence.map(({ articleId }) => articleId)).size).toBe(2);
    expect(huzhou).toMatchObject({ startsOn: null, dateBasis: 'UNKNOWN', monthDay: '--06-06' });
  });

  test.each(['李强', '龚正', '黄润秋'])('know %s as one person with several posts', async (name) => {
    const people = await prisma().person.findMany({ where: { name }, include: { positions: true } });
    expect(people).toHaveLength(1);
    expect(new Set(people[0]?.positions.map(({ title }) => title)).size).toBeGreaterThan(1);
  });

  test('show the same agreement of two pages once', async () => {
    const agreements = await prisma().agreement.findMany({ include: { evidence: true, signatures: true } });
    const titles = agreements.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
    const shared = agreements.filter(
      ({ evidence }) => new Set(evidence.map(({ articleId }) => articleId)).size === 2,
    );
    expect(shared).toHaveLength(2);
    for (const { signatures } of shared) expect(signatures.length).toBeGreaterThanOrEqual(2);
  });

  test('tie every fact to words of an article, in the sentence that is quoted', async () => {
    const { pool } = testDatabase.database;
    for (const fact of [
      'person',
      'organisation',
      'position',
      'meeting',
      'participation',
      'agreement',
      'signature',
    ]) {
      const { rows } = await pool.query(
        `SELECT id FROM "${fact}" WHERE NOT EXISTS (SELECT FROM evidence WHERE evidence.${fact}_id = "${fact}".id)`,
      );
      expect({ fact, without: rows }).toEqual({ fact, without: [] });
    }
    const evidence = await prisma().evidence.findMany({ include: { article: true } });
    for (const { quote, sentenceStart, sentenceEnd, article } of evidence)
      expect(quote).toBe(article.text.slice(sentenceStart, sentenceEnd));
  });

  test('change no row count when they come again', async () => {
    const before = await countRows(testDatabase.database);
    for (const input of readSeedDocuments())
      expect(await ingestDocument(testDatabase.database, input)).toMatchObject({ status: 'known' });
    expect(await countRows(testDatabase.database)).toEqual(before);
  });
});

describe('ingestDocument', () => {
  let testDatabase: TestDatabase;
  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    await prepareGraph(testDatabase.database);
  });
  afterAll(() => testDatabase.drop());

  test('quarantines an empty page with its reason, once, and forgets it when it can be read', async () => {
    const { database } = testDatabase;
    const empty = { name: 'empty.txt', bytes: new Uint8Array() };
    await ingestDocument(database, empty);
    expect(await ingestDocument(database, empty)).toMatchObject({
      status: 'quarantined',
      code: 'DOCUMENT_EMPTY',
    });
    const kept = await database.prisma.quarantinedDocument.findMany();
    expect(kept).toEqual([expect.objectContaining({ name: 'empty.txt', code: 'DOCUMENT_EMPTY' })]);
  });

  test('leaves nothing of a page behind when writing it fails half-way', async () => {
    const { database } = testDatabase;
    const before = await countRows(database);
    await database.pool.query(`ALTER TABLE evidence ADD CONSTRAINT no_evidence CHECK (false) NOT VALID`);
    const [page] = readSeedDocuments();
    if (page) await expect(ingestDocument(database, page)).rejects.toThrow();
    await database.pool.query(`ALTER TABLE evidence DROP CONSTRAINT no_evidence`);
    expect(await countRows(database)).toEqual(before);
  });

  test('makes each entity once when the same pages come at the same time', async () => {
    const { database } = testDatabase;
    const pages = readSeedDocuments();
    const results = await Promise.all([...pages, ...pages].map((page) => ingestDocument(database, page)));
    expect(results.filter(({ status }) => status === 'ingested')).toHaveLength(5);
    expect(await database.prisma.meeting.count()).toBe(4);
    expect(await database.prisma.person.count({ where: { name: '李强' } })).toBe(1);
  });
});
