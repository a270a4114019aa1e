import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ingestDocument, prepareGraph } from '../../../src/ingest.ts';
import { clearGraph } from '../../support/clear-graph.ts';
import { dumpGraph } from '../../support/dump-graph.ts';
import { readGoldDocuments } from '../../support/gold-documents.ts';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts';

describe('the graph', () => {
  const documents = readGoldDocuments();
  let testDatabase: TestDatabase;
  let expected: string[];
  const ingestAll = async (pages: typeof documents) => {
    for (const page of pages) await ingestDocument(testDatabase.database, page);
  };
  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    await prepareGraph(testDatabase.database);
    await ingestAll(documents);
    expected = await dumpGraph(testDatabase.database);
  });
  afterAll(() => testDatabase.drop());

  test('is the same in whatever order pages come', async () => {
    const order = fc.shuffledSubarray(documents, { minLength: documents.length });
    await fc.assert(
      fc.asyncProperty(order, async (pages) => {
        await clearGraph(testDatabase.database);
        await ingestAll(pages);
        expect(await dumpGraph(testDatabase.database)).toEqual(expected);
      }),
      { numRuns: 6, seed: 20220817, endOnFailure: true },
    );
  });

  test('is the same when four ingesters write at a time', async () => {
    await clearGraph(testDatabase.database);
    const queue = [...documents];
    const worker = async () => {
      for (let page = queue.shift(); page; page = queue.shift())
        await ingestDocument(testDatabase.database, page);
    };
    await Promise.all([worker(), worker(), worker(), worker()]);
    expect(await dumpGraph(testDatabase.database)).toEqual(expected);
  });
});
