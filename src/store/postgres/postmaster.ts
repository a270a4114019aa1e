import { readFileSync, realpathSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Report } from '../../base/report.ts';
import { hasProcess, inspectProcess } from './inspect-process.ts';

/** The first process of a PostgreSQL that runs. */
export interface Postmaster {
  readonly pid: number;
  /** Null until it has written it down. */
  readonly port: number | null;
  readonly isStopping: boolean;
}

const pidFile = (data: string) => join(data, 'postmaster.pid');

function readPidFile(data: string): string | null {
  try {
    return readFileSync(pidFile(data), 'utf8');
  } catch {
    return null;
  }
}

/** Whether a process is the PostgreSQL of this data folder, as far as the system tells. */
function isPostmaster(pid: number, data: string): boolean {
  const facts = inspectProcess(pid);
  if (facts === null) return false;
  const { args, folder } = facts;
  if (args === null) return true;
  if (!/^postgres(\.exe)?$/.test(basename(args[0] ?? ''))) return false;
  return args.includes(data) || folder === data || folder === realpathSync(data);
}

/**
 * Finds the PostgreSQL that runs on a data folder; null where none does, whatever a pid file left by a crash says.
 *
 * @see https://www.postgresql.org/docs/current/storage-file-layout.html for the lines of postmaster.pid
 */
export function findPostmaster(data: string): Postmaster | null {
  const lines = readPidFile(data)?.split('\n') ?? [];
  const pid = Number(lines[0]);
  if (!isPostmaster(pid, data)) return null;
  return { pid, port: Number(lines[3]) || null, isStopping: lines[7]?.trim() === 'stopping' };
}

/**
 * Takes away a pid file that names a process which is not this PostgreSQL: after a crash and a new start of the machine or the
 * container any process may have its number, and PostgreSQL would take it for itself and refuse to start.
 */
export async function removeStalePidFile(data: string, report: Report): Promise<void> {
  const text = readPidFile(data);
  const pid = Number(text?.split('\n')[0]);
  // One whose process is gone PostgreSQL replaces by itself.
  if (text === null || !(pid > 0) || !hasProcess(pid) || isPostmaster(pid, data)) return;
  // Another process may have started the server meanwhile.
  if (readPidFile(data) !== text) return;
  await rm(pidFile(data), { force: true });
  const stranger = inspectProcess(pid);
  if (stranger === null) return;
  const name = basename(stranger.args?.[0] ?? '') || 'of the system';
  report(
    `Removed ${pidFile(data)}, which a crash had left: process ${pid} (${name}) is not this PostgreSQL.`,
  );
}

/** Tells the PostgreSQL of a data folder to end, and does not wait for it; for a process that is itself ending. */
export function endPostmaster(data: string): void {
  const running = findPostmaster(data);
  if (running === null) return;
  try {
    // "Fast shutdown": https://www.postgresql.org/docs/current/server-shutdown.html
    process.kill(running.pid, 'SIGINT');
  } catch {
    // It has ended by itself.
  }
}
