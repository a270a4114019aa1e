import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { mergeEntities } from '../../src/curation/merge-entities.ts';
import { ingestDocument, prepareGraph } from '../../src/ingest/ingest.ts';
import { reingest } from '../../src/ingest/reingest.ts';
import { configureReader } from '../../src/reading/page-reader.ts';
import { readReaderSettings } from '../../src/reading/reader-settings.ts';
import { loadSources } from '../../src/store/curation/load-sources.ts';
import { listWarnings } from '../../src/store/documents/list-warnings.ts';
import { applyChange } from '../support/claim-articles.ts';
import { clearGraph } from '../support/clear-graph.ts';
import { dumpGraph } from '../support/dump-graph.ts';
import { readSeedDocuments } from '../support/seed-documents.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

describe('reingest', () => {
  let testDatabase: TestDatabase;
  const database = () => testDatabase.database;
  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    await prepareGraph(database());
  });
  beforeEach(async () => {
    await clearGraph(database());
    for (const page of readSeedDocuments()) await ingestDocument(database(), page);
  });
  afterAll(() => testDatabase.drop());

  test('brings the graph to what the present extractor reads', async () => {
    const expected = await dumpGraph(database());
    const { rows } = await database().pool.query(`UPDATE article SET extractor = 0, claims =
      (SELECT coalesce(json_agg(claim), '[]') FROM json_array_elements(claims::json) AS claim
        WHERE claim->>'kind' IN ('person', 'organisation')) RETURNING id`);
    const ids = rows.map(({ id }) => id);
    await applyChange(database(), { added: await loadSources(database().kysely, ids), removed: ids });
    expect(await database().prisma.meeting.count()).toBe(0);
    expect(await reingest(database())).toEqual({ read: 6, unread: 0 });
    expect(await dumpGraph(database())).toEqual(expected);
    expect(await reingest(database())).toEqual({ read: 0, unread: 0 });
  });

  test('leaves ids and decisions of people as they are', async () => {
    const [first, second] = await database().prisma.person.findMany({
      where: { name: { in: ['车俊', '王浩'] } },
    });
    const judge = { reason: 'to see whether it stands', by: 'a test' };
    await mergeEntities(database(), { into: first?.id ?? '', from: [second?.id ?? ''], ...judge });
    const expected = await dumpGraph(database(), { withIds: true });
    await database().pool.query('UPDATE article SET extractor = 0');
    await reingest(database());
    expect(await dumpGraph(database(), { withIds: true })).toEqual(expected);
  });

  test('notes on an article that cannot be read again that what was read before stands', async () => {
    const text = `# 全省座谈会召开\n\n${'省长赵明远、副省长钱进出席会议并讲话。\n\n'.repeat(300)}`;
    await ingestDocument(database(), { name: 'long.md', bytes: new TextEncoder().encode(text) });
    const expected = await dumpGraph(database(), { withIds: true });
    await database().pool.query('UPDATE article SET extractor = 0');
    try {
      await configureReader({ pageTimeoutMs: 1, lexicon: null });
      const { read, unread } = await reingest(database());
      expect(read + unread).toBe(7);
      expect(unread).toBeGreaterThan(0);
      await database().pool.query('UPDATE article SET extractor = 0');
      expect((await reingest(database())).unread).toBeGreaterThan(0);
      const notes = (await listWarnings(database().kysely)).filter(({ code }) => code === 'NOT_READ_AGAIN');
      expect(new Set(notes.map(({ articleId }) => articleId)).size).toBe(notes.length);
      expect(notes[0]?.message).toContain('XIEZUO_PAGE_TIMEOUT_MS');
    } finally {
      await configureReader(readReaderSettings({}));
    }
    expect(await dumpGraph(database(), { withIds: true })).toEqual(expected);
    await database().pool.query('UPDATE article SET extractor = 0');
    await reingest(database());
    expect((await listWarnings(database().kysely)).map(({ code }) => code)).not.toContain('NOT_READ_AGAIN');
  }, 240_000);

  test('replaces a page that changed by its new version, and keeps the old one', async () => {
    const [page] = readSeedDocuments();
    const text = new TextDecoder().decode(page?.bytes).replaceAll('李强', '李大强');
    const name = page?.name ?? '';
    await ingestDocument(database(), { name, bytes: new TextEncoder().encode(text) });
    const { prisma } = database();
    const [old, ...others] = await prisma.article.findMany({ where: { supersededById: { not: null } } });
    expect(others).toEqual([]);
    expect(old?.claims).toEqual(expect.arrayContaining([expect.objectContaining({ name: '李强' })]));
    expect(await prisma.evidence.count({ where: { articleId: old?.id ?? '' } })).toBe(0);
    const chairs = await prisma.participation.findMany({
      where: { roles: { has: 'CHAIR' }, meeting: { startsOn: new Date('2022-08-17') } },
    });
    expect(chairs.map(({ nameAsPrinted }) => nameAsPrinted)).toEqual(['李大强']);
  });
});
