import PgBoss from 'pg-boss';
import type { RawDocument } from '../documents/stream/read-documents.ts';
import type { Database } from '../store/sql/database.ts';

/** Where pg-boss keeps its tables, what our queue is called there, and where it puts jobs that failed too often. */
const [SCHEMA, QUEUE, GIVEN_UP] = ['xiezuo_queue', 'pages', 'given_up'];

/** So many pages, or so many bytes of them, are one job: what a worker takes at a time. */
const [MAX_PAGES, MAX_BYTES] = [64, 250_000];

const TEN_YEARS_DAYS = 3_650;
const SECONDS_A_DAY = 86_400;

/** How a queue deals with jobs that are not finished. */
export interface QueueSettings {
  /** After so many seconds the worker of a job is held for dead. One that is not does no harm: a page that comes twice changes nothing. */
  readonly expireSeconds: number;
  /** How often it is looked for such jobs, by some worker. */
  readonly maintenanceSeconds: number;
  /** How often a job is tried again before it is given up. */
  readonly retryLimit: number;
}

const DEFAULTS: QueueSettings = { expireSeconds: 180, maintenanceSeconds: 30, retryLimit: 4 };

/** A page as a job holds it: all of it. */
interface QueuedPage extends Omit<RawDocument, 'bytes'> {
  readonly base64: string;
}

interface Job {
  readonly pages: readonly QueuedPage[];
}

/** Pages of a job. */
interface JobPages {
  readonly jobId: string;
  readonly pages: readonly RawDocument[];
}

/** Pages that a worker has taken. They come back unless it says what became of them. */
export interface TakenPages extends JobPages {
  /** Whether a worker took them before and did not finish. */
  readonly isRetry: boolean;
}

function toPage({ base64, ...page }: QueuedPage): RawDocument {
  return { ...page, bytes: Buffer.from(base64, 'base64') };
}

function* pack(pages: readonly RawDocument[]): Generator<QueuedPage[]> {
  let part: QueuedPage[] = [];
  let size = 0;
  for (const { bytes, ...page } of pages) {
    part.push({ ...page, base64: Buffer.from(bytes).toString('base64') });
    size += bytes.length;
    if (part.length < MAX_PAGES && size < MAX_BYTES) continue;
    yield part;
    [part, size] = [[], 0];
  }
  if (part.length > 0) yield part;
}

/** Pages that wait in PostgreSQL for workers, on this machine and on others. Nothing that is in it is lost. */
export class PageQueue {
  private readonly boss: PgBoss;

  private constructor(boss: PgBoss) {
    this.boss = boss;
  }

  /** Opens the queue of a database; makes its tables where there are none. */
  static async open({ pool }: Database, settings: Partial<QueueSettings> = {}): Promise<PageQueue> {
    const { expireSeconds, maintenanceSeconds, retryLimit } = { ...DEFAULTS, ...settings };
    const boss = new PgBoss({
      db: { executeSql: (text, values) => pool.query(text, values) },
      schema: SCHEMA,
      schedule: false,
      maintenanceIntervalSeconds: maintenanceSeconds,
      expireInSeconds: expireSeconds,
      retryLimit,
      retentionDays: TEN_YEARS_DAYS,
      archiveFailedAfterSeconds: TEN_YEARS_DAYS * SECONDS_A_DAY,
    });
    // A fault of the upkeep is one of the connection: the next statement of ours says so.
    boss.on('error', () => undefined);
    await boss.start();
    await boss.createQueue(GIVEN_UP);
    await boss.createQueue(QUEUE);
    return new PageQueue(boss);
  }

  /** Adds pages. */
  async add(pages: readonly RawDocument[]): Promise<void> {
    for (const part of pack(pages))
      await this.boss.insert([{ name: QUEUE, data: { pages: part }, deadLetter: GIVEN_UP }]);
  }

  /** Takes pages that no one else has; null where none wait. */
  async take(): Promise<TakenPages | null> {
    const [job] = await this.boss.fetch<Job>(QUEUE, { includeMetadata: true, priority: false });
    if (job === undefined) return null;
    const { id, data, retryCount } = job;
    return { jobId: id, pages: data.pages.map(toPage), isRetry: retryCount > 0 };
  }

  /** Takes pages of a job that failed too often, or whose workers died each time; null where there are none. */
  async takeGivenUp(): Promise<JobPages | null> {
    const [job] = await this.boss.fetch<Job>(GIVEN_UP, { priority: false });
    return job === undefined ? null : { jobId: job.id, pages: job.data.pages.map(toPage) };
  }

  /** Takes pages out of the queue for good. */
  async finish({ jobId }: TakenPages): Promise<void> {
    await this.boss.deleteJob(QUEUE, jobId);
  }

  /** Takes pages that were given up out of the queue for good. */
  async finishGivenUp({ jobId }: JobPages): Promise<void> {
    await this.boss.deleteJob(GIVEN_UP, jobId);
  }

  /** Gives pages back, to be tried again unless that was done too often. */
  async giveBack({ jobId }: TakenPages, reason: string): Promise<void> {
    await this.boss.fail(QUEUE, jobId, { reason });
  }

  /** How many jobs wait or are in work, with workers that may be dead. */
  countOpen(): Promise<number> {
    return this.boss.getQueueSize(QUEUE, { before: 'completed' });
  }

  /** Stops the upkeep; the connections are the database's. */
  async close(): Promise<void> {
    await this.boss.stop({ graceful: false });
  }
}
