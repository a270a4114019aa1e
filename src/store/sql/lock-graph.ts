import { type Kysely, sql } from 'kysely';
import { XiezuoError } from '../../base/errors.ts';
import type { DB } from '../../generated/kysely/database.ts';
import type { Database, Patience } from './database.ts';
import { databaseCode } from './database-code.ts';

/** Any number will do, so long as all writers take the same, the function `graph_moment` of the database too; migrating has another. */
export const WRITE_LOCK = 0x78_7a_02;

/** SQLSTATEs of a lock that was waited for too long, and of a statement that was ended. */
const WAITED: ReadonlySet<unknown> = new Set(['55P03', '57014']);

/** The error of one who waited too long to write. */
const writersBusy = () => new XiezuoError('OVERLOADED', 'Others are writing to the graph: try again later.');

/** Gives a transaction its limits, and what holds for reading in it. Gives the process that serves it. */
async function setLimits(kysely: Kysely<DB>, { lockTimeoutMs, statementTimeoutMs }: Patience) {
  const set = (name: string, value: string) => sql`set_config(${name}, ${value}, true)`;
  const settings = [
    set('lock_timeout', String(lockTimeoutMs)),
    set('statement_timeout', String(statementTimeoutMs)),
    set('jit', 'off'),
  ];
  const { rows } = await sql<{ pid: number }>`SELECT pg_backend_pid() AS pid, ${sql.join(settings)}`.execute(
    kysely,
  );
  return rows[0]?.pid ?? 0;
}

/**
 * Makes this transaction the only one that writes to the graph until it ends: two that resolve at once would not see
 * each other's entities and make them twice.
 *
 * @param database says how long that may be waited for.
 * @throws {XiezuoError} OVERLOADED where others hold the lock for longer; the reason of the signal that ends the waiting.
 */
export async function lockGraph(
  kysely: Kysely<DB>,
  { pool, patience }: Pick<Database, 'pool' | 'patience'>,
): Promise<void> {
  const { signal } = patience;
  const pid = await setLimits(kysely, patience);
  signal?.throwIfAborted();
  let cancelling: Promise<unknown> | undefined;
  const cancel = () => {
    cancelling = pool.query('SELECT pg_cancel_backend($1)', [pid]).catch(() => undefined);
  };
  signal?.addEventListener('abort', cancel, { once: true });
  try {
    await sql`SELECT FROM pg_advisory_xact_lock(${WRITE_LOCK})`.execute(kysely);
  } catch (error) {
    if (!signal?.aborted) throw WAITED.has(databaseCode(error)) ? writersBusy() : error;
  } finally {
    signal?.removeEventListener('abort', cancel);
    // Before the transaction ends: what came later would end another one's statement.
    await cancelling;
  }
  signal?.throwIfAborted();
}
