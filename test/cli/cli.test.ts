import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { runCli, startCli } from '../support/run-cli.ts';
import { readSeedDocuments, seedFolder } from '../support/seed-documents.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

let folder: string;
let testDatabase: TestDatabase;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'xiezuo-cli-'));
  testDatabase = await createTestDatabase();
});
afterAll(async () => {
  await testDatabase.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function ask(url: string, query: string) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as { data: Record<string, { totalCount: number }> };
}

const urlIn = (output: string) => /GraphQL at (\S+)\/graphql/.exec(output)?.[1] ?? '';

describe('xiezuo serve', () => {
  const start = () => startCli(['serve'], { PORT: '0', XIEZUO_DATA_DIR: join(folder, 'data') });

  test('C9: goes from nothing to answers, says what it is doing, and ends cleanly on SIGTERM', async () => {
    const server = start();
    expect(await server.printed('Making a database in')).not.toContain('Starting');
    expect(await server.printed('Starting PostgreSQL in')).not.toContain('Bringing');
    expect(await server.printed("Bringing the database to this version's schema …")).not.toContain('Reading');
    expect(await server.printed('Reading the pages of seed/documents …')).not.toContain('Read 5 pages');
    const output = await server.printed('explorer at');
    expect(output).toMatch(/Read 5 pages of seed\/documents: 6 articles, .*4 meetings/);
    const { data } = await ask(urlIn(output), '{ meetings { totalCount } articles { totalCount } }');
    expect(data).toEqual({ meetings: { totalCount: 4 }, articles: { totalCount: 6 } });
    server.child.kill('SIGTERM');
    const { exitCode, stderr } = await server.ended;
    // Beside the log, an object a line, there is one line for people.
    const lines = stderr.split('\n').filter((line) => line !== '' && !line.startsWith('{'));
    expect({ exitCode, lines }).toEqual({ exitCode: 0, lines: [expect.stringMatching(/^SIGTERM: /)] });
  }, 240_000);

  test('finds the pages in the graph when it starts again, and ends cleanly on SIGINT', async () => {
    const server = start();
    const output = await server.printed('explorer at');
    expect(output).toContain('The 5 pages of seed/documents are in the graph already.');
    const { data } = await ask(urlIn(output), '{ meetings { totalCount } }');
    expect(data.meetings?.totalCount).toBe(4);
    // npm passes on a signal that the terminal has sent to this process too.
    server.child.kill('SIGINT');
    server.child.kill('SIGINT');
    expect((await server.ended).exitCode).toBe(0);
  }, 240_000);

  test('C8: leaves the pages of seed/documents out where it is told to', async () => {
    const server = startCli(['serve'], { PORT: '0', DATABASE_URL: testDatabase.url, XIEZUO_SEED: 'off' });
    const output = await server.printed('explorer at');
    const { data } = await ask(urlIn(output), '{ articles { totalCount } }');
    expect([data.articles?.totalCount, output]).toEqual([0, expect.not.stringContaining('seed')]);
    server.child.kill('SIGTERM');
    expect((await server.ended).exitCode).toBe(0);
  }, 120_000);

  test('C1: a command says which database it uses, beside what it is asked for', async () => {
    const data = join(folder, 'data');
    expect(await runCli(['review'], { XIEZUO_DATA_DIR: data })).toEqual({
      exitCode: 0,
      stdout: expect.not.stringContaining('PostgreSQL'),
      stderr: `xiezuo: Starting PostgreSQL in ${data} …\n`,
    });
  });

  test('says in one line that the port is taken', async () => {
    const other = createServer();
    await new Promise<void>((done) => other.listen(0, 'localhost', done));
    const { port } = other.address() as AddressInfo;
    const result = await runCli(['serve'], { PORT: String(port), XIEZUO_DATA_DIR: join(folder, 'data') });
    await new Promise((done) => other.close(done));
    expect(result).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: `xiezuo: Something else listens on port ${port} of localhost: stop it, or set PORT to another port.\n`,
    });
  });

  test.each([
    [
      'the database cannot be reached',
      { DATABASE_URL: 'postgresql://a:b@127.0.0.1:1/c' },
      /cannot be reached .+ check DATABASE_URL/,
    ],
    [
      'the data folder cannot be written',
      { XIEZUO_DATA_DIR: '/dev/null/data' },
      /cannot be written: .+ XIEZUO_DATA_DIR/,
    ],
    ['a setting is wrong', { PORT: 'eighty' }, /PORT is "eighty", but must be/],
  ])('says in one line that %s', async (_, environment, message) => {
    const { exitCode, stderr } = await runCli(['serve'], { PORT: '0', ...environment });
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

describe('xiezuo ingest', () => {
  const ingest = (...paths: string[]) => runCli(['ingest', ...paths], { DATABASE_URL: testDatabase.url });

  test('C11: says what was new, nothing of the engine, and that nothing is new when the pages come again', async () => {
    const first = await ingest(seedFolder);
    expect(first).toMatchObject({ exitCode: 0, stderr: '' });
    expect(first.stdout).toMatch(
      /^5 documents ingested, 0 known already, 0 quarantined\.\nNew: 6 articles, .*4 meetings/,
    );
    const second = await ingest(seedFolder);
    expect(second.stdout).toMatch(
      /^0 documents ingested, 5 known already, 0 quarantined\.\nNew: 0 articles, /,
    );
  });

  test('keeps every kind of bad input aside with its reason, and goes on', async () => {
    const pages = join(folder, 'bad');
    mkdirSync(join(pages, 'no-pages'), { recursive: true });
    const [page] = readSeedDocuments();
    const text = page === undefined ? '' : Buffer.from(page.bytes).toString();
    const bad: Record<string, [string | Uint8Array, string]> = {
      'binary.bin': [Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]), 'DOCUMENT_BINARY'],
      'bomb.gz': [gzipSync(Buffer.alloc(50_000_000)), 'GZIP_BOMB'],
      'broken.gz': [gzipSync(text).subarray(0, -30), 'GZIP_BROKEN'],
      'cut.txt': [Buffer.from(`${text.trimEnd()}会`).subarray(0, -1), 'DOCUMENT_TRUNCATED'],
      'deep.html': [`${'<div>'.repeat(10_000)}${text}`, 'DOCUMENT_TOO_DEEP'],
      'empty.txt': ['', 'DOCUMENT_EMPTY'],
      'long.txt': [Buffer.alloc(200_000_000, '会'), 'DOCUMENT_TOO_LARGE'],
      'nul.txt': [`${text}\0${text}`, 'DOCUMENT_BINARY'],
    };
    for (const [name, [content]] of Object.entries(bad)) writeFileSync(join(pages, name), content);
    writeFileSync(join(pages, 'records.jsonl'), `{"name":"cut\n${JSON.stringify({ name: 'good', text })}\n`);
    const { exitCode, stdout, stderr } = await ingest(pages, join(pages, 'no-pages'));
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^1 documents ingested, 0 known already, 10 quarantined\./);
    const kept = await testDatabase.database.prisma.quarantinedDocument.findMany();
    const reasons = [
      ...Object.entries(bad).map(([name, [, code]]) => [name, code]),
      ['no-pages', 'FOLDER_EMPTY'],
      ['records.jsonl:1', 'RECORD_BROKEN'],
    ];
    for (const [name, code] of reasons) {
      expect(stderr).toContain(`quarantined ${name}: ${code}: `);
      expect(kept.filter((row) => row.name === name).map((row) => row.code)).toEqual([code]);
    }
  });

  test('quarantines what it cannot read, goes on, and ends with exit code 1', async () => {
    const pages = join(folder, 'pages');
    mkdirSync(join(pages, 'deeper'), { recursive: true });
    writeFileSync(join(pages, 'a-empty.txt'), '');
    const [page] = readSeedDocuments();
    if (page) writeFileSync(join(pages, 'deeper', 'page.txt'), page.bytes);
    const { exitCode, stdout, stderr } = await ingest(pages, join(folder, 'nowhere'));
    expect(exitCode).toBe(1);
    expect(stdout).toContain('0 documents ingested, 1 known already, 2 quarantined.');
    expect(stderr).toContain('quarantined a-empty.txt: DOCUMENT_EMPTY: ');
    expect(stderr).toContain('quarantined nowhere: FILE_UNREADABLE: ');
  });
});

