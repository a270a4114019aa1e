import { connect, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { readAdmissionSettings } from '../../../src/admission/admission-settings.ts';
import { buildApp } from '../../../src/http/app.ts';
import { Metrics } from '../../../src/http/metrics/metrics.ts';
import { warmWords } from '../../../src/search/words/words.ts';
import { fillGraph } from '../../graphql/graph-fixture.ts';
import { createTestApp, type TestApp } from '../../graphql/graphql-client.ts';
import { collectFailures } from '../../support/collect-failures.ts';
import { type OpenStream, openStream } from '../../support/open-stream.ts';

const MOST = 3;

let api: TestApp;
let url: string;
const metrics = new Metrics();
const streams: OpenStream[] = [];
const sockets: Socket[] = [];
beforeAll(async () => {
  api = await createTestApp({ http: { maxSubscriptions: MOST }, metrics });
  await fillGraph(api.test.database.kysely);
  await warmWords();
  url = await api.app.listen({ port: 0, host: '127.0.0.1' });
});
afterEach(async () => {
  for (const stream of streams.splice(0)) stream.close();
  for (const socket of sockets.splice(0)) socket.destroy();
  while ((await openSubscriptions()) > 0) await setTimeout(20);
});
afterAll(() => api.close());

const sql = (text: string) => api.test.database.pool.query(text);
const openSubscriptions = async () =>
  Number((await metrics.registry.getSingleMetric('xiezuo_subscriptions')?.get())?.values[0]?.value);

/** Subscribes, and hangs up when the test ends. */
async function subscribe(query: string, variables: object = {}): Promise<OpenStream> {
  const stream = await openStream(url, { query, variables });
  streams.push(stream);
  return stream;
}

/** Subscribes, and waits until nothing of before is told any more. */
async function subscribeNow(query: string, variables: object = {}): Promise<OpenStream> {
  const stream = await subscribe(query, variables);
  expect(stream.status).toBe(200);
  await setTimeout(300);
  return stream;
}

/** The data of the next event. */
const nextData = async (stream: OpenStream) => (await stream.next())?.data?.data;

/** The code of the first error, with which a stream ends before it began. */
async function refused(query: string, variables: object = {}) {
  const stream = await subscribe(query, variables);
  const first = await stream.next();
  expect([first?.event, (await stream.next())?.event, await stream.next()]).toEqual([
    'next',
    'complete',
    undefined,
  ]);
  return first?.data?.errors?.map(({ extensions }) => extensions.code);
}

test('what changes is told as it happens, in the order of commit', async () => {
  const stream = await subscribeNow(
    'subscription { changed { action type nodeId node { ... on Person { name } } } }',
  );
  await sql(`INSERT INTO person (id, name, other_names) VALUES ('per_s', '陆新', '{}')`);
  await sql(`DELETE FROM indicator WHERE id = 'ind_projects'`);
  expect([await nextData(stream), await nextData(stream)]).toEqual([
    { changed: { action: 'MADE', type: 'PERSON', nodeId: 'per_s', node: { name: '陆新' } } },
    { changed: { action: 'TAKEN_BACK', type: 'INDICATOR', nodeId: 'ind_projects', node: null } },
  ]);
  expect(stream.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
});

test('a list tells of rows that pass its filter, and by their ids of those that may have gone from it', async () => {
  const stream = await subscribeNow(
    'subscription ($where: MeetingFilter) { meetings(where: $where) { action nodeId node { name participations { totalCount } } } }',
    { where: { area: '330000', participation: { roles: ['ATTENDEE'] } } },
  );
  await sql(
    `INSERT INTO meeting (id, name, other_names, date_basis) VALUES ('mtg_s', '别会', '{}', 'UNKNOWN')`,
  );
  await sql(`UPDATE person SET name = '人' WHERE id = 'per_lu'`);
  await sql(`UPDATE meeting SET name = '甲会议' WHERE id = 'mtg_a'`);
  await sql(`UPDATE meeting SET name = '丁会议' WHERE id = 'mtg_d'`);
  await sql(`DELETE FROM meeting WHERE id = 'mtg_s'`);
  expect([await nextData(stream), await nextData(stream), await nextData(stream)]).toEqual([
    {
      meetings: {
        action: 'CHANGED',
        nodeId: 'mtg_a',
        node: { name: '甲会议', participations: { totalCount: 3 } },
      },
    },
    { meetings: { action: 'CHANGED', nodeId: 'mtg_d', node: null } },
    { meetings: { action: 'TAKEN_BACK', nodeId: 'mtg_s', node: null } },
  ]);
});

test('a list hides what it hides elsewhere unless asked, and shows what resolvers make', async () => {
  const query = (where: string) =>
    `subscription { articles${where} { nodeId node { headline keywords(first: 1) { word } } } }`;
  const [usual, all] = [
    await subscribeNow(query('')),
    await subscribeNow(query('(where: { superseded: true })')),
  ];
  await sql(`UPDATE article SET superseded_by_id = 'art_1' WHERE id = 'art_3'`);
  expect(await nextData(usual)).toEqual({ articles: { nodeId: 'art_3', node: null } });
  expect(await nextData(all)).toEqual({
    articles: {
      nodeId: 'art_3',
      node: { headline: '100%达标_太湖水质', keywords: [{ word: expect.any(String) }] },
    },
  });
});

test('a stream goes on behind a cursor, over batches, and nothing is told twice or left out', async () => {
  const first = await subscribeNow('subscription { people { cursor nodeId } }');
  await sql(`INSERT INTO person (id, name, other_names) VALUES ('per_first', '甲', '{}')`);
  const { cursor } = ((await nextData(first)) as never as { people: { cursor: string } }).people;
  first.close();
  await sql(
    `INSERT INTO person (id, name, other_names) SELECT 'per_b' || n, '甲', '{}' FROM generate_series(1, 250) AS n`,
  );
  const second = await subscribe('subscription ($after: String) { people(after: $after) { nodeId } }', {
    after: cursor,
  });
  const told: unknown[] = [];
  while (told.length < 250)
    told.push(((await nextData(second)) as never as { people: { nodeId: string } }).people.nodeId);
  expect(told).toEqual(Array.from({ length: 250 }, (_, n) => `per_b${n + 1}`));
  await sql(`UPDATE person SET name = '乙' WHERE id = 'per_first'`);
  expect(await nextData(second)).toEqual({ people: { nodeId: 'per_first' } });
});

test('an operation may be sent by GET', async () => {
  const query = encodeURIComponent('subscription { changed { nodeId } }');
  const response = await fetch(`${url}/graphql/stream?query=${query}`, {
    headers: { accept: 'text/event-stream' },
  });
  expect(response.status).toBe(200);
  await response.body?.cancel();
});

describe('what is wrong is told before anything begins', () => {
  test.each<[string, string, object, string]>([
    ['no GraphQL', 'subscription {', {}, 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', 'subscription { meetings { planet } }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    ['two fields', 'subscription { people { nodeId } meetings { nodeId } }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    ['a query', '{ meetings { totalCount } }', {}, 'OPERATION_RESOLUTION_FAILURE'],
    [
      'no operation',
      'subscription A { people { nodeId } } subscription B { people { nodeId } }',
      {},
      'OPERATION_RESOLUTION_FAILURE',
    ],
    ['a broken cursor', 'subscription { changed(after: "broken") { nodeId } }', {}, 'BAD_USER_INPUT'],
    [
      'a null in a filter',
      'subscription { meetings(where: { dateBasis: null }) { nodeId } }',
      {},
      'BAD_USER_INPUT',
    ],
    [
      'a wrong variable',
      'subscription ($w: MeetingFilter) { meetings(where: $w) { nodeId } }',
      { w: 1 },
      'BAD_USER_INPUT',
    ],
    [
      'too much',
      'subscription { people { node { positions(first: 100) { nodes { evidence(first: 100) { quote } } } } } }',
      {},
      'QUERY_TOO_COMPLEX',
    ],
  ])('%s', async (_, query, variables, code) => {
    expect(await refused(query, variables)).toEqual([code]);
    expect(api.failures).toEqual([]);
  });

  test('and what is no request for a stream has a status of its own', async () => {
    const ask = async (init: RequestInit) => {
      const response = await fetch(`${url}/graphql/stream`, { method: 'POST', ...init });
      const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
      return [response.status, errors[0]?.extensions.code];
    };
    const accept = 'text/event-stream';
    const json = { 'content-type': 'application/json' };
    expect(await ask({ headers: json, body: '{"query": "subscription { changed { nodeId } }"}' })).toEqual([
      406,
      'NOT_ACCEPTABLE',
    ]);
    expect(await ask({ headers: { accept, ...json }, body: '{"query": 1}' })).toEqual([400, 'BAD_REQUEST']);
    expect(await ask({ headers: { accept, ...json }, body: 'no JSON' })).toEqual([400, 'BAD_REQUEST']);
    expect(await ask({ method: 'GET', headers: { accept } })).toEqual([400, 'BAD_REQUEST']);
    expect(await ask({ headers: { accept, 'content-type': 'text/plain' }, body: 'x' })).toEqual([
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ]);
    expect(await ask({ method: 'PUT', headers: { accept } })).toEqual([405, 'METHOD_NOT_ALLOWED']);
  });
});

test('there are only so many subscriptions at a time, and one that ends makes room', async () => {
  const query = 'subscription { changed { nodeId } }';
  for (let n = 0; n < MOST; n++) expect((await subscribe(query)).status).toBe(200);
  const { status, headers, ...beyond } = await subscribe(query);
  expect([status, headers.get('retry-after')]).toEqual([503, '2']);
  beyond.close();
  streams[0]?.close();
  while ((await openSubscriptions()) === MOST) await setTimeout(20);
  expect((await subscribe(query)).status).toBe(200);
});

test('for a client that does not read nothing is read; it is told later what is there then', async () => {
  const socket = connect({ host: '127.0.0.1', port: Number(new URL(url).port) });
  const body = JSON.stringify({ query: 'subscription { articles { node { headline text } } }' });
  socket.write(
    `POST /graphql/stream HTTP/1.1\r\nhost: x\r\naccept: text/event-stream\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
  sockets.push(socket);
  socket.pause();
  while ((await openSubscriptions()) === 0) await setTimeout(20);
  await setTimeout(300);
  // More than lies in the buffers of a connection.
  await sql(`UPDATE article SET headline = '第1', text = repeat('长', 2500000) WHERE id = 'art_2'`);
  await setTimeout(2_500);
  api.takeStatements();
  for (const headline of ['第2', '第3', '第4']) {
    await sql(`UPDATE article SET headline = '${headline}' WHERE id = 'art_2'`);
    await setTimeout(1_200);
  }
  expect(api.takeStatements().filter((text) => text.includes("'upTo'"))).toEqual([]);
  let told = '';
  socket.on('data', (bytes) => {
    told += bytes.toString().replaceAll(/长+/g, '');
  });
  socket.resume();
  while (told.split('第4').length < 4 && !told.includes('event: complete')) await setTimeout(50);
  // Three changes came meanwhile: each shows what there is now. They are more than one answer may have, and are read one by one.
  expect(told.match(/第\d/g)).toEqual(['第1', '第4', '第4', '第4']);
});

test('a stream lives longer than a query may take, and ends when the server begins to stop', async () => {
  const failures: unknown[] = [];
  const admission = { ...readAdmissionSettings({}), readTimeoutMs: 1_000 };
  const own = await buildApp({
    database: api.test.database.reads,
    admission,
    log: collectFailures(failures),
  });
  const ownUrl = await own.listen({ port: 0, host: '127.0.0.1' });
  const stream = await openStream(ownUrl, { query: 'subscription { changed { nodeId } }' });
  expect(stream.status).toBe(200);
  await setTimeout(2_000);
  await sql(`UPDATE person SET name = '久' WHERE id = 'per_lu'`);
  expect(await nextData(stream)).toEqual({ changed: { nodeId: 'per_lu' } });
  const closed = own.close();
  expect([await stream.next(), await stream.next()]).toEqual([{ event: 'complete', data: null }, undefined]);
  own.server.closeAllConnections();
  await closed;
  expect(failures).toEqual([]);
});
