import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { prepareGraph } from '../../src/ingest/ingest.ts';
import { applyChange, saveClaimArticle } from '../support/claim-articles.ts';
import { organisation, person, position } from '../support/claims.ts';
import { runCli } from '../support/run-cli.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

let testDatabase: TestDatabase;
const xiezuo = (...args: string[]) => runCli(args, { DATABASE_URL: testDatabase.url });
beforeAll(async () => {
  testDatabase = await createTestDatabase();
  const { database } = testDatabase;
  await prepareGraph(database);
  for (const body of ['甲省委', '乙部']) {
    const claims = [organisation(body), person('赵明远'), position('赵明远', body, '书记')];
    const source = await saveClaimArticle(database, { name: body, publishedOn: null, claims });
    await applyChange(database, { added: [source] });
  }
});
afterAll(() => testDatabase.drop());

test('a question is answered once and for all, until the answer is taken back', async () => {
  const [question = ''] = (await xiezuo('review')).stdout.split('\n');
  const [score, kind, name, left = '', , right = '', reason] = question.split('\t');
  expect([score, kind, name, reason]).toEqual([
    '0.50',
    'person',
    '赵明远',
    expect.stringContaining('same name'),
  ]);
  const answer = await xiezuo('distinct', left, right, '--reason', 'two careers', '--by', 'an editor');
  expect(answer).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/^two: decision /) });
  expect((await xiezuo('review')).stdout).toBe('No open question.\n');
  const decision = answer.stdout.trim().split(' ').at(-1) ?? '';
  expect(await xiezuo('revert', decision, '--reason', 'one career')).toMatchObject({ exitCode: 0 });
  expect((await xiezuo('review')).stdout).toBe(`${question}\n`);
}, 120_000);

test('a decision that cannot be taken is refused with one line', async () => {
  const { exitCode, stderr } = await xiezuo('distinct', 'per_0', 'per_1', '--reason', 'two careers');
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/^xiezuo: .*per_0.*\n$/);
});