describe('xiezuo extract', () => {
  test('prints one JSON line a document, named as the file', async () => {
    const names = readSeedDocuments().map(({ name }) => name);
    const { exitCode, stdout } = await runCli(['extract', ...names.map((name) => join(seedFolder, name))]);
    expect(exitCode).toBe(0);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line).document)).toEqual(names);
  });

  test('reads links to files in a folder, and says which lead nowhere or to folders elsewhere', async () => {
    const [page] = readSeedDocuments();
    const links = join(folder, 'links');
    mkdirSync(links);
    symlinkSync(join(seedFolder, page?.name ?? ''), join(links, 'page.txt'));
    symlinkSync(join(folder, 'nowhere'), join(links, 'gone.txt'));
    symlinkSync(seedFolder, join(links, 'seed'));
    symlinkSync(links, join(links, 'circle'));
    symlinkSync(seedFolder, join(links, '.hidden'));
    const { exitCode, stdout, stderr } = await runCli(['extract', links]);
    expect(exitCode).toBe(1);
    expect(stderr.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^xiezuo: gone\.txt: FILE_UNREADABLE: .+ENOENT/),
      expect.stringMatching(/^xiezuo: seed: FOLDER_NOT_FOLLOWED: /),
    ]);
    expect(stdout.match(/"document":"[^"]*"/g)).toEqual(['"document":"page.txt"']);
  });

  test('goes on after a file that it cannot read, and ends with exit code 1', async () => {
    const [page] = readSeedDocuments();
    const { exitCode, stdout, stderr } = await runCli([
      'extract',
      join(folder, 'nowhere'),
      join(seedFolder, page?.name ?? ''),
    ]);
    expect(exitCode).toBe(1);
    expect(stdout.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).toMatch(/FILE_UNREADABLE/);
  });

  test('reads folders, JSON Lines in gzip, and standard input', async () => {
    const [page] = readSeedDocuments();
    const text = page === undefined ? '' : Buffer.from(page.bytes).toString();
    const pages = join(folder, 'extract');
    mkdirSync(pages);
    const records = [{ name: 'first', text }, { text }].map((record) => `${JSON.stringify(record)}\n`);
    writeFileSync(join(pages, 'records.jsonl.gz'), gzipSync(records.join('')));
    const running = startCli(['extract', pages, '-']);
    running.child.stdin.end(text);
    const { exitCode, stdout } = await running.ended;
    expect(exitCode).toBe(0);
    const sheets = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(sheets.map(({ document }) => document)).toEqual(['first', 'records.jsonl.gz:2', 'stdin']);
    expect(sheets[0].articles).toEqual(sheets[2].articles);
  });
});

