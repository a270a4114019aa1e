import { PrismaPg } from '@prisma/adapter-pg';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { XiezuoError } from '../../base/errors.ts';
import type { DB } from '../../generated/kysely/database.ts';
import { type Prisma, PrismaClient } from '../../generated/prisma/client.ts';
import { createPool } from './create-pool.ts';
import { describeUrl, isUrlEscaped } from './database-url.ts';
import { keepsSessions } from './keeps-sessions.ts';

/** What runs inside one of Prisma's transactions. */
export type Transaction = Prisma.TransactionClient;

/** What reads need of a database. */
export interface ReadDatabase {
  readonly pool: pg.Pool;
  readonly kysely: Kysely<DB>;
  /** Whether connections keep prepared statements and settings; see `keepsSessions`. */
  readonly keepsSessions: boolean;
  /** Milliseconds after which the server ends a statement. */
  readonly statementTimeoutMs: number;
}

/** How long one who writes waits for others who do. */
export interface Patience {
  /** Milliseconds to wait for the graph's lock; 0: however long it takes. */
  readonly lockTimeoutMs: number;
  /** Milliseconds for each statement after that; 0: any. */
  readonly statementTimeoutMs: number;
  /** Ends the waiting, but not the writing. */
  readonly signal?: AbortSignal;
}

/** The pools of connections of a database, and the two ways to use them: Kysely reads, and writes in bulk; Prisma writes single rows. */
export interface Database {
  /** For all that writes, and for reading on the way. */
  readonly pool: pg.Pool;
  readonly kysely: Kysely<DB>;
  readonly prisma: PrismaClient;
  /** For those who only read, so that they never wait for writers. */
  readonly reads: ReadDatabase;
  /** One connection, which nothing else takes, to ask whether the database answers. */
  readonly health: pg.Pool;
  readonly patience: Patience;
  /** Waits for running statements and closes the pools. */
  close(): Promise<void>;
}

/** How many connections read, and how long what may take. */
export interface DatabaseLimits {
  readonly readConnections: number;
  readonly readTimeoutMs: number;
  /** For waiting to write, and for each statement that does; 0: however long it takes. */
  readonly writeTimeoutMs: number;
}

/** Those of the command line: nobody waits for it. */
const DEFAULT_LIMITS: DatabaseLimits = { readConnections: 10, readTimeoutMs: 30_000, writeTimeoutMs: 0 };

const CONNECT_TIMEOUT_MS = 5_000;
const HEALTH_TIMEOUT_MS = 2_000;
const WRITE_STATEMENT_TIMEOUT_MS = 30_000;
const WRITE_CONNECTIONS = 10;

/** Milliseconds more than a statement may take, after which its connection is held for dead. */
const GRACE_MS = 5_000;

/** Milliseconds between two tries to reach a server that is just starting. */
const RETRY_MS = 200;

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

/** Asks a database that is there what its connections keep. @throws {XiezuoError} DATABASE_UNREACHABLE */
async function probe(url: string): Promise<boolean> {
  const client = await connect(url);
  try {
    return await keepsSessions(client);
  } finally {
    await client.end();
  }
}

/** The pools of a database. */
function createPools(
  url: string,
  keeps: boolean,
  { readConnections, readTimeoutMs, writeTimeoutMs }: DatabaseLimits,
) {
  const common = { connectTimeoutMs: CONNECT_TIMEOUT_MS, silenceTimeoutMs: 0 };
  const health = { size: 1, connectTimeoutMs: HEALTH_TIMEOUT_MS, silenceTimeoutMs: HEALTH_TIMEOUT_MS };
  return {
    // What reads is cancelled in time by those who wait for it.
    reads: createPool(url, keeps, { ...common, size: readConnections, statementTimeoutMs: readTimeoutMs }),
    writes: createPool(url, keeps, {
      ...common,
      size: WRITE_CONNECTIONS,
      statementTimeoutMs: WRITE_STATEMENT_TIMEOUT_MS,
      silenceTimeoutMs:
        writeTimeoutMs === 0 ? 0 : Math.max(writeTimeoutMs, WRITE_STATEMENT_TIMEOUT_MS) + GRACE_MS,
    }),
    health: createPool(url, keeps, { ...health, statementTimeoutMs: HEALTH_TIMEOUT_MS }),
  };
}

const kyselyOn = (pool: pg.Pool) => new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });

/**
 * Opens a PostgreSQL database, directly or through a pooler.
 *
 * @param url `postgresql://user:password@host:port/name`; the database must exist.
 * @throws {XiezuoError} DATABASE_UNREACHABLE within some 5 s.
 */
export async function openDatabase(url: string, limits: DatabaseLimits = DEFAULT_LIMITS): Promise<Database> {
  const keeps = await probe(url);
  const { reads, writes, health } = createPools(url, keeps, limits);
  return {
    pool: writes,
    kysely: kyselyOn(writes),
    prisma: new PrismaClient({ adapter: new PrismaPg(writes) }),
    reads: {
      pool: reads,
      kysely: kyselyOn(reads),
      keepsSessions: keeps,
      statementTimeoutMs: limits.readTimeoutMs,
    },
    health,
    patience: { lockTimeoutMs: limits.writeTimeoutMs, statementTimeoutMs: limits.writeTimeoutMs },
    async close() {
      await Promise.all([reads, writes, health].map((pool) => pool.end()));
    },
  };
}
