import { createRandom } from '../../../bench/support/random.ts';
import { RandomOperations } from '../../../bench/support/random-operations.ts';
import { schema } from '../../../src/graphql/schema.ts';
import { warmWords } from '../../../src/search/words/words.ts';
import { FIXTURE_VOCABULARY } from '../fixture-vocabulary.ts';
import { fillGraph } from '../graph-fixture.ts';
import { createTestApp, type TestApp } from '../graphql-client.ts';

/** A statement cannot bind more. */
const MAX_PARAMETERS = 65_535;

/** How an operation that asks too much is refused; one of more than 5,000 tokens is not even parsed. */
const REFUSED: readonly string[] = [
  'QUERY_TOO_COMPLEX',
  'BAD_USER_INPUT',
  'ANSWER_TOO_LARGE',
  'GRAPHQL_PARSE_FAILED',
];

let api: TestApp;
beforeAll(async () => {
  api = await createTestApp();
  await fillGraph(api.test.database.kysely);
  // As a server does before it listens: else the first search waits for the dictionary.
  await warmWords();
});
afterAll(() => api.close());

test('H8: any well-typed operation is refused as the client asked too much, or answered', async () => {
  const operations = new RandomOperations(
    schema,
    { ...FIXTURE_VOCABULARY, cursors: [...FIXTURE_VOCABULARY.cursors, 'broken'] },
    createRandom(11),
  );
  const codes = new Map<string, number>();
  for (let n = 0; n < 150; n++) {
    const query = operations.next();
    api.takeStatements();
    const { status, errors } = await api.query(query);
    const told = errors.map(({ extensions }) => extensions.code);
    const unwanted = told.filter((code) => !REFUSED.includes(code));
    expect({ query, status: status < 500, unwanted }).toEqual({ query, status: true, unwanted: [] });
    for (const statement of api.takeStatements()) {
      const parameters = [...statement.matchAll(/\$(\d+)/g)].map(([, number]) => Number(number));
      expect(Math.max(0, ...parameters)).toBeLessThan(MAX_PARAMETERS / 2);
    }
    for (const code of new Set(told.length === 0 ? ['answered'] : told))
      codes.set(code, (codes.get(code) ?? 0) + 1);
  }
  expect(api.failures).toEqual([]);
  // The generator asks for much and for little: most is answered, some refused.
  expect(codes.get('answered')).toBeGreaterThan(50);
  expect(codes.get('QUERY_TOO_COMPLEX')).toBeGreaterThan(2);
}, 120_000);
