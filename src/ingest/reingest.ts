import { EXTRACTOR_VERSION } from '../extraction/extractor-version.ts';
import { extractArticles } from '../reading/page-reader.ts';
import { indexEntities } from '../search/index/index-entities.ts';
import { indexPosts } from '../search/index/index-terms.ts';
import { loadSources } from '../store/curation/load-sources.ts';
import {
  countStaleArticles,
  listStaleArticles,
  type StaleArticle,
  saveExtraction,
  saveUnread,
} from '../store/documents/stale-articles.ts';
import { applyArticles } from '../store/graph/apply-articles.ts';
import { listObserved, listTouched } from '../store/graph/list-touched.ts';
import type { Database, Transaction } from '../store/sql/database.ts';
import { lockGraph } from '../store/sql/lock-graph.ts';
import { kyselyOf } from '../store/sql/transaction-kysely.ts';

/** How many articles one transaction reads again, and the milliseconds that it may wait and take. */
const [BATCH, MAX_WAIT_MS, TIMEOUT_MS] = [100, 60_000, 600_000];

/** What became of articles that were to be read again. */
export interface ReingestSummary {
  readonly read: number;
  /** Those that could not be read any more: what was read of them before stands, and a warning of the article says so. */
  readonly unread: number;
}

const NOTHING: ReingestSummary = { read: 0, unread: 0 };

async function writeAgain(tx: Transaction, stale: readonly StaleArticle[]): Promise<ReingestSummary> {
  const read = await extractArticles(stale.map(({ article }) => article));
  const kysely = kyselyOf(tx);
  let unread = 0;
  for (const [index, { id }] of stale.entries()) {
    const result = read[index];
    if (result === undefined) throw new Error('Each article is read or given up.');
    if ('claims' in result)
      await saveExtraction(tx, id, { extraction: result, extractor: EXTRACTOR_VERSION });
    else {
      unread += 1;
      await saveUnread(kysely, id, { reason: result.reason, extractor: EXTRACTOR_VERSION });
    }
  }
  const ids = stale.filter(({ counts }) => counts).map(({ id }) => id);
  const outcome = await applyArticles(kysely, { added: await loadSources(kysely, ids), removed: ids });
  const articles = ids.map((id) => ({ type: 'ARTICLE' as const, id }));
  await indexEntities(kysely, [...articles, ...(await listTouched(kysely, outcome))]);
  await indexPosts(kysely, listObserved(outcome));
  return { read: stale.length - unread, unread };
}

/**
 * Reads anew the stored articles that an older version of the extractor read. People's decisions stand. Interrupted, it goes
 * on where it was.
 *
 * @param onProgress is told after each batch how many of `total` are done.
 * @returns how many articles were read, and how many could not be.
 */
export async function reingest(
  database: Database,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<ReingestSummary> {
  const total = await countStaleArticles(database.kysely, EXTRACTOR_VERSION);
  let sum = NOTHING;
  for (;;) {
    const { read, unread } = await database.prisma.$transaction(
      async (tx) => {
        await lockGraph(kyselyOf(tx), database);
        const stale = await listStaleArticles(tx, { extractor: EXTRACTOR_VERSION, limit: BATCH });
        return stale.length > 0 ? writeAgain(tx, stale) : NOTHING;
      },
      { maxWait: MAX_WAIT_MS, timeout: TIMEOUT_MS },
    );
    if (read + unread === 0) return sum;
    sum = { read: sum.read + read, unread: sum.unread + unread };
    const done = sum.read + sum.unread;
    onProgress(done, Math.max(done, total));
  }
}
