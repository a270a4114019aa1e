import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { connect } from '../../../src/store/database.ts';
import {
  type EmbeddedDatabase,
  startEmbeddedDatabase,
} from '../../../src/store/postgres/embedded-database.ts';

/** Another process that starts the database of a folder and then only waits. */
const STARTER = `
import { register } from 'tsx/esm/api';
register();
const { startEmbeddedDatabase } = await import('./src/store/postgres/embedded-database.ts');
const { url } = await startEmbeddedDatabase(process.argv[1]);
process.stdout.write(url);
setInterval(() => {}, 1000);
`;

async function startElsewhere(folder: string) {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', STARTER, folder]);
  const [url] = await once(child.stdout, 'data');
  return { child, url: String(url) };
}

async function query(url: string, sql: string) {
  const client = await connect(url);
  return client.query(sql).finally(() => client.end());
}

describe('startEmbeddedDatabase', () => {
  let folder: string;
  const started: EmbeddedDatabase[] = [];
  const start = async () => {
    const database = await startEmbeddedDatabase(folder);
    started.push(database);
    return database;
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'xiezuo-embedded-'));
  });
  afterEach(async () => {
    for (const database of started.splice(0)) await database.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('makes a UTF-8 database that keeps its rows from one start to the next', async () => {
    const first = await start();
    await query(first.url, `CREATE TABLE kept AS SELECT '长三角'::text AS name`);
    await first.stop();
    const second = await start();
    const { rows } = await query(
      second.url,
      `SELECT name, current_setting('server_encoding') AS encoding FROM kept`,
    );
    expect(rows).toEqual([{ name: '长三角', encoding: 'UTF8' }]);
  });

  test('joins a server that another process runs, and leaves it running', async () => {
    const { child, url } = await startElsewhere(folder);
    const joined = await start();
    expect(joined.url).toBe(url);
    await joined.stop();
    expect((await query(url, 'SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    child.kill('SIGKILL');
    await once(child, 'exit');
    await (await start()).stop();
  });

  test('takes over the server of a process that was killed, and stops it in the end', async () => {
    const { child, url } = await startElsewhere(folder);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const adopted = await start();
    expect(adopted.url).toBe(url);
    await adopted.stop();
    await expect(connect(url)).rejects.toMatchObject({ code: 'DATABASE_UNREACHABLE' });
  });

  test('says in one line that the data folder cannot be written, and what to do', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    chmodSync(file, 0o400);
    await expect(startEmbeddedDatabase(join(file, 'data'))).rejects.toMatchObject({
      code: 'DATA_FOLDER_NOT_WRITABLE',
      message: expect.stringMatching(/^The data folder .+ cannot be written: .+XIEZUO_DATA_DIR.+$/),
    });
  });
});
