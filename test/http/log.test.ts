import { Writable } from 'node:stream';
import { buildApp } from '../../src/http/app.ts';
import { createLog } from '../../src/http/log/create-log.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

const KEY = 'the key of this server';

let graph: TestDatabase;
let app: Awaited<ReturnType<typeof buildApp>>;
let lines: string[] = [];
const sink = new Writable({
  write(chunk, _encoding, done) {
    lines.push(String(chunk));
    done();
  },
});
beforeAll(async () => {
  graph = await createTestDatabase();
  const { database } = graph;
  app = await buildApp({
    database: database.reads,
    writer: { database, apiKey: KEY },
    log: createLog('info', sink),
  });
});
beforeEach(() => {
  lines = [];
});
afterAll(async () => {
  await app.close();
  await graph.drop();
});

const logged = () => lines.map((line) => JSON.parse(line));

const send = (query: string, headers: object = {}) =>
  app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { ...headers },
    payload: { query, variables: { secret: 'a private value' } },
  });

test('each request is one line with its id, path, status, time and the code of its operation', async () => {
  const response = await send('{ nothing }', { 'x-request-id': 'proxy-17.a' });
  expect(response.headers['x-request-id']).toBe('proxy-17.a');
  expect(logged()).toEqual([
    expect.objectContaining({
      level: 30,
      reqId: 'proxy-17.a',
      method: 'POST',
      path: '/graphql',
      status: 200,
      durationMs: expect.any(Number),
      address: '127.0.0.1',
      code: 'GRAPHQL_VALIDATION_FAILED',
    }),
  ]);
});

test('a path that is cut says so', async () => {
  await app.inject(`/${'x'.repeat(300)}`);
  expect(logged()).toEqual([expect.objectContaining({ path: `/${'x'.repeat(199)}…` })]);
});

test.each(['a b', 'x'.repeat(101), '\u001b[31m', '"'])('the id %j is not taken over', async (id) => {
  const response = await send('{ __typename }', { 'x-request-id': id });
  expect(response.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
});

test('no key, no query and no value of one is in the log, nor a raw control character', async () => {
  await send('query ($secret: String!) { people(where: {name: {equals: $secret}}) { totalCount } }', {
    'x-api-key': KEY,
  });
  await send('{ __typename }', { 'x-api-key': 'a wrong guess' });
  await app.inject(`/graphql?query=${encodeURIComponent('{ area(code: "a private value") { code } }')}`);
  await app.inject('/nowhere%1b%5B31m?token=a+private+value');
  const text = lines.join('');
  expect(lines).toHaveLength(5);
  expect(text).not.toMatch(/private|guess|the key|token|totalCount/);
  expect([...text].filter((character) => character < ' ' && character !== '\n')).toEqual([]);
  expect(logged()).toContainEqual(
    expect.objectContaining({ level: 40, address: '127.0.0.1', msg: 'wrong x-api-key' }),
  );
});

test('a failure of ours is logged under the id that its answer names', async () => {
  await graph.database.pool.query('ALTER TABLE person RENAME TO person_away');
  try {
    const [error] = (await send('{ people { totalCount } }')).json().errors;
    expect(error.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR', requestId: expect.any(String) });
    expect(error.message).not.toMatch(/person_away|relation|SELECT/);
    const failures = logged().filter(({ level }) => level === 50);
    expect(failures).toEqual([
      expect.objectContaining({
        reqId: error.extensions.requestId,
        err: expect.objectContaining({ code: '42P01', stack: expect.any(String) }),
      }),
    ]);
  } finally {
    await graph.database.pool.query('ALTER TABLE person_away RENAME TO person');
  }
});

test('an error with a long message is cut', () => {
  createLog('error', sink).error({ err: new Error('x'.repeat(1e6)) }, 'unexpected error');
  expect(lines.join('').length).toBeLessThan(20_000);
});
