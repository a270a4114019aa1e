import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { prepareGraph } from '../../../src/ingest/ingest.ts';
import { applyChange, type ClaimArticle, saveClaimArticle } from '../../support/claim-articles.ts';
import { clearGraph } from '../../support/clear-graph.ts';
import { dumpGraph } from '../../support/dump-graph.ts';
import { randomArticles } from '../../support/random-articles.ts';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts';

describe('applyArticles', () => {
  let testDatabase: TestDatabase;
  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    await prepareGraph(testDatabase.database);
  });
  afterAll(() => testDatabase.drop());

  const save = (all: readonly ClaimArticle[]) =>
    Promise.all(all.map((article) => saveClaimArticle(testDatabase.database, article)));
  const dump = () => dumpGraph(testDatabase.database);
  const apply = (change: Parameters<typeof applyChange>[1]) => applyChange(testDatabase.database, change);

  async function dumpAtOnce(all: readonly ClaimArticle[]): Promise<string[]> {
    await clearGraph(testDatabase.database);
    await apply({ added: await save(all) });
    return dump();
  }

  test('gives the same graph one by one, in another order, as all at once', async () => {
    await fc.assert(
      fc.asyncProperty(randomArticles, fc.infiniteStream(fc.nat()), async (all, picks) => {
        const expected = await dumpAtOnce(all);
        await clearGraph(testDatabase.database);
        const rest = await save(all);
        while (rest.length > 0) {
          const { value } = picks.next();
          await apply({ added: rest.splice((value ?? 0) % rest.length, 1) });
        }
        expect(await dump()).toEqual(expected);
      }),
      { numRuns: 15, seed: 7 },
    );
  }, 180_000);

  test('leaves no trace of articles that are taken back', async () => {
    await fc.assert(
      fc.asyncProperty(randomArticles, fc.nat(), async (all, pick) => {
        const kept = all.filter((_, index) => index !== pick % all.length);
        const expected = await dumpAtOnce(kept);
        await clearGraph(testDatabase.database);
        const sources = await save(all);
        for (const added of sources) await apply({ added: [added] });
        const [gone] = sources.splice(pick % all.length, 1);
        if (!gone) return;
        const { pool } = testDatabase.database;
        await pool.query('UPDATE article SET superseded_by_id = id WHERE id = $1', [gone.id]);
        await apply({ removed: [gone.id] });
        expect(await dump()).toEqual(expected);
      }),
      { numRuns: 15, seed: 11 },
    );
  }, 180_000);

  test('changes nothing when an article is read again', async () => {
    await fc.assert(
      fc.asyncProperty(randomArticles, fc.nat(), async (all, pick) => {
        await clearGraph(testDatabase.database);
        const sources = await save(all);
        for (const added of sources) await apply({ added: [added] });
        const before = await dumpGraph(testDatabase.database, { withIds: true });
        const again = sources[pick % sources.length];
        if (again) await apply({ added: [again], removed: [again.id] });
        expect(await dumpGraph(testDatabase.database, { withIds: true })).toEqual(before);
      }),
      { numRuns: 8, seed: 13 },
    );
  }, 180_000);
});
