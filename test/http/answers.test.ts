import { brotliDecompressSync, gzipSync } from 'node:zlib';
import { createTestApp, type TestApp } from '../graphql/graphql-client.ts';

const ORIGIN = 'https://allowed.example';

let api: TestApp;
beforeAll(async () => {
  api = await createTestApp({ http: { corsOrigins: [ORIGIN] } });
});
afterAll(() => api.close());

const JSON_TYPE = { 'content-type': 'application/json' };

test.each([
  ['GET', '/nowhere', 404, 'NOT_FOUND'],
  ['POST', '/nowhere', 404, 'NOT_FOUND'],
  ['PUT', '/graphql', 405, 'METHOD_NOT_ALLOWED'],
  ['DELETE', '/health', 405, 'METHOD_NOT_ALLOWED'],
  ['PATCH', '/', 405, 'METHOD_NOT_ALLOWED'],
  ['GET', '/%', 400, 'BAD_REQUEST'],
  ['GET', '/graphql?query=%', 400, 'BAD_REQUEST'],
  ['GET', `/explorer/${'x'.repeat(2000)}`, 404, 'NOT_FOUND'],
  ['GET', '/explorer/..%2f..%2f..%2fetc%2fpasswd', 404, 'NOT_FOUND'],
  ['GET', '/..%5c..%5cpackage.json', 404, 'NOT_FOUND'],
  ['GET', '/metrics', 404, 'NOT_FOUND'],
] as const)(
  '%s %s is answered with %d %s, and no stack or path of ours',
  async (method, url, status, code) => {
    const response = await api.app.inject({ method, url });
    expect(response.statusCode).toBe(status);
    expect(response.json()).toEqual({ errors: [{ message: expect.any(String), extensions: { code } }] });
    expect(response.headers['content-type']).toMatch(/^application\/json/);
    expect(response.body).not.toMatch(/node_modules|\.ts|\bat \w+ \(/);
  },
);

test.each([
  ['an empty body', JSON_TYPE, '', 400],
  ['half a body', JSON_TYPE, '{"query', 400],
  ['a prototype', JSON_TYPE, '{"query":"{__typename}","__proto__":{"x":1}}', 400],
  ['a list', JSON_TYPE, '[{"query":"{__typename}"}]', 400],
  ['no type', {}, '{"query":"{__typename}"}', 415],
  ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 'query=x', 415],
  ['a packed body', { ...JSON_TYPE, 'content-encoding': 'gzip' }, gzipSync('{"query":"{__typename}"}'), 400],
])('%s gets an error with a code', async (_, headers, payload, status) => {
  const response = await api.app.inject({ method: 'POST', url: '/graphql', headers, payload });
  expect(response.statusCode).toBe(status);
  expect(response.json().errors[0].extensions.code).toMatch(/^(?:BAD_REQUEST|UNSUPPORTED_MEDIA_TYPE)$/);
});

test('405 names the methods of a path, and OPTIONS asks for them', async () => {
  const refused = await api.app.inject({ method: 'DELETE', url: '/graphql' });
  expect(refused.headers.allow).toBe('GET, HEAD, POST, OPTIONS');
  expect((await api.app.inject({ method: 'HEAD', url: '/health' })).statusCode).toBe(200);
  const plain = await createTestApp();
  const asked = await plain.app.inject({ method: 'OPTIONS', url: '/health' });
  expect([asked.statusCode, asked.headers.allow]).toEqual([204, 'GET, HEAD, OPTIONS']);
  await plain.close();
});

test.each(['/', '/graphql', '/nowhere', '/health'])(
  '%s has the headers that keep browsers safe',
  async (url) => {
    const { headers } = await api.app.inject(url);
    expect(headers).toMatchObject({
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'SAMEORIGIN',
      'x-request-id': expect.any(String),
    });
    expect(headers['content-security-policy']).not.toMatch(/unsafe-eval|script-src[^;]*unsafe|https?:/);
    expect(headers).not.toHaveProperty('strict-transport-security');
  },
);

describe('pages of other origins', () => {
  const preflight = (origin: string) =>
    api.app.inject({
      method: 'OPTIONS',
      url: '/graphql',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type,x-api-key',
      },
    });

  test('may read answers if the settings name them', async () => {
    const { statusCode, headers } = await preflight(ORIGIN);
    expect(statusCode).toBe(204);
    expect(headers['access-control-allow-origin']).toBe(ORIGIN);
    expect(headers['access-control-allow-headers']).toMatch(/content-type.*x-api-key/);
    expect(headers).not.toHaveProperty('access-control-allow-credentials');
  });

  test('may not if they do not', async () => {
    expect((await preflight('https://evil.example')).headers).not.toHaveProperty(
      'access-control-allow-origin',
    );
    const plain = await createTestApp();
    const { headers } = await plain.app.inject({ url: '/health', headers: { origin: ORIGIN } });
    expect(headers).not.toHaveProperty('access-control-allow-origin');
    await plain.close();
  });
});

describe('compression', () => {
  const ask = (query: string, encoding: string) =>
    api.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'accept-encoding': encoding },
      payload: { query },
    });
  const LARGE = '{ __schema { types { name description } } }';

  test('makes large answers small for those who ask', async () => {
    const plain = await ask(LARGE, 'identity');
    expect(plain.headers).not.toHaveProperty('content-encoding');
    const packed = await ask(LARGE, 'br, gzip');
    expect(packed.headers).toMatchObject({
      'content-encoding': 'br',
      vary: expect.stringMatching(/accept-encoding/i),
    });
    expect(packed.rawPayload.length * 2).toBeLessThan(plain.rawPayload.length);
    expect(String(brotliDecompressSync(packed.rawPayload))).toBe(plain.body);
  });

  test('leaves small ones alone, and can be switched off', async () => {
    expect((await ask('{ __typename }', 'br, gzip')).headers).not.toHaveProperty('content-encoding');
    const plain = await createTestApp({ http: { compression: false } });
    const { headers } = await plain.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'accept-encoding': 'br, gzip' },
      payload: { query: LARGE },
    });
    expect(headers).not.toHaveProperty('content-encoding');
    await plain.close();
  });
});

test('a server with introspection and explorer off tells nothing of its schema', async () => {
  const closed = await createTestApp({ http: { introspection: false, explorer: false } });
  const told = [
    await closed.query('{ __schema { types { name } } }'),
    await closed.query('{ meeting { nam } }'),
    await closed.query('{ meetings(wher: {}) { totalCont } }'),
    await closed.query('query ($w: MeetingFilter) { meetings(where: $w) { totalCount } }', {
      w: { dat: {} },
    }),
    await closed.query('query ($t: [EntityType!]) { search(query: "x", types: $t) { totalCount } }', {
      t: ['MEETIN'],
    }),
    await closed.query('{ meetings { groups(by: [YEA]) { count } } }'),
  ];
  expect(told.filter(({ errors }) => errors.length === 0)).toEqual([]);
  expect(JSON.stringify(told)).not.toMatch(/Did you mean|"(?:name|where|date|YEAR)"/);
  const page = await closed.app.inject({ url: '/', headers: { accept: 'text/html' } });
  expect([page.statusCode, page.json().errors[0].message]).toEqual([
    404,
    expect.not.stringContaining('explorer'),
  ]);
  const visit = await closed.app.inject({ url: '/graphql', headers: { accept: 'text/html' } });
  expect(visit.statusCode).toBe(400);
  await closed.close();
});
