import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ingestDocument, prepareGraph } from '../../src/ingest/ingest.ts';
import { enqueueFiles } from '../../src/queue/enqueue-files.ts';
import { PageQueue, type QueueSettings } from '../../src/queue/page-queue.ts';
import { workQueue } from '../../src/queue/work-queue.ts';
import { listQuarantined } from '../../src/store/documents/list-quarantined.ts';
import { clearGraph } from '../support/clear-graph.ts';
import { dumpGraph } from '../support/dump-graph.ts';
import { runCli } from '../support/run-cli.ts';
import { readSeedDocuments, seedFolder } from '../support/seed-documents.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

describe('a queue of pages', () => {
  let testDatabase: TestDatabase;
  let expected: string[];
  const database = () => testDatabase.database;
  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    await prepareGraph(database());
    for (const page of readSeedDocuments()) await ingestDocument(database(), page);
    expected = await dumpGraph(database());
  });
  beforeEach(async () => {
    await clearGraph(database());
    await database().prisma.quarantinedDocument.deleteMany();
  });
  afterAll(() => testDatabase.drop());

  const withQueue = async <T>(settings: Partial<QueueSettings>, run: (queue: PageQueue) => Promise<T>) => {
    const queue = await PageQueue.open(database(), settings);
    return run(queue).finally(() => queue.close());
  };
  const enqueue = (queue: PageQueue, paths: readonly string[]) =>
    enqueueFiles(database(), { queue, paths }, () => undefined);

  test('gives the graph that the pages give one by one', async () => {
    await withQueue({}, async (queue) => {
      expect(await enqueue(queue, [seedFolder])).toMatchObject({ queued: 5 });
      expect(await workQueue(database(), { queue, watch: false })).toMatchObject({
        ingested: 5,
        quarantined: 0,
      });
      expect(await queue.countOpen()).toBe(0);
    });
    expect(await dumpGraph(database())).toEqual(expected);
  });

  test('is shared by two processes, which make the same graph and each page once', async () => {
    await withQueue({}, async (queue) => {
      // A job each, so that both have something to do.
      for (const { name, bytes } of readSeedDocuments()) await queue.add([{ name, kind: 'page', bytes }]);
      const environment = { DATABASE_URL: testDatabase.url };
      const results = await Promise.all([runCli(['work'], environment), runCli(['work'], environment)]);
      expect(results.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
      const counts = results.map(({ stdout }) => Number(/^(\d+) documents ingested/.exec(stdout)?.[1]));
      expect((counts[0] ?? 0) + (counts[1] ?? 0)).toBe(5);
    });
    expect(await dumpGraph(database())).toEqual(expected);
  }, 240_000);

  test('gives the pages of a worker that died to another one', async () => {
    await withQueue({ expireSeconds: 1, maintenanceSeconds: 1 }, async (queue) => {
      await enqueue(queue, [seedFolder]);
      expect((await queue.take())?.pages).toHaveLength(5);
      expect(await queue.take()).toBeNull();
      expect(await workQueue(database(), { queue, watch: false })).toMatchObject({ ingested: 5 });
    });
    expect(await dumpGraph(database())).toEqual(expected);
  });

  test('quarantines what cannot be read, of records and pages, and takes the rest', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'xiezuo-queue-'));
    const [page] = readSeedDocuments();
    const text = new TextDecoder().decode(page?.bytes);
    writeFileSync(join(folder, 'empty.txt'), '');
    writeFileSync(join(folder, 'pages.jsonl'), `${JSON.stringify({ name: 'first', text })}\n{"broken\n`);
    const summary = await withQueue({}, async (queue) => {
      const { unread } = await enqueue(queue, [folder, join(folder, 'none.txt')]);
      expect(unread).toMatchObject({ quarantined: 1 });
      return workQueue(database(), { queue, watch: false });
    });
    rmSync(folder, { recursive: true });
    expect(summary).toMatchObject({ ingested: 1, quarantined: 2 });
    const kept = await database().prisma.quarantinedDocument.findMany({ orderBy: { code: 'asc' } });
    expect(kept.map(({ name, code }) => [name, code])).toEqual([
      ['empty.txt', 'DOCUMENT_EMPTY'],
      ['none.txt', 'FILE_UNREADABLE'],
      ['pages.jsonl:2', 'RECORD_BROKEN'],
    ]);
  });

  test('tries again what failed, keeps the pages that did not, and quarantines the others in the end', async () => {
    await database().pool.query(
      `ALTER TABLE source_document ADD CONSTRAINT no_first CHECK (name <> 'first.txt')`,
    );
    const pages = readSeedDocuments().map(({ name, bytes }, index) => {
      return { name: index === 0 ? 'first.txt' : name, kind: 'page' as const, bytes };
    });
    const summary = await withQueue({ retryLimit: 1 }, async (queue) => {
      await queue.add(pages);
      return workQueue(database(), { queue, watch: false });
    });
    await database().pool.query(`ALTER TABLE source_document DROP CONSTRAINT no_first`);
    expect(summary).toMatchObject({ quarantined: 1 });
    expect(await database().prisma.sourceDocument.count()).toBe(4);
    expect(await listQuarantined(database().kysely)).toMatchObject([
      { name: 'first.txt', code: 'DOCUMENT_GIVEN_UP' },
    ]);
  });

  test('quarantines the pages of workers that died each time', async () => {
    const summary = await withQueue(
      { expireSeconds: 1, maintenanceSeconds: 1, retryLimit: 0 },
      async (queue) => {
        await enqueue(queue, [seedFolder]);
        expect((await queue.take())?.pages).toHaveLength(5);
        return workQueue(database(), { queue, watch: false });
      },
    );
    expect(summary).toMatchObject({ ingested: 0, quarantined: 5 });
    expect(await listQuarantined(database().kysely)).toHaveLength(5);
  });

  test('holds what is known of a page beside its bytes', async () => {
    const [page] = readSeedDocuments();
    const url = 'https://example.org/a.html';
    await withQueue({}, async (queue) => {
      await queue.add([
        { name: 'a.html', kind: 'page', bytes: page?.bytes ?? new Uint8Array(), options: { url } },
      ]);
      await workQueue(database(), { queue, watch: false });
    });
    expect(await database().prisma.sourceDocument.findMany({ select: { url: true } })).toEqual([{ url }]);
  });

  test('can be waited at for more, until it is told to stop', async () => {
    await withQueue({}, async (queue) => {
      const controller = new AbortController();
      const work = workQueue(database(), { queue, watch: true, signal: controller.signal });
      await setTimeout(300);
      await enqueue(queue, [seedFolder]);
      while ((await queue.countOpen()) > 0) await setTimeout(100);
      controller.abort();
      expect(await work).toMatchObject({ ingested: 5 });
    });
  });
});
