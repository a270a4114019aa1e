import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { prepareGraph } from '../../src/ingest/ingest.ts';
import { applyChange, saveClaimArticle } from '../support/claim-articles.ts';
import { agreement, signature } from '../support/claims.ts';
import { runCli } from '../support/run-cli.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

let testDatabase: TestDatabase;
let folder: string;
const xiezuo = (...args: string[]) => runCli(args, { DATABASE_URL: testDatabase.url });
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'xiezuo-losses-'));
  mkdirSync(join(folder, 'sub'));
  writeFileSync(join(folder, 'sub/x.png'), PNG);
  testDatabase = await createTestDatabase();
  await prepareGraph(testDatabase.database);
});
afterAll(async () => {
  await testDatabase.drop();
  rmSync(folder, { recursive: true });
});

test('C7: pages that could not be read are listed with their path, for people and as JSON', async () => {
  expect(await xiezuo('quarantine')).toMatchObject({ exitCode: 0, stdout: 'All pages could be read.\n' });
  const { exitCode, stderr } = await xiezuo('ingest', folder, join(folder, 'nowhere.html'));
  expect(exitCode).toBe(1);
  expect(stderr).toContain('quarantined sub/x.png: DOCUMENT_BINARY: ');
  const listed = (await xiezuo('quarantine')).stdout.trim().split('\n');
  expect(listed.map((line) => line.split('\t').slice(1, 4))).toEqual([
    ['DOCUMENT_BINARY', '16', 'sub/x.png'],
    ['FILE_UNREADABLE', '0', 'nowhere.html'],
  ]);
  const json = (await xiezuo('quarantine', '--json')).stdout.trim().split('\n');
  expect(json.map((line) => JSON.parse(line))[0]).toMatchObject({
    name: 'sub/x.png',
    code: 'DOCUMENT_BINARY',
    sizeBytes: 16,
  });
  // Where on this machine it was is nobody's concern.
  expect(json.join()).not.toContain(folder);
}, 120_000);

test('F1: what the graph leaves out is listed with the reason', async () => {
  expect((await xiezuo('left-out')).stdout).toBe('The graph holds all that articles state.\n');
  const claims = [agreement('共建甲湖合作协议'), signature('乙部')];
  const source = await saveClaimArticle(testDatabase.database, { name: 'a.txt', publishedOn: null, claims });
  await applyChange(testDatabase.database, { added: [source] });
  const line = [
    'a.txt',
    source.id,
    'signature',
    'REFERENCE_UNKNOWN',
    'The article names no organisation 乙部.',
  ];
  expect((await xiezuo('left-out')).stdout.split('\t').slice(0, 5)).toEqual(line);
}, 120_000);
