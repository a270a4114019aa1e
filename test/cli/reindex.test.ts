import { fillGraph } from '../graphql/graph-fixture.ts';
import { runCli } from '../support/run-cli.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

let testDatabase: TestDatabase;
const reindex = () => runCli(['reindex'], { DATABASE_URL: testDatabase.url });
beforeAll(async () => {
  testDatabase = await createTestDatabase();
  await fillGraph(testDatabase.database.kysely);
});
afterAll(() => testDatabase.drop());

test('a graph that has no index gets one; standard error tells how far it is', async () => {
  const { exitCode, stdout, stderr } = await reindex();
  expect([exitCode, stdout]).toEqual([
    0,
    expect.stringMatching(/^\d\d+ entities indexed anew in \d+\.\d s\.\n$/),
  ]);
  expect(stderr).toMatch(/xiezuo: \d+ entities, .*\n(?:.*\n)*xiezuo: making the indexes/);
  const { rows } = await testDatabase.database.pool.query(
    `SELECT count(*)::integer AS count FROM search_entry WHERE entity_id = 'per_wen'`,
  );
  expect(rows).toEqual([{ count: 1 }]);
});

test('beside another one it is refused', async () => {
  const client = await testDatabase.database.pool.connect();
  await client.query('BEGIN; SELECT pg_advisory_xact_lock(7895555)');
  const { exitCode, stdout, stderr } = await reindex();
  await client.query('ROLLBACK');
  client.release();
  expect([exitCode, stdout]).toEqual([1, '']);
  expect(stderr).toContain('Another process is building the search index anew.');
});
