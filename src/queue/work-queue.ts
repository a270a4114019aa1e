import { setTimeout } from 'node:timers/promises';
import type { RawDocument } from '../documents/stream/read-documents.ts';
import { type IngestResult, ingestPrepared, type PreparedDocument } from '../ingest/ingest.ts';
import { ingestBatches } from '../ingest/ingest-batches.ts';
import {
  addSummaries,
  type IngestSummary,
  NOTHING_INGESTED,
  type OnProgress,
  summarise,
} from '../ingest/ingest-summary.ts';
import type { Database } from '../store/sql/database.ts';
import type { PageQueue, TakenPages } from './page-queue.ts';

/** Milliseconds after which an empty queue is looked at again. */
const IDLE_MS = 500;

/** How a queue is worked off. */
export interface WorkOptions {
  readonly queue: PageQueue;
  /** Whether to wait for more when the queue is empty. */
  readonly watch: boolean;
  /** Ends the work after the pages that are in hand. */
  readonly signal?: AbortSignal;
  /** Is told why pages were given back, to be tried again. */
  readonly onFault?: (error: unknown) => void;
}

/** What was done, and how many pages were given up: they stay in the queue as failed. */
export interface WorkSummary extends IngestSummary {
  readonly givenUp: number;
}

interface TakenBatch {
  readonly taken: TakenPages;
  readonly found: readonly RawDocument[];
}

/** Takes pages until none are open any more: those that another worker has may come back. */
async function* takeAll({ queue, watch, signal }: WorkOptions): AsyncGenerator<TakenBatch | null> {
  while (!signal?.aborted) {
    const taken = await queue.take();
    if (taken !== null) yield { taken, found: taken.pages };
    else {
      // What is in hand is written first: it is open too.
      yield null;
      if (!watch && (await queue.countOpen()) === 0) return;
      await setTimeout(IDLE_MS);
    }
  }
}

/** Pages that ended a worker's life once are written one by one: what others did to it is not to cost the rest. */
async function write(database: Database, taken: TakenPages, prepared: readonly PreparedDocument[]) {
  if (!taken.isRetry) return ingestPrepared(database, prepared);
  const results: IngestResult[] = [];
  const errors: unknown[] = [];
  for (const one of prepared)
    await ingestPrepared(database, [one]).then(
      (written) => results.push(...written),
      (error: unknown) => errors.push(error),
    );
  if (errors.length > 0) throw errors[0];
  return results;
}

/**
 * Takes pages out of a queue into the graph until it is empty. Any number of workers may do so at a time.
 *
 * A worker that dies leaves no page half written, and the pages that it had come back.
 */
export async function workQueue(
  database: Database,
  options: WorkOptions,
  onProgress: OnProgress = () => undefined,
): Promise<WorkSummary> {
  const { queue } = options;
  const total = await queue.countOpen();
  let summary = NOTHING_INGESTED;
  let [done, givenUp] = [0, 0];
  const finish = async (taken: TakenPages, prepared: readonly PreparedDocument[]) => {
    const results = await write(database, taken, prepared);
    await queue.finish(taken);
    const share = total === 0 ? null : Math.max(0, 1 - (await queue.countOpen()) / total);
    for (const result of results) {
      summary = addSummaries(summary, summarise(result));
      done += 1;
      onProgress({ done, share, result });
    }
  };
  const batches = withEmpty(takeAll(options));
  await ingestBatches(database, batches, async ({ taken }, prepared) => {
    if (taken === null) return;
    try {
      await finish(taken, prepared);
    } catch (error) {
      if (taken.isLastTry) givenUp += taken.pages.length;
      options.onFault?.(error);
      await queue.giveBack(taken, String(error));
    }
  });
  return { ...summary, givenUp };
}

/** A batch of nothing lets the one before it be written. */
async function* withEmpty(batches: AsyncIterable<TakenBatch | null>) {
  for await (const batch of batches) yield batch ?? { taken: null, found: [] };
}
