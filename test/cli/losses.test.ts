import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { prepareGraph } from '../../src/ingest/ingest.ts';
import { ingestFiles } from '../../src/ingest/ingest-files.ts';
import { applyChange, saveClaimArticle } from '../support/claim-articles.ts';
import { agreement, signature } from '../support/claims.ts';
import { clearGraph } from '../support/clear-graph.ts';
import { RELEASE, spin } from '../support/release.ts';
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
beforeEach(() => clearGraph(testDatabase.database));
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

test('articles on which the graph rests no more are counted when that is found, and listed with those in their place', async () => {
  const page = (source: string, text: string) =>
    `滨江流域生态环境协作小组召开第四次工作会议\n2023年11月9日 来源：${source}\n${text}`;
  const pages = join(folder, 'pages');
  mkdirSync(pages);
  writeFileSync(join(pages, 'a.txt'), page('滨江日报', RELEASE));
  expect(await ingestFiles(testDatabase.database, [pages])).toMatchObject({
    counts: { superseded: 0, spun: 0 },
  });
  writeFileSync(join(pages, 'a.txt'), page('滨江日报', RELEASE.replaceAll('陆远山', '陆近山')));
  writeFileSync(join(pages, 'spun.txt'), page('天天资讯网', spin(RELEASE)));
  expect((await xiezuo('ingest', pages)).stdout).toContain(
    '\n1 articles superseded by newer versions, 1 found to be spun copies: `xiezuo replaced` lists them.\n',
  );
  const json = (await xiezuo('replaced', '--json')).stdout.trim().split('\n');
  expect(json.map((line) => JSON.parse(line))).toMatchObject([
    { name: 'a.txt', code: 'SUPERSEDED', by: 'a.txt' },
    { name: 'spun.txt', code: 'SPUN', by: 'a.txt' },
  ]);
}, 120_000);
