import { open, readdir, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { type Cluster, clusterPaths } from './cluster.ts';

/** How many files of PostgreSQL's log are kept, of 8 MB each. */
const MAX_FILES = 8;

/**
 * Settings by which PostgreSQL keeps its log in files of limited size. A statement that failed is not logged with its error: it may
 * be megabytes, and who sent it has the error.
 *
 * @see https://www.postgresql.org/docs/current/runtime-config-logging.html
 */
export const LOG_SETTINGS: readonly string[] = [
  'logging_collector=on',
  'log_directory=../logs',
  'log_filename=postgres-%Y%m%d-%H%M%S.log',
  'log_rotation_size=8MB',
  'log_rotation_age=1d',
  'log_min_error_statement=panic',
];

/** Files of the log, oldest first. */
async function listLogs(logs: string): Promise<string[]> {
  const names = await readdir(logs).catch(() => []);
  return names.filter((name) => /^postgres-\d{8}-\d{6}\.log$/.test(name)).sort();
}

/** Removes the oldest files of the log until few enough are left. */
export async function pruneLogs({ folder }: Cluster): Promise<void> {
  const { logs } = clusterPaths(folder);
  for (const name of (await listLogs(logs)).slice(0, -MAX_FILES)) await rm(join(logs, name), { force: true });
}

const TAIL_BYTES = 8_192;

async function readTail(path: string): Promise<string> {
  const file = await open(path).catch(() => null);
  if (file === null) return '';
  try {
    const { size } = await file.stat();
    const { buffer, bytesRead } = await file.read({
      buffer: Buffer.alloc(TAIL_BYTES),
      position: Math.max(0, size - TAIL_BYTES),
    });
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}

/** What PostgreSQL said last of why it does not run: its own words from the log; empty where it has none since that time. */
export async function findLastFault({ folder }: Cluster, sinceMs: number): Promise<string> {
  const { logs, startLog } = clusterPaths(folder);
  const newest = (await listLogs(logs)).at(-1);
  const texts: string[] = [];
  for (const path of newest === undefined ? [startLog] : [startLog, join(logs, newest)]) {
    const { mtimeMs } = (await stat(path).catch(() => null)) ?? { mtimeMs: 0 };
    if (mtimeMs >= sinceMs) texts.push(await readTail(path));
  }
  const lines = texts.join('\n').split('\n');
  const faults = lines.flatMap((line) => /\b(?:FATAL|PANIC|ERROR): +(.*)/.exec(line)?.[1] ?? []);
  return faults.at(-1) ?? lines.findLast((line) => line.trim() !== '')?.trim() ?? '';
}

/** PostgreSQL writes ahead by segments of 16 MB: with less it cannot go on for long. */
const LEAST_FREE_BYTES = 32 * 2 ** 20;

/** Says that the disk of a folder is full; empty where it is not. */
export async function describeFullDisk(folder: string): Promise<string> {
  const disk = await statfs(folder).catch(() => null);
  if (disk === null || disk.bavail * disk.bsize >= LEAST_FREE_BYTES) return '';
  const free = Math.floor((disk.bavail * disk.bsize) / 2 ** 20);
  return `Only ${free} MB are free on the disk of ${folder}: free space there.`;
}
