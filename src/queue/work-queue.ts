import { setTimeout } from 'node:timers/promises';
import { XiezuoError } from '../base/errors.ts';
import type { RawDocument } from '../documents/stream/read-documents.ts';
import { type IngestResult, ingestPrepared, isKept, type PreparedDocument } from '../ingest/ingest.ts';
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

interface TakenBatch {
  readonly taken: TakenPages;
  readonly found: readonly RawDocument[];
}

/**
 * Takes pages until none are open any more: those that another worker has may come back.
 *
 * @param onIdle is awaited where none wait.
 */
async function* takeAll(
  { queue, watch, signal }: WorkOptions,
  onIdle: () => Promise<void>,
): AsyncGenerator<TakenBatch | null> {
  while (!signal?.aborted) {
    const taken = await queue.take();
    if (taken !== null) yield { taken, found: taken.pages };
    else {
      // What is in hand is written first: it is open too.
      yield null;
      const open = await queue.countOpen();
      await onIdle();
      if (!watch && open === 0) return;
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

const GIVEN_UP =
  'Each worker that took it failed or died: standard error of the workers says why. Ingest it again when that is mended.';

/** Quarantines pages that were given up, but those that came into the graph or have a reason already. */
async function quarantineGivenUp(database: Database, queue: PageQueue): Promise<IngestResult[]> {
  const results: IngestResult[] = [];
  for (let job = await queue.takeGivenUp(); job !== null; job = await queue.takeGivenUp()) {
    for (const { name, bytes } of job.pages)
      if (!(await isKept(database, bytes))) {
        const error = new XiezuoError('DOCUMENT_GIVEN_UP', GIVEN_UP);
        results.push(...(await ingestPrepared(database, [{ name, error, bytes }])));
      }
    await queue.finishGivenUp(job);
  }
  return results;
}

/**
 * Takes pages out of a queue into the graph until it is empty. Any number of workers may do so at a time.
 *
 * A worker that dies leaves no page half written, and the pages that it had come back. Those that come back too often are
 * quarantined: of each page it is told what became of it.
 */
export async function workQueue(
  database: Database,
  options: WorkOptions,
  onProgress: OnProgress = () => undefined,
): Promise<IngestSummary> {
  const { queue } = options;
  const total = await queue.countOpen();
  let summary = NOTHING_INGESTED;
  let done = 0;
  const tell = (results: readonly IngestResult[], share: number | null) => {
    for (const result of results) {
      summary = addSummaries(summary, summarise(result));
      done += 1;
      onProgress({ done, share, result });
    }
  };
  const finish = async (taken: TakenPages, prepared: readonly PreparedDocument[]) => {
    const results = await write(database, taken, prepared);
    await queue.finish(taken);
    const share = total === 0 ? null : Math.max(0, 1 - (await queue.countOpen()) / total);
    tell(results, share);
  };
  const onIdle = async () => tell(await quarantineGivenUp(database, queue), null);
  const batches = withEmpty(takeAll(options, onIdle));
  await ingestBatches(database, batches, async ({ taken }, prepared) => {
    if (taken === null) return;
    try {
      await finish(taken, prepared);
    } catch (error) {
      options.onFault?.(error);
      await queue.giveBack(taken, String(error));
    }
  });
  return summary;
}

/** A batch of nothing lets the one before it be written. */
async function* withEmpty(batches: AsyncIterable<TakenBatch | null>) {
  for await (const batch of batches) yield batch ?? { taken: null, found: [] };
}
