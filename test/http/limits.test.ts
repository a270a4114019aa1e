import { connect } from 'node:net';
import { createTestApp, type TestApp } from '../graphql/graphql-client.ts';

const KEY = 'a key of this test';
const MAX_REQUESTS = 5;
const MAX_WRONG_KEYS = 3;
const PAYLOAD = { query: '{ __typename }' };

let api: TestApp;
beforeAll(async () => {
  api = await createTestApp({
    apiKey: KEY,
    http: {
      maxRequestsPerMinute: MAX_REQUESTS,
      maxWrongKeysPerMinute: MAX_WRONG_KEYS,
      trustedProxies: ['10.0.0.1'],
    },
  });
});
afterAll(() => api.close());

/** Sends a request as the proxy that is trusted does for a client. */
const sendFor = (client: string, headers: object = {}) =>
  api.app.inject({
    method: 'POST',
    url: '/graphql',
    remoteAddress: '10.0.0.1',
    headers: { 'x-forwarded-for': client, ...headers },
    payload: PAYLOAD,
  });

const statuses = async (count: number, send: (turn: number) => Promise<{ statusCode: number }>) => {
  const found: number[] = [];
  for (let i = 0; i < count; i += 1) found.push((await send(i)).statusCode);
  return found;
};

const times = (count: number, status: number) => Array.from({ length: count }, () => status);

test('an address that sends too many requests is told when to come back; others are not held up', async () => {
  expect(await statuses(MAX_REQUESTS + 2, () => sendFor('192.0.2.1'))).toEqual([
    ...times(MAX_REQUESTS, 200),
    429,
    429,
  ]);
  const refused = await sendFor('192.0.2.1');
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect(refused.json()).toEqual({
    errors: [{ message: expect.stringMatching(/try again in \d+ s/), extensions: { code: 'RATE_LIMITED' } }],
  });
  expect((await sendFor('192.0.2.2')).statusCode).toBe(200);
});

test('the addresses of one IPv6 network are one, and a client cannot give itself another', async () => {
  const sent = await statuses(MAX_REQUESTS + 1, (turn) => sendFor(`2001:db8:1:2::${turn}`));
  expect(sent).toEqual([...times(MAX_REQUESTS, 200), 429]);
  const direct = await statuses(MAX_REQUESTS + 1, (turn) =>
    api.app.inject({
      url: '/nowhere',
      remoteAddress: '203.0.113.7',
      headers: { 'x-forwarded-for': `198.51.100.${turn}` },
    }),
  );
  expect(direct).toEqual([...times(MAX_REQUESTS, 404), 429]);
});

test('who watches the server is always answered', async () => {
  const watch = () => api.app.inject({ url: '/health', remoteAddress: '192.0.2.9' });
  expect(await statuses(MAX_REQUESTS + 2, watch)).toEqual(times(MAX_REQUESTS + 2, 200));
});

test('H16: after a few wrong keys no key of that address is looked at for a minute', async () => {
  const guess = () => sendFor('192.0.2.3', { 'x-api-key': 'a guess' });
  expect(await statuses(MAX_WRONG_KEYS + 1, guess)).toEqual([...times(MAX_WRONG_KEYS, 200), 429]);
  const right = await sendFor('192.0.2.3', { 'x-api-key': KEY });
  expect([right.statusCode, right.json().errors[0].extensions.code]).toEqual([429, 'RATE_LIMITED']);
  expect(Number(right.headers['retry-after'])).toBeGreaterThan(0);
  // Elsewhere the key is good, however often it is sent.
  const good = () => sendFor('192.0.2.4', { 'x-api-key': KEY });
  expect(await statuses(MAX_WRONG_KEYS + 2, good)).toEqual(times(MAX_WRONG_KEYS + 2, 200));
});

describe('H17: connections that', () => {
  let slow: TestApp;
  let port: number;
  beforeAll(async () => {
    slow = await createTestApp({
      http: { requestTimeoutMs: 1000, keepAliveTimeoutMs: 1000, maxConnections: 4 },
    });
    port = Number(new URL(await slow.app.listen({ port: 0, host: '127.0.0.1' })).port);
  });
  afterAll(() => slow.close());

  /** What a connection is answered until the server closes it. */
  const converse = (...parts: readonly string[]): Promise<string> =>
    new Promise((done, fail) => {
      const socket = connect(port, '127.0.0.1', () => parts.forEach((part) => void socket.write(part)));
      let answer = '';
      socket.setEncoding('utf8').on('data', (text) => {
        answer += text;
      });
      socket.on('error', fail).on('close', () => done(answer));
    });

  const head = 'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n';

  test('say nothing are closed', async () => {
    expect(await converse()).toMatch(/^(?:HTTP\/1.1 408 .*REQUEST_TIMEOUT.*)?$/s);
  });

  test.each([
    ['never end their headers', [head]],
    ['never end their body', [`${head}content-length: 100\r\n\r\n`, '{"query":']],
    ['never end their chunks', [`${head}transfer-encoding: chunked\r\n\r\n`, '1\r\n{\r\n']],
  ])('%s are answered and closed', async (_, parts) => {
    const answer = await converse(...parts);
    expect(answer).toMatch(/^HTTP\/1.1 408 Request Timeout\r\n/);
    const [, body = ''] = answer.split('\r\n\r\n');
    expect(JSON.parse(body)).toMatchObject({ errors: [{ extensions: { code: 'REQUEST_TIMEOUT' } }] });
  });

  test('wait for their next request are closed in time', async () => {
    expect(await converse('GET /health HTTP/1.1\r\nhost: x\r\n\r\n')).toMatch(/^HTTP\/1.1 200 OK/);
  });

  test('are too many are closed at once, and those that are there go on', async () => {
    const held = Array.from({ length: 4 }, () => converse(head));
    await new Promise((done) => setTimeout(done, 200));
    expect(await converse('GET /health HTTP/1.1\r\nhost: x\r\n\r\n')).toBe('');
    const answers = await Promise.all(held);
    expect(answers.filter((answer) => answer.startsWith('HTTP/1.1 408'))).toHaveLength(4);
  });

  test.each([
    ['are no HTTP', 'hello\r\n\r\n', '400 Bad Request', 'BAD_REQUEST'],
    [
      'send endless headers',
      `GET / HTTP/1.1\r\nhost: x\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`,
      '431 Request Header Fields Too Large',
      'HEADERS_TOO_LARGE',
    ],
  ])('%s get an error with a code', async (_, text, status, code) => {
    const answer = await converse(text);
    expect(answer.startsWith(`HTTP/1.1 ${status}\r\n`)).toBe(true);
    expect(answer).toContain(`"code":"${code}"`);
  });
});
