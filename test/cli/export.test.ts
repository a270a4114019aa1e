import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXPORT_KINDS } from '../../src/graphql/export/exported.ts';
import { fillGraph } from '../graphql/graph-fixture.ts';
import { runCli } from '../support/run-cli.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

let testDatabase: TestDatabase;
let folder: string;
const xiezuo = (...args: string[]) => runCli(args, { DATABASE_URL: testDatabase.url });
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'xiezuo-export-'));
  testDatabase = await createTestDatabase();
  await fillGraph(testDatabase.database.kysely);
});
afterAll(async () => {
  await testDatabase.drop();
  rmSync(folder, { recursive: true });
});

test('a kind is printed, and all of them are written into a folder, the same text either way', async () => {
  const printed = await xiezuo('export', 'people');
  expect(printed.exitCode).toBe(0);
  expect(printed.stdout).toContain(
    '{"id" : "per_wen", "name" : "温若水", "otherNames" : ["溫若水"], "updatedAt" : "',
  );
  expect((await xiezuo('export', '--to', join(folder, 'all'))).exitCode).toBe(0);
  expect(readdirSync(join(folder, 'all')).sort()).toEqual(
    EXPORT_KINDS.map((kind) => `${kind}.ndjson`).sort(),
  );
  expect(readFileSync(join(folder, 'all/people.ndjson'), 'utf8')).toBe(printed.stdout);
});

test.each([
  [['planets'], 'There is no export planets'],
  [['people', '--format', 'xml'], '--format must be ndjson or csv, not xml.'],
  [[], 'Name one kind to print, or a folder for several'],
  [['people', 'meetings', '--after', 'per_x', '--to', 'never'], '--after is an id of one kind'],
])('export %s is refused in words', async (args, reason) => {
  const { exitCode, stdout, stderr } = await xiezuo('export', ...args);
  expect([exitCode, stdout]).toEqual([1, '']);
  expect(stderr).toContain(reason);
  expect(existsSync('never')).toBe(false);
});
