import { fillGraph } from './graph-fixture.ts';
import { createTestApp, type TestApp } from './graphql-client.ts';

let api: TestApp;
beforeAll(async () => {
  api = await createTestApp();
  await fillGraph(api.test.database.kysely);
});
afterAll(() => api.close());
beforeEach(() => api.takeStatements());
afterEach(() => expect(api.failures).toEqual([]));

const nested = (levels: number): string =>
  levels === 0 ? 'name' : `name children { nodes { ${nested(levels - 1)} } }`;

test.each([
  ['a syntax error', '{ meetings { ', 'GRAPHQL_PARSE_FAILED'],
  ['an unknown field', '{ meetings { nodes { colour } } }', 'GRAPHQL_VALIDATION_FAILED'],
  [
    'a date that is none',
    '{ meetings(where: { date: { from: "2022-02-30" } }) { totalCount } }',
    'GRAPHQL_VALIDATION_FAILED',
  ],
  ['a page that is too large', '{ meetings(first: 1000) { totalCount } }', 'BAD_USER_INPUT'],
  [
    'a nested page that is too large',
    '{ meetings { nodes { participations(first: 101) { totalCount } } } }',
    'BAD_USER_INPUT',
  ],
  ['too many peers', '{ people { nodes { peers(first: 101) { count } } } }', 'BAD_USER_INPUT'],
  ['too much evidence', '{ meetings { nodes { evidence(first: -1) { quote } } } }', 'BAD_USER_INPUT'],
  ['too many ids', `{ nodes(ids: [${'"a" '.repeat(101)}]) { id } }`, 'BAD_USER_INPUT'],
  ['no dimension', '{ meetings { groups(by: []) { count } } }', 'BAD_USER_INPUT'],
  ['too many groups', '{ meetings { groups(by: [YEAR], first: 1001) { count } } }', 'BAD_USER_INPUT'],
  ['a NUL', '{ people(where: { name: { contains: "\\u0000" } }) { totalCount } }', 'BAD_USER_INPUT'],
  ['an endless search', `{ search(query: "${'长'.repeat(301)}") { totalCount } }`, 'BAD_USER_INPUT'],
  ['a query that nests too deep', `{ organisations { nodes { ${nested(9)} } } }`, 'QUERY_TOO_COMPLEX'],
  [
    'a query of too many rows',
    `{ people(first: 100) { nodes { meetings(first: 100) { nodes { participations(first: 100) { nodes { nameAsPrinted } } } } } } }`,
    'QUERY_TOO_COMPLEX',
  ],
  [
    'a query of too many fields',
    `{ ${Array.from({ length: 1500 }, (_, i) => `a${i}: __typename b${i}: area(code: "1") { code }`)
      .join(' ')
      .slice(0, 60_000)} }`,
    'GRAPHQL_PARSE_FAILED',
  ],
  [
    'fragments that multiply',
    `{ people { nodes { ...A } } } ${'ABCDEFGHI'
      .split('')
      .map(
        (name, i) =>
          `fragment ${name} on Person { ${['a', 'b', 'c', 'd'].map((k) => `${k}: positions { nodes { person { ...${'BCDEFGHIJ'[i]} } } }`).join(' ')} }`,
      )
      .join(' ')} fragment J on Person { name }`,
    'QUERY_TOO_COMPLEX',
  ],
])('%s is refused with a code', async (_, query, code) => {
  const { errors, data } = await api.query(query);
  expect(errors.map(({ extensions }) => extensions)).toEqual(errors.map(() => ({ code })));
  expect(errors.length).toBeGreaterThan(0);
  expect(data ?? null).toBeNull();
  expect(JSON.stringify(errors)).not.toMatch(/node_modules|at .*\.ts/);
});

test('variables that nest too deep, or are of another type, are refused', async () => {
  let where: object = {};
  for (let level = 0; level < 500; level++) where = { not: where };
  const query = 'query ($where: MeetingFilter) { meetings(where: $where) { totalCount } }';
  expect((await api.query(query, { where })).errors[0]?.extensions.code).toBe('QUERY_TOO_COMPLEX');
  expect((await api.query(query, { where: 1 })).errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  expect((await api.query(query, { where: { date: { to: 'yesterday' } } })).errors[0]?.extensions.code).toBe(
    'BAD_USER_INPUT',
  );
});

test.each([
  "'; DROP TABLE person; --",
  "a' || pg_sleep(9) || '",
  '\\',
  '%',
  '$1',
  '"',
  "'a':* & !b",
  '\ud800',
  '😀',
])('the text %j is data wherever it is put', async (text) => {
  const { errors } = await api.query(
    `query ($text: String!, $id: ID!) {
        people(where: { name: { contains: $text, startsWith: $text, in: [$text] }, ids: [$id] }) { totalCount }
        meetings(where: { area: $text, series: $id, article: $id, participation: { participant: $id } }) { totalCount groups(by: [PLACE]) { keys } }
        node(id: $id) { id }
        area(code: $text) { name }
        suggest(prefix: $text) { text }
      }`,
    { text, id: `per_${text}` },
  );
  expect(errors).toEqual([]);
  const search = await api.query('query ($text: String!) { search(query: $text) { totalCount } }', { text });
  expect(search.errors.filter(({ extensions }) => extensions.code !== 'BAD_USER_INPUT')).toEqual([]);
  const { rows } = await api.test.database.pool.query('SELECT count(*)::integer AS count FROM person');
  expect(rows).toEqual([{ count: 5 }]);
});

test('introspection passes the limits', async () => {
  const { getIntrospectionQuery } = await import('graphql');
  const { errors } = await api.query(
    getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true }),
  );
  expect(errors).toEqual([]);
});

test('a failure of our own is logged and told without detail', async () => {
  await api.test.database.pool.query('ALTER TABLE signature RENAME TO signature_away');
  try {
    const { errors } = await api.query('{ agreements { nodes { signatures { implied } } } }');
    expect(errors).toEqual([
      expect.objectContaining({
        message: 'Something went wrong on our side; the failure was logged.',
        extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: expect.any(String) },
      }),
    ]);
    expect(api.failures.splice(0)).toHaveLength(1);
  } finally {
    await api.test.database.pool.query('ALTER TABLE signature_away RENAME TO signature');
  }
});
