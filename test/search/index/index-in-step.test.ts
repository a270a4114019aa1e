import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { XiezuoError } from '../../../src/base/errors.ts';
import { ingestDocument } from '../../../src/ingest/ingest.ts';
import { applyChange, saveClaimArticle } from '../../support/claim-articles.ts';
import { clearGraph } from '../../support/clear-graph.ts';
import { dumpGraph } from '../../support/dump-graph.ts';
import { readGoldDocuments } from '../../support/gold-documents.ts';
import { indexAll } from '../../support/index-all.ts';
import { provideGraph } from '../../support/provide-graph.ts';
import { randomArticles } from '../../support/random-articles.ts';
import { planStep, takeStep, wish } from '../../support/random-decisions.ts';

const database = provideGraph();

const dump = async () =>
  (await dumpGraph(database(), { withIds: true })).filter((line) => /^(search|term) /.test(line));

test('after any pages and decisions the index is as one that is made anew', async () => {
  await fc.assert(
    fc.asyncProperty(randomArticles, fc.array(wish, { maxLength: 4 }), async (all, wishes) => {
      await clearGraph(database());
      for (const article of all)
        await applyChange(database(), { added: [await saveClaimArticle(database(), article)] });
      for (const one of wishes) {
        const step = await planStep(database(), one);
        if (step)
          await takeStep(database(), step).catch((error) => {
            // What was one entity then need not be now.
            if (!(error instanceof XiezuoError)) throw error;
          });
      }
      const kept = await dump();
      await indexAll(database());
      expect(kept).toEqual(await dump());
    }),
    { numRuns: 12, seed: 20221130 },
  );
}, 180_000);

test('after real pages, one of them corrected, too', async () => {
  await clearGraph(database());
  const pages = readGoldDocuments().slice(0, 12);
  for (const page of pages) await ingestDocument(database(), page);
  const [first] = pages;
  if (first === undefined) throw new Error('There are pages.');
  const corrected = new TextDecoder().decode(first.bytes).replaceAll('生态环境厅', '生态环境保护厅');
  await ingestDocument(database(), { ...first, bytes: new TextEncoder().encode(corrected) });
  const kept = await dump();
  await indexAll(database());
  expect(kept).toEqual(await dump());
  expect(kept.some((line) => line.startsWith('term') && line.includes('POST'))).toBe(true);
}, 180_000);
