import { prepareGraph } from '../ingest/ingest.ts';
import { ingestFiles } from '../ingest/ingest-files.ts';
import { addSummaries } from '../ingest/ingest-summary.ts';
import { enqueueFiles } from '../queue/enqueue-files.ts';
import { PageQueue } from '../queue/page-queue.ts';
import { openStore } from '../store/open-store.ts';
import type { Database } from '../store/sql/database.ts';
import type { Config } from './config.ts';
import { printLine } from './print.ts';
import { printSummary } from './print-summary.ts';
import { ProgressLine } from './progress-line.ts';
import { runWorkers } from './run-workers.ts';

/** How `ingest` goes about it. */
export interface IngestOptions {
  /** Whether to put the documents into the queue and leave them there. */
  readonly queue: boolean;
  /** How many processes ingest; more than one share the queue. */
  readonly workers: number;
  /** Whether to show progress where standard error is no terminal. */
  readonly progress: boolean;
}

/** Puts documents into the queue, and has workers take them out unless they are to stay there. */
async function ingestByQueue(
  database: Database,
  { paths, ...options }: IngestOptions & { readonly paths: readonly string[] },
): Promise<boolean> {
  const queue = await PageQueue.open(database);
  const line = new ProgressLine(options.progress);
  try {
    const start = performance.now();
    const { queued, unread } = await enqueueFiles(database, { queue, paths }, line.update);
    if (options.queue) {
      printLine(`${queued} documents in the queue, ${unread.quarantined} quarantined.`);
      return unread.quarantined === 0;
    }
    const worked = await runWorkers(database, { ...options, queue, watch: false, line });
    const summary = addSummaries(unread, worked);
    printSummary(summary, (performance.now() - start) / 1_000);
    return summary.quarantined === 0;
  } finally {
    await queue.close();
  }
}

/**
 * Ingests files, folders and standard input (`-`), with progress on standard error and a summary on standard output.
 *
 * @returns whether all could be read.
 */
export async function runIngest(
  config: Config,
  paths: readonly string[],
  options: IngestOptions,
): Promise<boolean> {
  const store = await openStore(config);
  try {
    await prepareGraph(store.database);
    if (options.queue || options.workers > 1)
      return await ingestByQueue(store.database, { ...options, paths });
    const line = new ProgressLine(options.progress);
    const start = performance.now();
    const summary = await ingestFiles(store.database, paths, line.update);
    line.clear();
    printSummary(summary, (performance.now() - start) / 1_000);
    return summary.quarantined === 0;
  } finally {
    await store.close();
  }
}
