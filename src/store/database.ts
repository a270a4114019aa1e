import { PrismaPg } from '@prisma/adapter-pg';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { XiezuoError } from '../errors.ts';
import type { DB } from '../generated/kysely/database.ts';
import { type Prisma, PrismaClient } from '../generated/prisma/client.ts';
import { describeUrl, isUrlEscaped } from './database-url.ts';

/** What runs inside one of Prisma's transactions. */
export type Transaction = Prisma.TransactionClient;

/** One pool of connections, and the two ways to use it: Kysely reads, and writes in bulk; Prisma writes single rows. */
export interface Database {
  readonly pool: pg.Pool;
  readonly kysely: Kysely<DB>;
  readonly prisma: PrismaClient;
  /** Waits for running statements and closes the pool. */
  close(): Promise<void>;
}

const CONNECT_TIMEOUT_MS = 5_000;
const STATEMENT_TIMEOUT_MS = 30_000;
const POOL_SIZE = 10;

/** Milliseconds between two tries to reach a server that is just starting. */
const RETRY_MS = 200;

function createPool(url: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: POOL_SIZE,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    // Compiling a nested read plan costs more than it saves: the statements are wide and their rows few.
    options: '-c jit=off',
  });
  // A connection that breaks while idle is dropped by the pool; the next query gets a new one or says why not.
  pool.on('error', () => undefined);
  // One that breaks between two statements of a transaction would end the process: the next statement says so.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** Errors that end by themselves: the server is starting up or going down. */
const isPassing = (error: unknown) => (error as { code?: string }).code === '57P03';

async function connectOnce(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
}

/**
 * Opens one connection, waiting for a server that is just starting.
 *
 * @throws {XiezuoError} DATABASE_UNREACHABLE within some 5 s.
 */
export async function connect(url: string): Promise<pg.Client> {
  const deadline = Date.now() + CONNECT_TIMEOUT_MS;
  for (;;) {
    try {
      return await connectOnce(url);
    } catch (cause) {
      if (isPassing(cause) && Date.now() < deadline) {
        await new Promise((done) => setTimeout(done, RETRY_MS));
        continue;
      }
      const reason = isUrlEscaped(url)
        ? (cause as Error).message || String((cause as { code?: unknown }).code)
        : 'its user or password holds characters that must be escaped';
      throw new XiezuoError(
        'DATABASE_UNREACHABLE',
        `The database ${describeUrl(url)} cannot be reached (${reason}): check DATABASE_URL and that the server runs.`,
        { cause },
      );
    }
  }
}

/**
 * Makes a database on a server where there is none of that name.
 *
 * @param url of any other database of the server.
 * @throws {XiezuoError} DATABASE_UNREACHABLE
 */
export async function createDatabaseIfMissing(url: string, name: string): Promise<void> {
  const client = await connect(url);
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

/**
 * Opens a PostgreSQL database.
 *
 * @param url `postgresql://user:password@host:port/name`; the database must exist.
 * @throws {XiezuoError} DATABASE_UNREACHABLE within some 5 s.
 */
export async function openDatabase(url: string): Promise<Database> {
  await (await connect(url)).end();
  const pool = createPool(url);
  return {
    pool,
    kysely: new Kysely<DB>({ dialect: new PostgresDialect({ pool }) }),
    prisma: new PrismaClient({ adapter: new PrismaPg(pool) }),
    close: () => pool.end(),
  };
}
