import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { startEmbeddedDatabase } from '../../../src/store/postgres/embedded-database.ts';
import { type Database, openDatabase } from '../../../src/store/sql/database.ts';
import { isUnreachable } from '../../../src/store/sql/is-unreachable.ts';
import { untilAnswers } from '../../support/postmaster.ts';

const disk = mkdtempSync(join(tmpdir(), 'xiezuo-disk-'));

/** Only root may mount, and not in every container. */
function mount(): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=128m', 'tmpfs', disk], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Takes all space that is left; gives it back when the file is removed. */
function fill(path: string): void {
  const file = openSync(path, 'w');
  try {
    for (let size = 2 ** 20; size >= 1_024; ) {
      try {
        writeSync(file, Buffer.alloc(size));
      } catch {
        size /= 2;
      }
    }
  } finally {
    closeSync(file);
  }
}

const insert = ({ pool }: Database) =>
  pool.query('INSERT INTO kept (text) VALUES ($1)', [randomBytes(4_000).toString('base64')]);

/** Does something until it fails; gives how often it went well, and the error. */
async function untilItFails(act: () => Promise<unknown>): Promise<{ done: number; error: unknown }> {
  for (let done = 0; ; done++) {
    try {
      await act();
    } catch (error) {
      return { done, error };
    }
  }
}

const isMounted = mount();

(isMounted ? test : test.skip)(
  'H12: a full disk refuses writes and then stops the server, and all goes on once there is space (skipped where no tmpfs can be mounted)',
  async () => {
    const lines: string[] = [];
    const folder = join(disk, 'data');
    const server = await startEmbeddedDatabase(folder, (line) => lines.push(line));
    const database = await openDatabase(server.url);
    const { pool } = database;
    const count = async () => (await pool.query('SELECT count(*)::int AS count FROM kept')).rows[0].count;
    await pool.query('CREATE TABLE kept (id serial PRIMARY KEY, text text)');
    await insert(database);
    fill(join(disk, 'ballast'));

    const { done, error } = await untilItFails(() => insert(database));
    expect(error).toMatchObject({ code: '53100', message: expect.stringMatching(/No space left on device/) });
    expect(isUnreachable(error)).toBe(true);
    expect(await count()).toBe(1 + done);

    // What is written ahead fills its segment; there is no space for the next, and PostgreSQL stops.
    await untilItFails(() =>
      pool.query(`SELECT pg_logical_emit_message(true, 'fill', repeat('x', 1000000))`),
    );
    const advice = /Only \d+ MB are free on the disk of .*: free space there\. Next try in [\d.]+ s\.$/;
    while (!lines.some((line) => advice.test(line))) await setTimeout(50);

    rmSync(join(disk, 'ballast'));
    await untilAnswers(server.url);
    expect(await count()).toBe(1 + done);
    await insert(database);
    expect(await count()).toBe(2 + done);
    await database.close();
    await server.stop();
    execFileSync('umount', [disk]);
  },
  180_000,
);
