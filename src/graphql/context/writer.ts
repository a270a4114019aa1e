import { createHash, timingSafeEqual } from 'node:crypto';
import type { Admission } from '../../admission/admission.ts';
import type { RequestLife } from '../../admission/request-life.ts';
import { XiezuoError } from '../../base/errors.ts';
import type { Database } from '../../store/sql/database.ts';

/** What mutations need of the app. */
export interface WriterOptions {
  readonly database: Database;
  /** Who sends it in the header `x-api-key` may change the graph; null: nobody may. */
  readonly apiKey: string | null;
}

/** A request that may want to write. */
export interface WriterRequest {
  readonly sentKey: unknown;
  readonly admission: Admission;
  readonly life: RequestLife;
}

/** Changes the graph for one request. */
export interface Writer {
  /**
   * Makes a change when its turn comes. A change that waits is given up when the client goes or its time is over; one that has begun
   * to write is finished.
   *
   * @throws {XiezuoError} MUTATIONS_DISABLED, API_KEY_WRONG, OVERLOADED and what the change throws.
   */
  write<T>(change: (database: Database) => Promise<T>): Promise<T>;
}

/** Hashes have one length, whatever was sent: comparing them says nothing of the key, not even by time. */
const hash = (text: string) => createHash('sha256').update(text).digest();

/** Whether `sent` is the key that a server expects; never where it has none. */
export function isApiKey(expected: string | null, sent: unknown): boolean {
  return expected !== null && typeof sent === 'string' && timingSafeEqual(hash(sent), hash(expected));
}

/** @throws {XiezuoError} MUTATIONS_DISABLED, API_KEY_WRONG */
function authorise(options: WriterOptions | null, sentKey: unknown): Database {
  if (options === null || options.apiKey === null)
    throw new XiezuoError('MUTATIONS_DISABLED', 'This server takes no changes: XIEZUO_API_KEY is not set.');
  if (!isApiKey(options.apiKey, sentKey))
    throw new XiezuoError('API_KEY_WRONG', 'Send the API key of this server in the header x-api-key.');
  return options.database;
}

/** Lets a request change the graph if it carries the key. */
export function createWriter(
  options: WriterOptions | null,
  { sentKey, admission, life }: WriterRequest,
): Writer {
  return {
    async write(change) {
      const database = authorise(options, sentKey);
      const { readTimeoutMs, writeTimeoutMs } = admission.settings;
      const { signal } = life;
      const until = performance.now() + writeTimeoutMs;
      // The waiting has its own limits, and what has begun is finished.
      life.stopClock();
      try {
        return await admission.writes.pass(signal, () => {
          const lockTimeoutMs = Math.max(1, Math.ceil(until - performance.now()));
          return change({ ...database, patience: { ...database.patience, lockTimeoutMs, signal } });
        });
      } finally {
        // For reading what came of it.
        life.giveTime(readTimeoutMs);
      }
    },
  };
}
