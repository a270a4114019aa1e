import { prepareGraph } from '../ingest/ingest.ts';
import { PageQueue } from '../queue/page-queue.ts';
import { openStore } from '../store/open-store.ts';
import type { Config } from './config.ts';
import { printSummary } from './print-summary.ts';
import { ProgressLine } from './progress-line.ts';
import { runWorkers } from './run-workers.ts';

/** How `work` goes about it. */
export interface WorkCommandOptions {
  readonly workers: number;
  /** Whether to wait for more when the queue is empty. */
  readonly watch: boolean;
  /** Whether to show progress where standard error is no terminal. */
  readonly progress: boolean;
}

/**
 * Takes documents out of the queue into the graph, with progress on standard error and a summary on standard output; a process
 * that another one of ours started sends its summary there instead.
 *
 * @returns whether all could be read.
 */
export async function runWork(config: Config, options: WorkCommandOptions): Promise<boolean> {
  // One that another process of ours started leaves it to that to say what is being done.
  const store = await openStore(config, process.send ? { report: () => undefined } : {});
  try {
    await prepareGraph(store.database);
    const queue = await PageQueue.open(store.database);
    const line = new ProgressLine(options.progress);
    const start = performance.now();
    const summary = await runWorkers(store.database, { ...options, queue, line }).finally(() =>
      queue.close(),
    );
    if (process.send) process.send(summary);
    else printSummary(summary, (performance.now() - start) / 1_000);
    return summary.quarantined === 0;
  } finally {
    await store.close();
    if (process.connected) process.disconnect();
  }
}
