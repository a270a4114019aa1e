import { randomBytes } from 'node:crypto';
import { chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { XiezuoError } from '../../base/errors.ts';
import type { Report } from '../../base/report.ts';
import { findPostgresPrograms, type PostgresPrograms, runPostgresProgram } from './postgres-programs.ts';
import { findPostgresUser, type PostgresUser } from './postgres-user.ts';

/** Files of one PostgreSQL, and how to run its programs. */
export interface Cluster {
  /** The folder that holds all of it. */
  readonly folder: string;
  /** PostgreSQL's own folder in it. */
  readonly data: string;
  readonly programs: PostgresPrograms;
  readonly user: PostgresUser;
}

/** The account that owns everything in the cluster. */
export const ACCOUNT = 'xiezuo';

/** Where things are in the folder of a cluster. */
export const clusterPaths = (folder: string) => ({
  data: join(folder, 'postgres'),
  password: join(folder, 'postgres.password'),
  owner: join(folder, 'postgres.owner'),
  port: join(folder, 'postgres.port'),
  logs: join(folder, 'logs'),
  startLog: join(folder, 'logs', 'start.log'),
});

/** The text of a file; null where it cannot be read. */
export async function readText(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch(() => null);
}

/** Makes a folder and those above it. Not mkdir's own `recursive`, which never ends where nothing may be made (/proc). */
async function makeFolders(folder: string): Promise<void> {
  if (await stat(folder).catch(() => null)) return;
  const parent = dirname(folder);
  if (parent !== folder) await makeFolders(parent);
  await mkdir(folder);
}

async function prepareFolder(folder: string, { account }: PostgresUser): Promise<void> {
  const { logs } = clusterPaths(folder);
  try {
    await makeFolders(logs);
    await writeFile(join(folder, '.writable'), '');
    await rm(join(folder, '.writable'));
    if (account) for (const path of [folder, logs]) await chown(path, account.uid, account.gid);
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
  const { password } = clusterPaths(folder);
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
  if (exitCode !== 0)
    throw new XiezuoError(
      'DATABASE_START_FAILED',
      `No database could be made in ${folder}: ${output.trim().split('\n').at(-1)}`,
      { context: { output } },
    );
  await rename(unfinished, data);
}

/**
 * Opens the cluster of a folder; makes it where there is none.
 *
 * @throws {XiezuoError} DATA_FOLDER_NOT_WRITABLE, POSTGRES_NOT_INSTALLED, DATABASE_START_FAILED
 */
export async function openCluster(folder: string, report: Report): Promise<Cluster> {
  const user = findPostgresUser();
  const cluster = { folder, data: clusterPaths(folder).data, programs: await findPostgresPrograms(), user };
  await prepareFolder(folder, user);
  if (await stat(join(cluster.data, 'PG_VERSION')).catch(() => null)) return cluster;
  report(`Making a database in ${folder} …`);
  await createCluster(cluster);
  return cluster;
}
