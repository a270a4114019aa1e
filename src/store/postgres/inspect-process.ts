import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';

/** What can be told of a process. */
export interface ProcessFacts {
  /** Of this process alone: no other one that gets the same pid later has it. */
  readonly identity: string;
  /** Its command line, word by word where the system keeps it so; null where it is not told. */
  readonly args: readonly string[] | null;
  /** The folder that it runs in; null where that is not told. */
  readonly folder: string | null;
}

/** Whether a process has this pid, be it that it has ended and nobody has taken note of it: what PostgreSQL asks, too. */
export function hasProcess(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

/** Place of the time of the start among the fields after the name. https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
const START_TIME = 19;

function readProc(pid: number): ProcessFacts | 'ended' | null {
  const stat = attempt(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  const boot = attempt(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim());
  if (stat === null || boot === null) return null;
  // The name stands in parentheses and may itself hold some.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields[0] === 'Z' || fields[0] === 'X') return 'ended';
  return {
    identity: `${boot}:${fields[START_TIME]}`,
    args: attempt(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')),
    folder: attempt(() => readlinkSync(`/proc/${pid}/cwd`)),
  };
}

function askPs(pid: number): ProcessFacts | null {
  const ask = (column: string) =>
    attempt(() => execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' }).trim());
  const [identity, command] = [ask('lstart'), ask('command')];
  return identity && command ? { identity, args: command.split(' '), folder: null } : null;
}

/** Tells what is known of a process; null where there is none, or one that has ended and only waits to be taken note of. */
export function inspectProcess(pid: number): ProcessFacts | null {
  if (!(pid > 0) || !hasProcess(pid)) return null;
  const facts = readProc(pid) ?? askPs(pid) ?? { identity: 'unknown', args: null, folder: null };
  return facts === 'ended' ? null : facts;
}
