import { createHash, timingSafeEqual } from 'node:crypto';
import { XiezuoError } from '../errors.ts';
import type { Database } from '../store/database.ts';

/** What mutations need of the app. */
export interface WriterOptions {
  readonly database: Database;
  /** Who sends it in the header `x-api-key` may change the graph; null: nobody may. */
  readonly apiKey: string | null;
}

/** The database for one request's mutations. */
export interface Writer {
  /** @throws {XiezuoError} MUTATIONS_DISABLED, API_KEY_WRONG */
  authorise(): Database;
}

/** Hashes have one length, whatever was sent: comparing them says nothing of the key, not even by time. */
const hash = (text: string) => createHash('sha256').update(text).digest();

/** Whether `sent` is the key that a server expects; never where it has none. */
export function isApiKey(expected: string | null, sent: unknown): boolean {
  return expected !== null && typeof sent === 'string' && timingSafeEqual(hash(sent), hash(expected));
}

/** Lets a request change the graph if it carries the key. */
export function createWriter(options: WriterOptions | null, sentKey: unknown): Writer {
  return {
    authorise() {
      if (options === null || options.apiKey === null)
        throw new XiezuoError(
          'MUTATIONS_DISABLED',
          'This server takes no changes: XIEZUO_API_KEY is not set.',
        );
      if (!isApiKey(options.apiKey, sentKey))
        throw new XiezuoError('API_KEY_WRONG', 'Send the API key of this server in the header x-api-key.');
      return options.database;
    },
  };
}
