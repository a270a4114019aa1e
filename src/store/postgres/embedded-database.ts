import { randomBytes } from 'node:crypto';
import { chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { XiezuoError } from '../../errors.ts';
import { connect, createDatabaseIfMissing } from '../database.ts';
import { findPostgresPrograms, type PostgresPrograms, runPostgresProgram } from './postgres-programs.ts';
import { findPostgresUser, type PostgresUser } from './postgres-user.ts';

/** A PostgreSQL server of our own, on this machine's loopback address. */
export interface EmbeddedDatabase {
  /** Connection string of its database `xiezuo`. */
  readonly url: string;
  /** Stops the server if this process answers for it and nobody else uses it; a server that another process started goes on. */
  stop(): Promise<void>;
}

/** All that the steps below share. */
interface Cluster {
  readonly folder: string;
  readonly data: string;
  readonly programs: PostgresPrograms;
  readonly user: PostgresUser;
}

const ACCOUNT = 'xiezuo';
const DATABASE_NAME = 'xiezuo';
const paths = (folder: string) => ({
  data: join(folder, 'postgres'),
  password: join(folder, 'postgres.password'),
  owner: join(folder, 'postgres.owner'),
  log: join(folder, 'postgres.log'),
});

async function readText(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch(() => null);
}

function failure(message: string, output: string): XiezuoError {
  const lastLine = output.trim().split('\n').at(-1) ?? '';
  return new XiezuoError('DATABASE_START_FAILED', `${message}: ${lastLine}`, { context: { output } });
}

/** Makes a folder and those above it. Not mkdir's own `recursive`, which never ends where nothing may be made (/proc). */
async function makeFolders(folder: string): Promise<void> {
  if (await stat(folder).catch(() => null)) return;
  const parent = dirname(folder);
  if (parent !== folder) await makeFolders(parent);
  await mkdir(folder);
}

async function prepareFolder(folder: string, user: PostgresUser): Promise<void> {
  try {
    await makeFolders(folder);
    await writeFile(join(folder, '.writable'), '');
    await rm(join(folder, '.writable'));
    if (user.account) await chown(folder, user.account.uid, user.account.gid);
  } catch (cause) {
    throw new XiezuoError(
      'DATA_FOLDER_NOT_WRITABLE',
      `The data folder ${folder} cannot be written: make it writable, or set XIEZUO_DATA_DIR to another folder.`,
      { context: { folder }, cause },
    );
  }
}

/** Makes the cluster in a folder beside its place and moves it there whole, so that no half of one remains. */
async function createCluster({ folder, data, programs, user }: Cluster): Promise<void> {
  const unfinished = `${data}.new`;
  const { password } = paths(folder);
  await rm(unfinished, { recursive: true, force: true });
  await writeFile(password, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (user.account) await chown(password, user.account.uid, user.account.gid);
  const args = [`--pgdata=${unfinished}`, '--encoding=UTF8', '--locale=C', '--auth=scram-sha-256'];
  const { exitCode, output } = await runPostgresProgram(user, programs.initdb, [
    ...args,
    `--username=${ACCOUNT}`,
    `--pwfile=${password}`,
    '--no-instructions',
  ]);
  if (exitCode !== 0) throw failure(`No database could be made in ${folder}`, output);
  await rename(unfinished, data);
}

function findFreePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** The port of the server that runs on this cluster, null where none runs. */
async function findRunningPort({ data, programs, user }: Cluster): Promise<number | null> {
  const { exitCode } = await runPostgresProgram(user, programs.pg_ctl, ['status', '-D', data]);
  if (exitCode !== 0) return null;
  // Line 4 of postmaster.pid is the port: https://www.postgresql.org/docs/current/storage-file-layout.html
  const port = Number((await readText(join(data, 'postmaster.pid')))?.split('\n')[3]);
  return Number.isInteger(port) && port > 0 ? port : null;
}

async function startServer({ folder, data, programs, user }: Cluster): Promise<number> {
  const port = await findFreePort();
  const settings = [`-p ${port}`, '-c listen_addresses=127.0.0.1', "-c unix_socket_directories=''"];
  const args = ['start', '-w', '-t', '60', '-D', data, '-l', paths(folder).log, '-o', settings.join(' ')];
  const { exitCode, output } = await runPostgresProgram(user, programs.pg_ctl, args);
  if (exitCode !== 0)
    throw failure(`The database in ${folder} did not start (see ${paths(folder).log})`, output);
  return port;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Whether this process answers for the server: it started it, or the process that did is gone. */
async function claimServer(folder: string, startedByUs: boolean): Promise<boolean> {
  const { owner } = paths(folder);
  const pid = Number(await readText(owner));
  if (!startedByUs && pid > 0 && pid !== process.pid && isAlive(pid)) return false;
  await writeFile(owner, String(process.pid));
  return true;
}

/** How often, and after how many milliseconds again, it is asked who is connected: a connection that was just closed may linger. */
const [CLIENT_CHECKS, CLIENT_CHECK_MS] = [5, 50];

/** Whether others use the server. */
async function hasOtherClients(url: string): Promise<boolean> {
  const client = await connect(url).catch(() => null);
  if (client === null) return false;
  try {
    for (let check = 0; check < CLIENT_CHECKS; check++) {
      if (check > 0) await setTimeout(CLIENT_CHECK_MS);
      const { rowCount } = await client.query(`SELECT FROM pg_stat_activity
        WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`);
      if (rowCount === 0) return false;
    }
    return true;
  } finally {
    await client.end();
  }
}

async function openCluster(folder: string): Promise<Cluster> {
  const user = findPostgresUser();
  const cluster = { folder, data: paths(folder).data, programs: await findPostgresPrograms(), user };
  await prepareFolder(folder, user);
  const exists = await stat(join(cluster.data, 'PG_VERSION')).catch(() => null);
  if (!exists) await createCluster(cluster);
  return cluster;
}

/**
 * Starts a real PostgreSQL in a folder, or joins the one that runs there already.
 *
 * The server listens on a free port of the loopback address only, with a password of its own. It outlives a
 * killed process; the next one to come finds it and answers for it from then on.
 *
 * @param dataFolder holds the cluster, its log and its password; made where it does not exist.
 * @throws {XiezuoError} DATA_FOLDER_NOT_WRITABLE, POSTGRES_NOT_INSTALLED, DATABASE_START_FAILED
 */
export async function startEmbeddedDatabase(dataFolder: string): Promise<EmbeddedDatabase> {
  const folder = resolve(dataFolder);
  const cluster = await openCluster(folder);
  const running = await findRunningPort(cluster);
  const port = running ?? (await startServer(cluster));
  const ours = await claimServer(folder, running === null);
  const password = (await readText(paths(folder).password)) ?? '';
  const server = `postgresql://${ACCOUNT}:${password}@127.0.0.1:${port}`;
  await createDatabaseIfMissing(`${server}/postgres`, DATABASE_NAME);
  return {
    url: `${server}/${DATABASE_NAME}`,
    async stop() {
      // Whoever is last stops it: the process that started it may have ended before those that joined it.
      if (!ours && !(await claimServer(folder, false))) return;
      if (await hasOtherClients(`${server}/postgres`)) return;
      const args = ['stop', '-w', '-m', 'fast', '-D', cluster.data];
      await runPostgresProgram(cluster.user, cluster.programs.pg_ctl, args);
    },
  };
}
