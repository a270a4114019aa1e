import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPostgresUser } from '../../src/store/postgres/postgres-user.ts';
import { connect } from '../../src/store/sql/database.ts';

/** Where Debian puts it. */
const PROGRAM = '/usr/sbin/pgbouncer';

/** Whether a pgbouncer is installed here; tests that need it are skipped where it is not. */
export const hasPgbouncer = existsSync(PROGRAM);

/** A pgbouncer in transaction mode before the database of a test. */
export interface Pgbouncer {
  /** The same database, through it. */
  readonly url: string;
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}

function settings(url: URL, port: number): string {
  const name = url.pathname.slice(1);
  const server = `host=${url.hostname} port=${url.port} user=${url.username} password=${url.password}`;
  return `[databases]
${name} = ${server} dbname=${name}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = 5
`;
}

async function start(folder: string): Promise<ChildProcess> {
  const { prefix, account } = findPostgresUser();
  const [command = PROGRAM, ...args] = [...prefix, PROGRAM, join(folder, 'pgbouncer.ini')];
  const child = spawn(command, args, { stdio: 'ignore', ...account });
  await once(child, 'spawn');
  return child;
}

/** Starts a pgbouncer as an operator without special wishes would: in transaction mode, with no parameter ignored. */
export async function startPgbouncer(databaseUrl: string): Promise<Pgbouncer> {
  const folder = await mkdtemp(join(tmpdir(), 'xiezuo-pgbouncer-'));
  const port = await freePort();
  const target = new URL(databaseUrl);
  await writeFile(join(folder, 'pgbouncer.ini'), settings(target, port));
  const child = await start(folder);
  const url = `postgresql://anyone@127.0.0.1:${port}${target.pathname}`;
  await waitFor(url);
  return {
    url,
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}

async function waitFor(url: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const client = await connect(url).catch(() => null);
    if (client) return client.end();
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('pgbouncer did not start.');
}
