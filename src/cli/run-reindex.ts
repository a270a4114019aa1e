import { type ReindexProgress, reindex } from '../search/index/reindex.ts';
import { openStore } from '../store/open-store.ts';
import type { Config } from './config.ts';
import { printLine, printNotice } from './print.ts';
import { formatProgress } from './progress-line.ts';

/** Milliseconds between two lines at least. */
const INTERVAL_MS = 1_000;

/** What is being done once all entries are written. */
const STEPS: Readonly<Record<Exclude<ReindexProgress['step'], 'entries'>, string>> = {
  indexes: 'making the indexes of the tables',
  changes: 'writing what has changed meanwhile',
  swap: 'waiting for those who read',
};

/** Tells standard error how far it is: once a second, and each step. */
function createReport(): (progress: ReindexProgress) => void {
  const start = performance.now();
  let [shownAt, shown] = [0, ''];
  return ({ step, done, total }) => {
    const now = performance.now();
    const isNew = step !== 'entries' && step !== shown;
    if (!isNew && now - shownAt < INTERVAL_MS) return;
    [shownAt, shown] = [now, step];
    const share = Math.min(1, done / Math.max(1, total));
    const line =
      step === 'entries' ? formatProgress(done, share, (now - start) / 1_000, 'entities') : STEPS[step];
    printNotice(`xiezuo: ${line}`);
  };
}

/** Builds the search index anew, with progress on standard error and a summary on standard output. */
export async function runReindex(config: Config): Promise<void> {
  const store = await openStore(config);
  try {
    const start = performance.now();
    const count = await reindex(store.database, createReport());
    printLine(`${count} entities indexed anew in ${((performance.now() - start) / 1_000).toFixed(1)} s.`);
  } finally {
    await store.close();
  }
}
