import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { addSummaries, type IngestSummary, NOTHING_INGESTED } from '../ingest/ingest-summary.ts';
import type { PageQueue } from '../queue/page-queue.ts';
import { workQueue } from '../queue/work-queue.ts';
import type { Database } from '../store/sql/database.ts';
import type { ProgressLine } from './progress-line.ts';

const MAIN = fileURLToPath(new URL('../main.mjs', import.meta.url));

/** How workers take documents from a queue. */
export interface WorkersOptions {
  readonly queue: PageQueue;
  /** How many processes, this one among them. */
  readonly workers: number;
  readonly watch: boolean;
  readonly line: ProgressLine;
}

/** What a process did that took documents from the queue, or how it died: what it had in hand comes back. */
type WorkerEnd = { readonly summary: IngestSummary } | { readonly died: string };

/** Has another process take documents from the queue. */
async function forkWorker(watch: boolean, signal: AbortSignal): Promise<WorkerEnd> {
  const child = fork(MAIN, ['work', ...(watch ? ['--watch'] : [])], {
    // It says what it could not read; how far all are is said here.
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  child.stderr?.pipe(process.stderr, { end: false });
  signal.addEventListener('abort', () => child.kill('SIGTERM'));
  let summary: IngestSummary | null = null;
  child.on('message', (message) => {
    summary = message as IngestSummary;
  });
  const [exitCode, killedBy] = await once(child, 'close');
  return summary === null ? { died: String(killedBy ?? exitCode) } : { summary };
}

/** Lets the first SIGINT or SIGTERM end the work in good order. */
function stopOnSignal(): { readonly signal: AbortSignal; readonly remove: () => void } {
  const controller = new AbortController();
  const stop = () => controller.abort();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  const remove = () => {
    process.removeListener('SIGINT', stop);
    process.removeListener('SIGTERM', stop);
  };
  return { signal: controller.signal, remove };
}

/** Takes documents from a queue with several processes until it is empty. */
export async function runWorkers(
  database: Database,
  { queue, workers, watch, line }: WorkersOptions,
): Promise<IngestSummary> {
  const { signal, remove } = stopOnSignal();
  const runOther = async () => {
    const end = await forkWorker(watch, signal);
    if (!('died' in end)) return end.summary;
    line.print(
      `a worker died (${end.died}): what it had in hand comes back, what it did before is not counted`,
    );
    return NOTHING_INGESTED;
  };
  const others = Array.from({ length: workers - 1 }, runOther);
  const onFault = (error: unknown) => line.print(`given back, to be tried again: ${String(error)}`);
  try {
    const own = await workQueue(database, { queue, watch, signal, onFault }, line.update);
    const summaries = await Promise.all(others);
    line.clear();
    return summaries.reduce(addSummaries, own);
  } finally {
    remove();
  }
}
