import { rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { XiezuoError } from '../../base/errors.ts';
import type { Report } from '../../base/report.ts';
import { type Cluster, clusterPaths, readText } from './cluster.ts';
import { runPostgresProgram } from './postgres-programs.ts';
import { findPostmaster, removeStalePidFile } from './postmaster.ts';
import { describeFullDisk, findLastFault, LOG_SETTINGS, pruneLogs } from './server-logs.ts';

/**
 * Settings of every start. After a crash PostgreSQL syncs each of its thousand files, for seconds, unless it may ask the system to
 * sync all at once.
 *
 * @see https://www.postgresql.org/docs/current/runtime-config-error-handling.html
 */
const SETTINGS: readonly string[] = [
  'listen_addresses=127.0.0.1',
  "unix_socket_directories=''",
  ...(process.platform === 'linux' ? ['recovery_init_sync_method=syncfs'] : []),
  ...LOG_SETTINGS,
];

/** The port itself where it is free, else one that the system chooses; null where it is taken. */
function takePort(port: number): Promise<number | null> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', () => done(null));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : null));
    });
  });
}

/** The port of the last time where it is free: who knew the server goes on knowing it. */
async function choosePort(folder: string): Promise<number> {
  const last = Number(await readText(clusterPaths(folder).port));
  return (last > 0 ? await takePort(last) : null) ?? (await takePort(0)) ?? 0;
}

async function startFailure(cluster: Cluster, output: string, sinceMs: number): Promise<XiezuoError> {
  const { folder } = cluster;
  const said = await findLastFault(cluster, sinceMs);
  const reason = said || output.trim().split('\n').at(-1) || 'it said nothing';
  const advice = (await describeFullDisk(folder)) || `Its log is in ${clusterPaths(folder).logs}.`;
  return new XiezuoError(
    'DATABASE_START_FAILED',
    `The database in ${folder} did not start: ${reason.replace(/\.$/, '')}. ${advice}`,
    { context: { output } },
  );
}

/**
 * Starts the PostgreSQL of a cluster, which must not run. It may still be recovering from a crash when this returns.
 *
 * @param wantedPort where it must listen; null where any port will do.
 * @returns whether it was this process that started it: another one may have been faster.
 * @throws {XiezuoError} DATABASE_START_FAILED with PostgreSQL's own last word.
 */
export async function startPostmaster(
  cluster: Cluster,
  wantedPort: number | null,
  report: Report,
): Promise<boolean> {
  const { folder, data, programs, user } = cluster;
  const { port: portFile, startLog } = clusterPaths(folder);
  const port = wantedPort ?? (await choosePort(folder));
  await removeStalePidFile(data, report);
  await rm(startLog, { force: true });
  await pruneLogs(cluster);
  const options = [`port=${port}`, ...SETTINGS].map((setting) => `-c ${setting}`).join(' ');
  const sinceMs = Date.now();
  const args = ['start', '-w', '-t', '60', '-D', data, '-l', startLog, '-o', options];
  const { exitCode, output } = await runPostgresProgram(user, programs.pg_ctl, args);
  // Where it failed the server may run all the same: recovery takes longer than the program waits, or another process was faster.
  if (findPostmaster(data) === null) throw await startFailure(cluster, output, sinceMs);
  if (exitCode === 0) await writeFile(portFile, String(port)).catch(() => undefined);
  return exitCode === 0;
}

/** Stops the PostgreSQL of a cluster and waits until it has ended. */
export async function stopPostmaster({ data, programs, user }: Cluster): Promise<void> {
  await runPostgresProgram(user, programs.pg_ctl, ['stop', '-w', '-m', 'fast', '-D', data]);
}
