import { setTimeout } from 'node:timers/promises';
import type pg from 'pg';
import { XiezuoError } from '../../base/errors.ts';
import type { Report } from '../../base/report.ts';
import { connect } from '../sql/database.ts';
import { ACCOUNT, type Cluster, clusterPaths, readText } from './cluster.ts';
import type { Ownership } from './ownership.ts';
import { findPostmaster } from './postmaster.ts';
import { startPostmaster } from './start-postmaster.ts';

/** A PostgreSQL of ours: its files, who answers for it, and who is told about it. */
export interface Server {
  readonly cluster: Cluster;
  readonly ownership: Ownership;
  readonly report: Report;
}

/** The server on a port, with a connection that was opened to it. */
export interface Reached {
  readonly port: number;
  readonly client: pg.Client;
  /** Resolves when the connection has ended, whoever ended it. */
  readonly ended: Promise<void>;
}

/** Milliseconds between two looks at a server that is starting or stopping. */
const LOOK_MS = 100;

/** How long a server that is stopping is waited for, in milliseconds, before it is taken to hang. */
const STOPPING_MS = 60_000;

/** Connection string of a database of the server, but for its name. */
export async function serverUrl({ folder }: Cluster, port: number): Promise<string> {
  const password = (await readText(clusterPaths(folder).password)) ?? '';
  return `postgresql://${ACCOUNT}:${password}@127.0.0.1:${port}`;
}

/** The port of the server that runs, once it has said so; null where none runs, or not any longer. */
async function findPort({ data }: Cluster): Promise<number | null> {
  const deadline = Date.now() + STOPPING_MS;
  for (;;) {
    const running = findPostmaster(data);
    if (running === null) return null;
    if (running.port !== null && (!running.isStopping || Date.now() > deadline)) return running.port;
    await setTimeout(LOOK_MS);
  }
}

/** Starts the server, if this process may: another one that answers for it is not to be got ahead of. */
async function start({ cluster, ownership, report }: Server, wantedPort: number | null): Promise<void> {
  const other = wantedPort === null ? null : await ownership.findOther();
  if (other !== null)
    throw new XiezuoError(
      'DATABASE_START_FAILED',
      `The database in ${cluster.folder} is down; process ${other} has to start it.`,
    );
  report(`Starting PostgreSQL in ${cluster.folder} …`);
  if (await startPostmaster(cluster, wantedPort, report)) await ownership.take();
}

/** Opens a connection; waits, however long it takes, for a server that recovers from a crash. */
async function openConnection({ cluster, report }: Server, port: number): Promise<pg.Client> {
  const url = `${await serverUrl(cluster, port)}/postgres`;
  for (;;) {
    try {
      return await connect(url);
    } catch (cause) {
      const isStarting = ((cause as Error).cause as { code?: unknown })?.code === '57P03';
      if (!isStarting || findPostmaster(cluster.data) === null) throw unreachable(cluster, cause);
      report(`PostgreSQL in ${cluster.folder} is still recovering from a crash …`);
    }
  }
}

function unreachable({ folder, data }: Cluster, cause: unknown): XiezuoError {
  const { message } = ((cause as Error).cause ?? cause) as Error;
  const running = findPostmaster(data);
  const advice =
    running === null
      ? `It has ended; its log is in ${clusterPaths(folder).logs}.`
      : `It runs as process ${running.pid}; its log is in ${clusterPaths(folder).logs}.`;
  return new XiezuoError(
    'DATABASE_START_FAILED',
    `The database in ${folder} does not answer (${message}). ${advice}`,
    { cause },
  );
}

function assertPort({ folder }: Cluster, port: number | null, wantedPort: number | null): void {
  if (wantedPort === null || port === wantedPort) return;
  throw new XiezuoError(
    'DATABASE_START_FAILED',
    `The database in ${folder} runs on port ${port} now, not on ${wantedPort}: start this process again.`,
  );
}

/**
 * Connects to the PostgreSQL of a cluster, and starts it before where it does not run.
 *
 * @param wantedPort where those that use it know it; null where nobody does yet, and any process may start it.
 * @throws {XiezuoError} DATABASE_START_FAILED
 */
export async function reachServer(server: Server, wantedPort: number | null): Promise<Reached> {
  const { cluster, ownership } = server;
  const running = await findPort(cluster);
  if (running === null) await start(server, wantedPort);
  else if (wantedPort === null) server.report(`Using the PostgreSQL that runs in ${cluster.folder}.`);
  const port = running ?? (await findPort(cluster)) ?? 0;
  assertPort(cluster, port, wantedPort);
  try {
    const client = await openConnection(server, port);
    const ended = new Promise<void>((done) => client.once('end', done));
    await ownership.claim();
    return { port, client, ended };
  } catch (error) {
    // The process that ran it may just have stopped it.
    if (running !== null && findPostmaster(cluster.data) === null) return reachServer(server, wantedPort);
    throw error;
  }
}
