import pg from 'pg';
import { XiezuoError } from '../../base/errors.ts';
import { cancelStatement } from './cancel-statement.ts';
import { LOCAL_SETTINGS } from './create-pool.ts';
import type { ReadDatabase } from './database.ts';
import { isUnreachable } from './is-unreachable.ts';

/** Milliseconds that a server has to end a statement that is cancelled. */
const CANCEL_TIMEOUT_MS = 2_000;

/**
 * Runs one statement that reads.
 *
 * When `signal` aborts, the statement is cancelled, and this ends only when the connection is free again; one on which nothing is
 * heard any more is destroyed.
 *
 * @throws `signal.reason`; {XiezuoError} DATABASE_UNAVAILABLE where the server does not answer in time; what the driver throws.
 */
export async function runStatement<R extends pg.QueryResultRow>(
  database: ReadDatabase,
  statement: pg.QueryConfig,
  signal: AbortSignal,
): Promise<pg.QueryResult<R>> {
  const client = await database.pool.connect();
  try {
    signal.throwIfAborted();
    const result = await settle(client, send<R>(client, { database, statement, signal }), signal);
    client.release();
    return result;
  } catch (error) {
    client.release(!(error === signal.reason || isAboutStatement(error)));
    throw error;
  }
}

/** Whether the server said it of a statement, which leaves the connection whole. */
export const isAboutStatement = (error: unknown) =>
  error instanceof pg.DatabaseError && !isUnreachable(error);

/** Sends the statement; where the server keeps no settings, in a transaction that has its own. */
async function send<R extends pg.QueryResultRow>(
  client: pg.PoolClient,
  { database, statement, signal }: { database: ReadDatabase; statement: pg.QueryConfig; signal: AbortSignal },
): Promise<pg.QueryResult<R>> {
  const { keepsSessions, statementTimeoutMs } = database;
  if (keepsSessions) return client.query<R>(statement);
  const settings = `SET LOCAL statement_timeout = ${statementTimeoutMs}; ${LOCAL_SETTINGS}`;
  await client.query(`BEGIN READ ONLY; ${settings}`);
  try {
    signal.throwIfAborted();
    const result = await client.query<R>(statement);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

/** Waits for a statement to end; by itself, or cancelled. */
function settle<T>(client: pg.PoolClient, running: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((done, fail) => {
    const onAbort = () => {
      const silent = setTimeout(() => fail(unavailable()), CANCEL_TIMEOUT_MS);
      // Both: a request to cancel that comes late would end what the connection runs next.
      Promise.allSettled([running, cancelStatement(client, CANCEL_TIMEOUT_MS)]).then(() => {
        clearTimeout(silent);
        fail(signal.reason);
      });
    };
    const finish = (end: () => void) => {
      if (signal.aborted) return;
      signal.removeEventListener('abort', onAbort);
      end();
    };
    signal.addEventListener('abort', onAbort, { once: true });
    running.then(
      (value) => finish(() => done(value)),
      (error: unknown) => finish(() => fail(error)),
    );
  });
}

const unavailable = () => new XiezuoError('DATABASE_UNAVAILABLE', 'The database does not answer.');
