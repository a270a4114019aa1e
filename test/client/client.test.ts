import { ApiError, type Client, createClient } from '../../client/client.ts';
import { find } from '../../client/examples/find.ts';
import { meetingsOfPeriod } from '../../client/examples/meetings-of-a-period.ts';
import { graphql } from '../../client/graphql.ts';
import { fillGraph } from '../graphql/graph-fixture.ts';
import { createTestApp, type TestApp } from '../graphql/graphql-client.ts';

let api: TestApp;
let client: Client;
beforeAll(async () => {
  api = await createTestApp();
  await fillGraph(api.test.database.kysely);
  client = createClient({ url: `${await api.app.listen({ port: 0, host: '127.0.0.1' })}/graphql` });
});
afterAll(() => api.close());

test('the example of a calendar gives each meeting of a period once, with its chairs', async () => {
  const entries = [];
  for await (const entry of meetingsOfPeriod(client, '2022-01-01', '2022-12-31')) entries.push(entry);
  const { rows } = await api.test.database.pool.query(
    `SELECT id, to_char(starts_on, 'YYYY-MM-DD') AS day FROM meeting WHERE merged_into_id IS NULL
      AND starts_on <= '2022-12-31' AND coalesce(ends_on, starts_on) >= '2022-01-01' ORDER BY starts_on DESC, id DESC`,
  );
  expect(rows.length).toBeGreaterThan(0);
  expect(entries.map(({ id, day }) => ({ id, day }))).toEqual(rows);
  const chairs = await api.test.database.pool.query(
    `SELECT p.name FROM participation AS c JOIN person AS p ON p.id = c.person_id
      WHERE c.meeting_id = 'mtg_lake' AND 'CHAIR' = ANY (c.roles)`,
  );
  expect(entries.find(({ id }) => id === 'mtg_lake')?.chairs).toEqual(chairs.rows.map(({ name }) => name));
});

test('the example of a search says what was found, and marks it', async () => {
  expect(await find(client, '没有的词')).toEqual({ total: 0, hits: [] });
});

test('what goes wrong is an error with the codes of the API', async () => {
  const wrong = client.request(graphql('{ people(first: 101) { totalCount } }'), {});
  await expect(wrong).rejects.toThrow(ApiError);
  await expect(wrong).rejects.toMatchObject({
    codes: ['BAD_USER_INPUT'],
    retryAfterSeconds: null,
  });
});
