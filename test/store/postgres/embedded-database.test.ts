import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  type EmbeddedDatabase,
  startEmbeddedDatabase,
} from '../../../src/store/postgres/embedded-database.ts';
import { connect } from '../../../src/store/sql/database.ts';

/** Another process that starts the database of a folder and then only waits. */
const STARTER = `
import { register } from 'tsx/esm/api';
register();
const { startEmbeddedDatabase } = await import('./src/store/postgres/embedded-database.ts');
const { url } = await startEmbeddedDatabase(process.argv[1]);
process.stdout.write(url, () => eval(process.argv[2]));
setInterval(() => {}, 1000);
`;

async function startElsewhere(folder: string, then = '') {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', STARTER, folder, then]);
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
  const lines: string[] = [];
  const start = async () => {
    const database = await startEmbeddedDatabase(folder, (line) => lines.push(line));
    started.push(database);
    return database;
  };
  /** A cluster that is copied for each test: to make one takes seconds. */
  let template: string;
  beforeAll(async () => {
    template = mkdtempSync(join(tmpdir(), 'xiezuo-template-'));
    await (await startEmbeddedDatabase(template, () => undefined)).stop();
  });
  afterAll(() => rmSync(template, { recursive: true }));
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'xiezuo-embedded-'));
    // As `cp` does it: rights and owners stay.
    execFileSync('cp', ['-a', `${template}/.`, folder]);
  });
  const empty = () => {
    rmSync(folder, { recursive: true });
  };
  afterEach(async () => {
    for (const database of started.splice(0)) await database.stop();
    lines.length = 0;
    rmSync(folder, { recursive: true, force: true });
  });

  test('makes a UTF-8 database that keeps its rows from one start to the next', async () => {
    empty();
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

  test('keeps it running for those that joined, and the last of them stops it', async () => {
    const first = await start();
    const { child, url } = await startElsewhere(folder);
    await first.stop();
    expect((await query(url, 'SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    const last = await start();
    child.kill('SIGKILL');
    await once(child, 'exit');
    await last.stop();
    await expect(connect(url)).rejects.toMatchObject({ code: 'DATABASE_UNREACHABLE' });
  });

  test('says what it is doing, and which folder it uses', async () => {
    empty();
    await start();
    await start();
    expect(lines).toEqual([
      `Making a database in ${folder} …`,
      `Starting PostgreSQL in ${folder} …`,
      `Using the PostgreSQL that runs in ${folder}.`,
    ]);
  });

  test('H21: sees through a pid file and an owner that name a living stranger', async () => {
    const first = await start();
    await query(first.url, 'CREATE TABLE kept AS SELECT 1 AS one');
    const pidFile = join(folder, 'postgres', 'postmaster.pid');
    const text = readFileSync(pidFile, 'utf8');
    await first.stop();
    const stranger = spawn('sleep', ['600']);
    writeFileSync(pidFile, text.replace(/^\d+/, String(stranger.pid)));
    writeFileSync(join(folder, 'postgres.owner'), `${stranger.pid}\nanother-boot:12345`);
    const second = await start();
    expect(lines.at(-1)).toBe(
      `Removed ${pidFile}, which a crash had left: process ${stranger.pid} (sleep) is not this PostgreSQL.`,
    );
    expect((await query(second.url, 'SELECT one FROM kept')).rows).toEqual([{ one: 1 }]);
    await second.stop();
    await expect(connect(second.url)).rejects.toMatchObject({ code: 'DATABASE_UNREACHABLE' });
    expect(stranger.exitCode).toBeNull();
    stranger.kill();
  });

  test('H21: takes the PostgreSQL of another folder for a stranger too', async () => {
    const other = mkdtempSync(join(tmpdir(), 'xiezuo-embedded-'));
    const neighbour = await startEmbeddedDatabase(other, () => undefined);
    const first = await start();
    await first.stop();
    const pidFile = readFileSync(join(other, 'postgres', 'postmaster.pid'), 'utf8');
    writeFileSync(join(folder, 'postgres', 'postmaster.pid'), pidFile);
    const second = await start();
    expect(second.url).not.toBe(neighbour.url);
    await second.stop();
    expect((await query(neighbour.url, 'SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    await neighbour.stop();
    rmSync(other, { recursive: true });
  });

  test('starts on the port of the last time, and elsewhere where that is taken', async () => {
    const first = await start();
    await first.stop();
    const second = await start();
    expect(second.url).toBe(first.url);
    await second.stop();
    const taken = createServer().listen(Number(new URL(first.url).port), '127.0.0.1');
    await once(taken, 'listening');
    const third = await start();
    expect(third.url).not.toBe(first.url);
    taken.close();
  });

  test('ends with a process that ends without stopping it', async () => {
    const { child, url } = await startElsewhere(folder, 'process.exit(1)');
    await once(child, 'exit');
    const isUp = () =>
      connect(url).then(
        (client) => client.end().then(() => true),
        () => false,
      );
    while (await isUp()) await setTimeout(50);
  });

  test('keeps its log in files of limited size, and few of them', async () => {
    const first = await start();
    const { rows } = await query(
      first.url,
      `SELECT current_setting('logging_collector') AS collects, current_setting('log_rotation_size') AS size`,
    );
    expect(rows).toEqual([{ collects: 'on', size: '8MB' }]);
    await expect(query(first.url, `SELECT nothing FROM nowhere`)).rejects.toThrow();
    await first.stop();
    const logs = join(folder, 'logs');
    const readLog = () => readFileSync(join(logs, readdirSync(logs).sort().at(-2) ?? ''), 'utf8');
    expect(readLog()).toContain('relation "nowhere" does not exist');
    // The statement itself may be megabytes.
    expect(readLog()).not.toContain('SELECT nothing');
    for (let day = 10; day < 30; day++) writeFileSync(join(logs, `postgres-200001${day}-000000.log`), '');
    await start();
    expect(readdirSync(logs).filter((name) => name.startsWith('postgres-')).length).toBeLessThanOrEqual(9);
  });

  test("says with PostgreSQL's own last word why it does not start", async () => {
    await (await start()).stop();
    appendFileSync(join(folder, 'postgres', 'postgresql.conf'), 'max_connections = many\n');
    await expect(start()).rejects.toMatchObject({
      code: 'DATABASE_START_FAILED',
      message: expect.stringMatching(/did not start: .*postgresql\.conf.* contains errors\. Its log is in /),
    });
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
