import { jest } from '@jest/globals';
import { prepareGraph } from '../../src/ingest/ingest.ts';
import { createTestApp, type TestApp } from '../graphql/graphql-client.ts';

/** The first page loads the dictionary; on a machine with other work that takes long. */
jest.setTimeout(240_000);

const KEY = 'a key of this test';
const MIB = 1024 * 1024;

const INGEST = `mutation ($input: IngestDocumentInput!) {
  ingestDocument(input: $input) {
    status
    document { articles { headline publishedOn publishedOnBasis } }
    userErrors { code path }
  }
}`;

const NEWS = `# 甲省乙省座谈会召开

4月8日，浙江·江苏合作座谈会在杭州举行。浙江省省长王浩、江苏省省长许昆林代表两省签署《浙苏合作框架协议》。
`;

let api: TestApp;
beforeAll(async () => {
  api = await createTestApp({ apiKey: KEY });
  await prepareGraph(api.test.database);
});
afterAll(() => api.close());

const send = (input: object, headers: object = { 'x-api-key': KEY }) =>
  api.app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { ...headers },
    payload: { query: INGEST, variables: { input } },
  });

const ingest = async (input: object) => (await send(input)).json().data.ingestDocument;

test('A11: a page as large as pages may be comes in with the key', async () => {
  // Blanks are nothing to read: this is about bytes.
  const bytes = Buffer.concat([Buffer.from(NEWS), Buffer.alloc(15 * MIB, ' ')]);
  expect(await ingest({ name: 'large.md', base64: bytes.toString('base64') })).toMatchObject({
    status: 'INGESTED',
    document: { articles: [{ headline: '甲省乙省座谈会召开' }] },
    userErrors: [],
  });
});

test('A11: a larger one is told to be too large, and its bytes are not kept', async () => {
  const answer = await ingest({ name: 'huge.md', base64: Buffer.alloc(17 * MIB, '\n').toString('base64') });
  expect(answer).toMatchObject({ status: 'QUARANTINED', userErrors: [{ code: 'DOCUMENT_TOO_LARGE' }] });
  const { rows } = await api.test.database.pool.query(
    `SELECT octet_length(bytes) AS kept FROM quarantined_document WHERE name = 'huge.md'`,
  );
  expect(rows).toEqual([{ kept: 0 }]);
});

test.each([
  ['without a key', {}],
  ['with a wrong key', { 'x-api-key': 'a guess' }],
])('a large body %s is not even read', async (_, headers) => {
  const response = await send({ name: 'a', text: '\n'.repeat(2 * MIB) }, headers);
  expect([response.statusCode, response.json().errors[0].extensions.code]).toEqual([
    413,
    'PAYLOAD_TOO_LARGE',
  ]);
  // One whose length is not told is read until it is too long, and no further.
  let read = 0;
  const chunks = new ReadableStream({
    pull(controller) {
      read += MIB / 4;
      // A client that does not notice that nobody reads must not fill the machine's memory.
      if (read > 64 * MIB) controller.close();
      else controller.enqueue(new Uint8Array(MIB / 4).fill(0x20));
    },
  });
  const url = api.app.server.listening ? origin() : await api.app.listen({ port: 0, host: '127.0.0.1' });
  const streamed = fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: chunks,
    duplex: 'half',
  } as RequestInit);
  await expect(streamed.then(({ status }) => status)).resolves.toBe(413);
  expect(read).toBeLessThan(16 * MIB);
});

function origin(): string {
  const address = api.app.server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

test('A11: the day of publication that is given goes before what the page says', async () => {
  const text = `${NEWS}\n发布时间：2021-04-10\n`;
  const answer = await ingest({ name: 'given.md', text, publishedOn: '2024-04-09' });
  expect(answer.document.articles).toMatchObject([{ publishedOn: '2024-04-09', publishedOnBasis: 'GIVEN' }]);
});

test.each([
  [{ base64: '这不是' }, 'BASE64_INVALID', 'base64'],
  [{ base64: 'data:text/html;base64,AAAA' }, 'BASE64_INVALID', 'base64'],
  [{ base64: 'AA==AA' }, 'BASE64_INVALID', 'base64'],
  [{ base64: 'AAAA', text: 'x' }, 'INPUT_AMBIGUOUS', 'base64'],
  [{}, 'INPUT_MISSING', 'text'],
])('the input %j is refused as data with a code', async (input, code, path) => {
  expect(await ingest({ name: 'a', ...input })).toEqual({
    status: null,
    document: null,
    userErrors: [{ code, path: [path] }],
  });
});

test('Base64 with the line breaks of mail is read', async () => {
  const base64 = Buffer.from(NEWS).toString('base64').replace(/.{76}/g, '$&\r\n');
  expect(await ingest({ name: 'mail.md', base64 })).toMatchObject({ status: 'INGESTED' });
});