describe('xiezuo', () => {
  test('migrate leaves a database that is up to date as it is', async () => {
    const { exitCode, stdout } = await runCli(['migrate'], { DATABASE_URL: testDatabase.url });
    expect({ exitCode, stdout }).toEqual({
      exitCode: 0,
      stdout: 'nothing to apply: the database is up to date\n',
    });
  });

  test('schema prints the public contract', async () => {
    const { exitCode, stdout } = await runCli(['schema']);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('type Query {');
  });

  test.each(['serve', 'migrate', 'ingest', 'extract', 'schema'])('%s explains itself', async (command) => {
    const { exitCode, stdout } = await runCli([command, '--help']);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(new RegExp(`^Usage: xiezuo ${command} `));
  });

  test('says that it does not know a command', async () => {
    const { exitCode, stderr } = await runCli(['dance']);
    expect({ exitCode, stderr }).toEqual({
      exitCode: 1,
      stderr: "xiezuo: unknown command 'dance' (xiezuo --help lists all commands)\n",
    });
  });

  test.each([
    [['serv'], /Did you mean serve\?/],
    [['ingest'], /missing required argument 'path'/],
    [['merge', 'per_1', 'per_2'], /required option '--reason <words>' not specified/],
    [['review', '--no-such'], /unknown option '--no-such'/],
    [['ingest', '--workers', 'many', 'x'], /--workers must be a whole number/],
  ])('C6: says in one line what is wrong with %j', async (args, reason) => {
    const { exitCode, stdout, stderr } = await runCli(args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr).toMatch(/^xiezuo: [^\n]+\n$/);
    expect(stderr).toMatch(reason);
  });

  test('C13: says its version', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(await runCli(['--version'])).toEqual({ exitCode: 0, stdout: `${version}\n`, stderr: '' });
  });

  /** Runs a command whose output nobody reads: its reader is gone before the first line. */
  function runUnread(...args: string[]) {
    const running = startCli(args, { DATABASE_URL: testDatabase.url });
    running.child.stdout.destroy();
    return running.ended;
  }

  test.each([
    [['review']],
    [['schema']],
    [['--help']],
    [['migrate']],
    [['ingest', seedFolder]],
    [['extract', seedFolder]],
    [['extract', '--explain', seedFolder]],
  ])('C2: ends quietly where nobody reads its output: %j', async (args) => {
    const { exitCode, stderr } = await runUnread(...args);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  });

  test('H20: prints no character of a name that a terminal would obey', async () => {
    const pages = join(folder, 'names');
    mkdirSync(pages);
    const name = 'a\u001b[2J\u202egpj\n.txt';
    writeFileSync(join(pages, name), '');
    const shown = 'a\\u001b[2J\\u202egpj\\n.txt';
    const extracted = await runCli(['extract', pages]);
    expect(extracted.stderr).toBe(`xiezuo: ${shown}: DOCUMENT_EMPTY: ${shown} is empty.\n`);
    const ingested = await runCli(['ingest', pages], { DATABASE_URL: testDatabase.url });
    expect(ingested.stderr).toContain(`quarantined ${shown}: DOCUMENT_EMPTY`);
    writeFileSync(join(pages, name), readSeedDocuments()[0]?.bytes ?? '');
    const { stdout } = await runCli(['extract', pages]);
    expect(stdout).toContain(shown);
    expect(JSON.parse(stdout).document).toBe(name);
  });
});
