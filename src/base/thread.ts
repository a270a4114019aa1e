import { fileURLToPath } from 'node:url';
import type { MessagePort } from 'node:worker_threads';
import { Piscina } from 'piscina';

/** How a thread is run. */
export interface ThreadOptions {
  /** What it runs: an entry of scripts/bundle-sources.mjs, whose exports are the tasks. */
  readonly entry: string;
  /** Milliseconds after which it ends where it has nothing to do; null: it stays. */
  readonly idleTimeoutMs: number | null;
  /** The most megabytes of its heap: a task that needs more ends it. */
  readonly heapMb: number;
  /** What the thread finds as `workerData`. */
  readonly data?: unknown;
}

/** What goes with a task. */
export interface TaskOptions {
  /** Ends the thread, and with it the task. */
  readonly signal?: AbortSignal;
  readonly transferList?: readonly MessagePort[];
}

type RunOptions = Parameters<Piscina['run']>[1];

/** The most megabytes of young objects: the engine's default, three times as much, buys no speed for texts. */
const YOUNG_MB = 8;

/** One thread beside the event loop, started when it is first needed. It keeps no process from ending. */
export class Thread {
  private readonly options: ThreadOptions;
  private pool: Piscina | null = null;
  private last: Promise<unknown> = Promise.resolve();

  constructor(options: ThreadOptions) {
    this.options = options;
  }

  /**
   * Runs the task `name` in the thread, after those that came before.
   *
   * @throws what the task throws, as a plain Error; where the signal ends it, an AbortError; where the heap is full, an Error
   * with the code ERR_WORKER_OUT_OF_MEMORY.
   */
  run<T>(name: string, task: unknown, options: TaskOptions = {}): Promise<T> {
    this.pool ??= this.start();
    const pool = this.pool;
    // Piscina's own queue would wait for ever for a thread that was ended while it holds tasks.
    const turn = this.last.then(() => {
      if (pool !== this.pool) throw new Error('The thread was closed.');
      return pool.run(task, { name, ...options } as RunOptions) as Promise<T>;
    });
    this.last = turn.catch(() => undefined);
    return turn;
  }

  /** Ends the thread with all that it was asked for; the next task starts another. */
  async close(): Promise<void> {
    const pool = this.pool;
    this.pool = null;
    await pool?.destroy();
  }

  private start(): Piscina {
    const { entry, idleTimeoutMs, heapMb, data } = this.options;
    const pool = new Piscina({
      filename: fileURLToPath(new URL(`../../dist/app/${entry}.js`, import.meta.url)),
      minThreads: idleTimeoutMs === null ? 1 : 0,
      maxThreads: 1,
      idleTimeout: idleTimeoutMs ?? Number.POSITIVE_INFINITY,
      resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: YOUNG_MB },
      // What starts this process otherwise than a thread is not to be repeated in it.
      execArgv: [],
      workerData: data,
    });
    // A thread that dies between two tasks is replaced by the next task.
    pool.on('error', () => undefined);
    return pool;
  }
}
