import { EXTRACTOR_VERSION } from '../extraction/extractor-version.ts';
import { extractArticles } from '../reading/page-reader.ts';
import { indexEntities } from '../search/index-entities.ts';
import { loadSources } from '../store/curation/load-sources.ts';
import {
  countStaleArticles,
  listStaleArticles,
  type StaleArticle,
  saveExtraction,
} from '../store/documents/stale-articles.ts';
import { applyArticles } from '../store/graph/apply-articles.ts';
import { listTouched } from '../store/graph/list-touched.ts';
import type { Database, Transaction } from '../store/sql/database.ts';
import { lockGraph } from '../store/sql/lock-graph.ts';
import { kyselyOf } from '../store/sql/transaction-kysely.ts';

/** How many articles one transaction reads again, and the milliseconds that it may wait and take. */
const [BATCH, MAX_WAIT_MS, TIMEOUT_MS] = [100, 60_000, 600_000];

async function writeAgain(tx: Transaction, stale: readonly StaleArticle[]): Promise<void> {
  const extractions = await extractArticles(stale.map(({ article }) => article));
  // What cannot be read any more keeps what was read of it before.
  for (const [index, { id }] of stale.entries())
    await saveExtraction(tx, id, { extraction: extractions[index] ?? null, extractor: EXTRACTOR_VERSION });
  const kysely = kyselyOf(tx);
  const ids = stale.filter(({ counts }) => counts).map(({ id }) => id);
  const outcome = await applyArticles(kysely, { added: await loadSources(kysely, ids), removed: ids });
  const articles = ids.map((id) => ({ type: 'ARTICLE' as const, id }));
  await indexEntities(kysely, [...articles, ...(await listTouched(kysely, outcome))]);
}

/**
 * Reads anew the stored articles that an older version of the extractor read. People's decisions stand. Interrupted, it goes
 * on where it was.
 *
 * @param onProgress is told after each batch how many of `total` are done.
 * @returns how many articles were read.
 */
export async function reingest(
  database: Database,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<number> {
  const total = await countStaleArticles(database.kysely, EXTRACTOR_VERSION);
  let done = 0;
  for (;;) {
    const count = await database.prisma.$transaction(
      async (tx) => {
        await lockGraph(kyselyOf(tx), database);
        const stale = await listStaleArticles(tx, { extractor: EXTRACTOR_VERSION, limit: BATCH });
        if (stale.length > 0) await writeAgain(tx, stale);
        return stale.length;
      },
      { maxWait: MAX_WAIT_MS, timeout: TIMEOUT_MS },
    );
    if (count === 0) return done;
    done += count;
    onProgress(done, Math.max(done, total));
  }
}
