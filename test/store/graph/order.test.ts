import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ingestDocument, prepareGraph } from '../../../src/ingest/ingest.ts';
import { clearGraph } from '../../support/clear-graph.ts';
import { dumpGraph } from '../../support/dump-graph.ts';
import { readGoldDocuments } from '../../support/gold-documents.ts';
import { edit, OTHER_REPORT, RELEASE, spin } from '../../support/release.ts';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts';

const encode = (text: string) => new TextEncoder().encode(text);

/** A release, copies of it as other sites have them, one of them spun, and another report of the same meeting. */
const COPIES = [
  { name: 'release.txt', bytes: encode(RELEASE) },
  { name: 'edited.txt', bytes: encode(edit(RELEASE)) },
  { name: 'furniture.txt', bytes: encode(`首页 > 新闻\n\n${RELEASE}\n\n责任编辑：某某`) },
  { name: 'spun.txt', bytes: encode(spin(RELEASE)) },
  { name: 'other.txt', bytes: encode(OTHER_REPORT) },
];

/** A page as it was corrected later. */
function correct({ name, bytes }: { name: string; bytes: Uint8Array }) {
  return { name, bytes: encode(new TextDecoder().decode(bytes).replaceAll('李强', '李大强')) };
}

describe('the graph', () => {
  const pages = [...readGoldDocuments(), ...COPIES];
  const corrected = pages.slice(0, 1).map(correct);
  const documents = [...pages, ...corrected];
  /** The same order, but that a page comes before its correction. */
  const inTime = (order: typeof documents) => {
    const places = order.flatMap((page, at) => (page.name === corrected[0]?.name ? at : []));
    const versions = documents.filter((page) => page.name === corrected[0]?.name);
    return order.map((page, at) => versions[places.indexOf(at)] ?? page);
  };
  let testDatabase: TestDatabase;
  let expected: string[];
  const ingestAll = async (all: typeof documents) => {
    for (const page of all) await ingestDocument(testDatabase.database, page);
  };
  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    await prepareGraph(testDatabase.database);
    await ingestAll(documents);
    expected = await dumpGraph(testDatabase.database);
  });
  afterAll(() => testDatabase.drop());

  test('is the same in whatever order pages, copies of them and corrections come', async () => {
    const order = fc.shuffledSubarray(documents, { minLength: documents.length });
    await fc.assert(
      fc.asyncProperty(order, async (shuffled) => {
        await clearGraph(testDatabase.database);
        await ingestAll(inTime(shuffled));
        expect(await dumpGraph(testDatabase.database)).toEqual(expected);
      }),
      { numRuns: 6, seed: 20220817, endOnFailure: true },
    );
  }, 180_000);

  test('is the same when four ingesters write at a time', async () => {
    await clearGraph(testDatabase.database);
    const queue = [...pages];
    const worker = async () => {
      for (let page = queue.shift(); page; page = queue.shift())
        await ingestDocument(testDatabase.database, page);
    };
    await Promise.all([worker(), worker(), worker(), worker()]);
    await ingestAll(corrected);
    expect(await dumpGraph(testDatabase.database)).toEqual(expected);
  });
});
