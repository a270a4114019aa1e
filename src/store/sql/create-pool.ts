import type { Socket } from 'node:net';
import pg from 'pg';

/** What the connections of a pool are for, and how long they may take. */
export interface PoolOptions {
  /** How many connections at most. */
  readonly size: number;
  /** Milliseconds after which it is given up to open one, or to wait for one. */
  readonly connectTimeoutMs: number;
  /** Milliseconds after which the server ends a statement; 0: never. Only where connections keep their settings. */
  readonly statementTimeoutMs: number;
  /** Milliseconds after which a connection in use of which nothing is heard is destroyed; 0: never. */
  readonly silenceTimeoutMs: number;
}

/**
 * Settings of all connections. Compiling a nested read plan costs more than it saves: the statements are wide and their rows few. Parallel
 * workers would take the cores of others, and give the rows of subselects in any order.
 */
const SETTINGS = [
  ['jit', 'off'],
  ['max_parallel_workers_per_gather', '0'],
] as const;

/** The same as SQL, for the transaction that it stands in. */
export const LOCAL_SETTINGS = SETTINGS.map(([name, value]) => `SET LOCAL ${name} = ${value}`).join('; ');

/** Milliseconds of silence after which TCP asks whether the other side is there. */
const KEEP_ALIVE_MS = 10_000;

/**
 * Makes a pool of connections; none is opened before it is needed.
 *
 * @param keepsSessions whether the server takes settings for a connection; see `keepsSessions`.
 */
export function createPool(url: string, keepsSessions: boolean, options: PoolOptions): pg.Pool {
  const { size, connectTimeoutMs, statementTimeoutMs, silenceTimeoutMs } = options;
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    connectionTimeoutMillis: connectTimeoutMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
    ...(keepsSessions && {
      statement_timeout: statementTimeoutMs,
      options: SETTINGS.map(([name, value]) => `-c ${name}=${value}`).join(' '),
    }),
  });
  // A connection that breaks while idle is dropped by the pool; the next query gets a new one or says why not.
  pool.on('error', () => undefined);
  // One that breaks between two statements of a transaction would end the process: the next statement says so.
  pool.on('connect', (client) => client.on('error', () => undefined));
  if (silenceTimeoutMs > 0) destroySilent(pool, silenceTimeoutMs);
  return pool;
}

/**
 * Destroys connections that swallow what they are sent. The driver's own `query_timeout` leaves them in use: what comes next on
 * them, such as the end of a transaction, would wait too, and then they would go back to the pool.
 */
function destroySilent(pool: pg.Pool, timeoutMs: number): void {
  const socketOf = ({ connection }: pg.PoolClient) => connection.stream as Socket;
  pool.on('connect', (client) => {
    const socket = socketOf(client);
    const silence = () => Object.assign(new Error('The database fell silent.'), { code: 'ETIMEDOUT' });
    socket.on('timeout', () => socket.destroy(silence()));
  });
  pool.on('acquire', (client) => socketOf(client).setTimeout(timeoutMs));
  pool.on('release', (_error, client) => socketOf(client).setTimeout(0));
}
