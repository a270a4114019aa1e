import { buildApp } from '../../../src/http/app.ts';
import { collectFailures } from '../../support/collect-failures.ts';
import { fillGraph } from '../graph-fixture.ts';
import { createTestApp, type TestApp } from '../graphql-client.ts';

const KEY = 'a key of this test';

let api: TestApp;
beforeAll(async () => {
  api = await createTestApp();
  await fillGraph(api.test.database.kysely);
});
afterAll(() => api.close());
beforeEach(() => api.takeStatements());

/** What `make` gives for the numbers below `count`, one after the other. */
const times = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => make(i)).join(' ');
const ids = times(100, () => '"art_1"');

const REFUSED: [name: string, query: string, variables?: Record<string, unknown>][] = [
  [
    'H1: introspection under a hundred aliases on three levels',
    `{ __schema { ${times(100, (i) => `a${i}: types { ...F }`)} } }
     fragment F on __Type { ${times(100, (i) => `c${i}: fields { ...G }`)} } fragment G on __Field { ${times(100, (i) => `b${i}: name`)} }`,
  ],
  [
    'H1: introspection under a hundred aliases on two levels',
    `{ __schema { ${times(100, (i) => `a${i}: types { ...F }`)} } } fragment F on __Type { ${times(100, (i) => `c${i}: fields { name }`)} }`,
  ],
  [
    'H2: ten trees of areas',
    `{ ${times(10, (i) => `a${i}: area(code: "330000") { parent { children { children { children { children { name } } } } } }`)} }`,
  ],
  ['H3: one tree of areas', '{area(code:"330000"){parent{children{children{children{children{name}}}}}}}'],
  [
    'H4: keywords of a hundred articles two hundred times',
    `{ articles(first: 100) { nodes { ${times(200, (i) => `a${i}: keywords { word }`)} } } }`,
  ],
  [
    'H4: highlights of a search three hundred times',
    `{ search(query: "会议") { edges { ${times(300, (i) => `a${i}: highlights { snippet }`)} } } }`,
  ],
  [
    'H5: three hundred times the text of a hundred articles',
    `{ nodes(ids: [${ids}]) { ... on Article { ${times(300, (i) => `a${i}: text`)} } } }`,
  ],
  [
    'H6: three hundred filters of other rows',
    `{ people(where: { and: [${times(300, () => '{ participation: { roles: [CHAIR] } }')}] }) { totalCount } }`,
  ],
  [
    'H6: ten thousand tests of a text',
    'query ($w: PersonFilter) { people(where: $w) { totalCount } }',
    { w: { or: Array.from({ length: 10_000 }, () => ({ name: { contains: 'x' } })) } },
  ],
  [
    'H6: hundreds of tests of a text',
    'query ($w: PersonFilter) { people(where: $w) { totalCount } }',
    { w: { or: Array.from({ length: 1_200 }, (_, i) => ({ name: { contains: `x${i}` } })) } },
  ],
  [
    'H6: the texts of all articles tested ten times',
    `{ ${times(10, (i) => `a${i}: articles(where: { text: { contains: "x" } }) { totalCount }`)} }`,
  ],
  ['H6: eight hundred counts', `{ ${times(800, (i) => `a${i}: people { totalCount }`)} }`],
  [
    'H6: counts under one root',
    `{ people(where: { article: "art_1" }) { ${times(200, (i) => `a${i}: totalCount`)} } }`,
  ],
  [
    'H6: two hundred groupings',
    `{ meetings { ${times(200, (i) => `a${i}: groups(by: [PLACE, SERIES, CHAIR]) { count }`)} } }`,
  ],
  [
    'H7: sixty-six thousand conditions',
    'query ($w: OrganisationFilter) { organisations(where: $w) { totalCount } }',
    { w: { or: Array.from({ length: 66_000 }, () => ({ area: '' })) } },
  ],
  [
    'H7: thirty thousand ids',
    'query ($w: PersonFilter) { people(where: $w) { totalCount } }',
    { w: { ids: Array.from({ length: 30_000 }, (_, i) => `per_${i}`) } },
  ],
  [
    'H7: one list of ids in each of many fields',
    `query ($ids: [ID!]!) { ${times(40, (i) => `a${i}: people(where: { ids: $ids }) { totalCount }`)} }`,
    { ids: Array.from({ length: 100 }, (_, i) => `per_${i}`) },
  ],
  ['open questions again and again', `{ ${times(10, (i) => `a${i}: openQuestions { totalCount }`)} }`],
  ['searches again and again', `{ ${times(45, (i) => `a${i}: search(query: "会") { totalCount }`)} }`],
  [
    'nothing but type names',
    `{ people(first: 100) { nodes { meetings(first: 100) { nodes { ${times(60, (i) => `a${i}: __typename`)} } } } } }`,
  ],
  [
    'a megabyte of variables that nothing uses',
    'query ($t: String!) { suggest(prefix: $t) { text } }',
    { t: 'x', unused: 'x'.repeat(700_000) },
  ],
  [
    'fragments that double sixty times',
    `{ people { nodes { ...F0 } } } ${times(60, (i) => `fragment F${i} on Person { a: peers { person { ...F${i + 1} } } b: peers { person { ...F${i + 1} } } }`)} fragment F60 on Person { name }`,
  ],
  [
    'H18: filters that nest forty levels',
    `{ people(where: ${'{ not: '.repeat(40)}{}${' }'.repeat(40)}) { totalCount } }`,
  ],
];

