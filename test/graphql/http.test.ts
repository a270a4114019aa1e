import { setTimeout } from 'node:timers/promises';
import { serverAudits } from 'graphql-http';
import { readAdmissionSettings } from '../../src/admission/admission-settings.ts';
import { buildApp } from '../../src/http/app.ts';
import type { Database } from '../../src/store/sql/database.ts';
import { fillGraph } from './graph-fixture.ts';
import { createTestApp, type TestApp } from './graphql-client.ts';

let api: TestApp;
let origin: string;
beforeAll(async () => {
  api = await createTestApp();
  await fillGraph(api.test.database.kysely);
  origin = await api.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => api.close());

test('all audits of GraphQL over HTTP pass', async () => {
  const audits = serverAudits({
    url: `${origin}/graphql`,
    // CSRF prevention asks GETs without a preflight for this header.
    fetchFn: (url: string, init: RequestInit = {}) =>
      fetch(url, { ...init, headers: { 'apollo-require-preflight': 'true', ...init.headers } }),
  });
  const results = await Promise.all(audits.map((audit) => audit.fn()));
  expect(
    results.filter(({ status }) => status !== 'ok').map((result) => `${result.status}: ${result.name}`),
  ).toEqual([]);
  expect(results.length).toBeGreaterThan(55);
});

test('a GET without the header that browsers must ask for is refused', async () => {
  const response = await fetch(`${origin}/graphql?query={__typename}`);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
});

test.each([
  [
    'a body that is no JSON',
    { headers: { 'content-type': 'application/json' }, body: '{"query' },
    400,
    'BAD_REQUEST',
  ],
  [
    'a body of another type',
    { headers: { 'content-type': 'image/png' }, body: 'x' },
    415,
    'UNSUPPORTED_MEDIA_TYPE',
  ],
  [
    'a body that is too large',
    { headers: { 'content-type': 'application/json' }, body: `{"query":"${' '.repeat(2e6)}"}` },
    413,
    'PAYLOAD_TOO_LARGE',
  ],
])('%s gets an error with a code', async (_, init, status, code) => {
  const response = await fetch(`${origin}/graphql`, { method: 'POST', ...init });
  expect(response.status).toBe(status);
  expect(await response.json()).toEqual({
    errors: [{ message: expect.any(String), extensions: { code } }],
  });
});

test('a browser that opens /graphql is led to the explorer', async () => {
  const headers = { accept: 'text/html,*/*' };
  const visit = await fetch(`${origin}/graphql`, { headers, redirect: 'manual' });
  expect([visit.status, visit.headers.get('location')]).toEqual([302, '/']);
  expect((await fetch(`${origin}/graphql?query={__typename}`, { headers })).status).toBe(400);
});

test('a body that nests a hundred thousand levels is refused and hurts nobody', async () => {
  const body = `{"query":"query ($w: MeetingFilter) { meetings(where: $w) { totalCount } }","variables":{"w":${'{"not":'.repeat(1e5)}{}${'}'.repeat(1e5)}}}`;
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'QUERY_TOO_COMPLEX' } }] });
});

test('an unknown path gets an error that says where to look', async () => {
  const response = await fetch(`${origin}/nowhere`);
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
});

test('/health tells whether the database answers', async () => {
  expect(await (await fetch(`${origin}/health`)).json()).toEqual({ status: 'ok' });
  const health = { query: () => Promise.reject(new Error('gone')) } as never;
  const app = await buildApp({ database: api.test.database.reads, health });
  const response = await app.inject('/health');
  expect([response.statusCode, response.json().status]).toEqual([503, 'unavailable']);
  await app.close();
});

test.each([
  ['parsed', '{', 'GRAPHQL_PARSE_FAILED'],
  ['counted and composed', '', undefined],
])('a small document is not kept waiting by large ones that are %s before it', async (_what, end, code) => {
  const order: string[] = [];
  const ask = async (name: string, query: string) => {
    const response = await api.app.inject({ method: 'POST', url: '/graphql', payload: { query } });
    order.push(name);
    return response.json().errors?.[0].extensions.code;
  };
  const large = (name: string) => {
    const aliases = Array.from({ length: 900 }, (_, i) => `${name}${i}: __typename`);
    return ask(name, `{ ${aliases.join(' ')} } ${end}`);
  };
  const codes = Promise.all(['a', 'b', 'c', 'd'].map(large));
  expect(await ask('small', '{ __typename }')).toBeUndefined();
  expect(order).toEqual(['small']);
  expect(await codes).toEqual(Array(4).fill(code));
});

test('closing finishes the requests under way', async () => {
  const { reads, pool } = api.test.database;
  // Each request under way has a connection, however few cores there are.
  const admission = readAdmissionSettings({ XIEZUO_LIGHT_CONNECTIONS: '5' });
  const app = await buildApp({ database: reads, admission });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  const holder = await pool.connect();
  await holder.query('BEGIN; LOCK TABLE person IN ACCESS EXCLUSIVE MODE');
  const answers = Array.from({ length: 5 }, () =>
    fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ people { totalCount } }' }),
    }).then((response) => response.json()),
  );
  while ((await countWaiting(pool)) < answers.length) await setTimeout(20);
  const closed = app.close();
  await holder.query('COMMIT');
  holder.release();
  await closed;
  expect(await Promise.all(answers)).toEqual(answers.map(() => ({ data: { people: { totalCount: 3 } } })));
});

/** How many statements wait for a lock. */
async function countWaiting(pool: Database['pool']): Promise<number> {
  const { rowCount } = await pool.query(
    `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return rowCount ?? 0;
}