test.each(REFUSED)(
  '%s: refused as too complex, before anything is read',
  async (_, query, ...[variables]) => {
    const start = performance.now();
    const { status, errors, data } = await api.query(query, variables);
    expect([status, errors.map(({ extensions }) => extensions.code)]).toEqual([400, ['QUERY_TOO_COMPLEX']]);
    expect(data ?? null).toBeNull();
    expect(api.takeStatements()).toEqual([]);
    expect(JSON.stringify(errors).length).toBeLessThan(1_000);
    // Some 200 ms on a machine of its own; tests may share theirs.
    expect(performance.now() - start).toBeLessThan(20_000);
  },
);

test('H6: the refusal names the cost, the limit, and the field that costs most', async () => {
  const { errors } = await api.query(
    '{ chairs: people(first: 100) { nodes { name all: positions(first: 100) { nodes { title evidence(first: 100) { quote } } } } } }',
  );
  expect(errors[0]?.message).toMatch(
    /^The query is too complex: it costs [\d,]{9,} points, and 450,000 are allowed; most of them, [\d,]{9,}, for `people\.nodes\.positions\.nodes\.evidence`\. Ask for smaller pages/,
  );
});

test('H18, A3: a subscription is an error of the client, and nothing for the log', async () => {
  const { status, errors } = await api.query('subscription { meetings { nodeId } }');
  expect([status, errors.map(({ extensions }) => extensions.code)]).toEqual([
    400,
    ['OPERATION_RESOLUTION_FAILURE'],
  ]);
  expect(errors[0]?.message).toContain('send them to /graphql/stream');
  expect(api.failures).toEqual([]);
});

test.each([
  [
    'a NUL in a filter',
    'query ($t: String!) { people(where: { name: { equals: $t } }) { totalCount } }',
    'a\0b',
  ],
  ['a NUL in an id', 'query ($t: ID!) { person(id: $t) { name } }', 'per_\0'],
  [
    'a NUL in a list',
    'query ($t: String!) { people(where: { name: { in: ["a", $t] } }) { totalCount } }',
    '\0',
  ],
  ['a NUL in a search', 'query ($t: String!) { search(query: $t) { totalCount } }', 'a\0b'],
  [
    'a text of 20,000 characters',
    'query ($t: String!) { people(where: { name: { contains: $t } }) { totalCount } }',
    'x'.repeat(20_000),
  ],
])('H18: %s is refused before anything is read', async (_, query, t) => {
  const response = await api.app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { accept: 'application/graphql-response+json' },
    payload: { query, variables: { t } },
  });
  expect([response.statusCode, response.json().errors[0].extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
  expect(api.takeStatements()).toEqual([]);
  expect(api.failures).toEqual([]);
});

test.each([
  ['a NUL in a name', { name: 'a\0.html', text: '一' }, /`ingestDocument\.input\.name` holds a NUL/],
  [
    'a URL of 300,000 characters',
    { name: 'a.html', text: '一', url: `https://x.cn/${'a'.repeat(300_000)}` },
    /`ingestDocument\.input\.url` has 300,013 characters|has 300013 characters/,
  ],
])('H18: a change with %s is refused, and nothing is written', async (_, input, message) => {
  const failures: unknown[] = [];
  const { database } = api.test;
  const app = await buildApp({
    database: database.reads,
    writer: { database, apiKey: KEY },
    log: collectFailures(failures),
  });
  const query = 'mutation ($input: IngestDocumentInput!) { ingestDocument(input: $input) { status } }';
  const response = await app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'x-api-key': KEY, accept: 'application/graphql-response+json' },
    payload: { query, variables: { input } },
  });
  await app.close();
  expect([response.statusCode, response.json().errors[0].extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
  expect(response.json().errors[0].message).toMatch(message);
  expect(failures).toEqual([]);
});

test('H18: what is wrong while a query runs is an error of the client too, where nothing is answered', async () => {
  const read = async (query: string) => {
    const headers = { accept: 'application/graphql-response+json' };
    const response = await api.app.inject({ method: 'POST', url: '/graphql', headers, payload: { query } });
    return response.statusCode;
  };
  expect(await read('{ people(after: "broken") { totalCount } }')).toBe(400);
  expect(await read('{ area(code: "330000") { children(first: 1001) { name } } }')).toBe(400);
  // Half an answer is one.
  expect(
    await read('{ person(id: "per_wen") { name } area(code: "330000") { children(first: -1) { name } } }'),
  ).toBe(200);
});
