import { setMaxListeners } from 'node:events';
import { type ASTNode, execute, Kind, parse, print, visit } from 'graphql';
import { createRandom } from '../../bench/support/random.ts';
import { RandomOperations } from '../../bench/support/random-operations.ts';
import { Admission } from '../../src/admission/admission.ts';
import { readAdmissionSettings } from '../../src/admission/admission-settings.ts';
import { AnswerBudget } from '../../src/graphql/context/answer-budget.ts';
import { Batches } from '../../src/graphql/context/batch.ts';
import { RequestReads } from '../../src/graphql/context/request-reads.ts';
import { RequestWords } from '../../src/graphql/context/request-words.ts';
import { PlanRunner } from '../../src/graphql/context/run-plan.ts';
import { schema } from '../../src/graphql/schema.ts';
import { warmWords } from '../../src/search/words/words.ts';
import { makeCursor } from '../support/make-cursor.ts';
import { FIXTURE_VOCABULARY } from './fixture-vocabulary.ts';
import { fillGraph } from './graph-fixture.ts';
import { createTestApp, type TestApp } from './graphql-client.ts';

/** Operations that go both ways; `RANDOM_OPERATIONS` says how many are tried. */
const OPERATIONS = Number(process.env.RANDOM_OPERATIONS ?? 2_000);

let api: TestApp;
beforeAll(async () => {
  api = await createTestApp();
  await fillGraph(api.test.database.kysely);
  await warmWords();
});
afterAll(() => api.close());

/** What graphql-js answers where it walks all that the statements give. */
async function walk(query: string): Promise<unknown> {
  const admission = new Admission(readAdmissionSettings({}));
  const { signal } = new AbortController();
  setMaxListeners(0, signal);
  const reads = new RequestReads({ database: api.test.database.reads, admission, signal });
  const compiler = { kysely: api.test.database.kysely, names: null, batches: new Batches(null) };
  const contextValue = {
    reads,
    plans: new PlanRunner(reads, compiler, new AnswerBudget(100_000_000)),
    operation: { composed: null, outcomes: null, variables: {} },
    words: new RequestWords(),
  };
  const { data, errors } = await execute({ schema, document: parse(query), contextValue });
  if (errors) throw errors[0]?.originalError ?? errors[0];
  return data;
}

/** Fields that the database does not answer as they go out, which are left out so that more operations are. */
const WALKED = ['highlights', 'facets'];
const TYPENAME = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } } as const;

const simplify = (query: string): string =>
  print(visit(parse(query), { enter: (node) => (isWalked(node) ? TYPENAME : undefined) }));

function isWalked(node: ASTNode): boolean {
  return node.kind === Kind.FIELD && WALKED.includes(node.name.value);
}

test('a statement is composed once for all ids, and gives what each of them asks for', async () => {
  const query = `query ($id: ID!, $who: ID, $first: Int) {
    person(id: $id) { __typename id name } meetings(first: $first, where: { participation: { participant: $who } }) { nodes { id } } }`;
  const ask = async (variables: Record<string, unknown>) => {
    api.takeStatements();
    const { data, errors } = await api.query(query, variables);
    expect(errors).toEqual([]);
    return { data, statements: api.takeStatements().sort() };
  };
  const one = await ask({ id: 'per_wen', who: 'per_wen', first: 5 });
  const other = await ask({ id: 'per_lu', who: 'per_lu', first: 5 });
  expect(other.statements).toEqual(one.statements);
  expect([one.data.person, other.data.person]).toEqual([
    { __typename: 'Person', id: 'per_wen', name: '温若水' },
    { __typename: 'Person', id: 'per_lu', name: '鲁一鸣' },
  ]);
  expect(one.data.meetings).not.toEqual(other.data.meetings);
  // Of what a statement is made is not late: a null id, another page.
  const none = await ask({ id: 'per_wen', first: 5 });
  expect(none.statements).not.toEqual(one.statements);
  expect((await ask({ id: 'per_wen', who: 'per_wen', first: 1 })).data.meetings?.nodes).toHaveLength(1);
  expect((await ask({ id: 'per_older', who: 'per_wen', first: 5 })).data).toEqual(one.data);
});

test('where what is looked at is an id, each id has its own statement', async () => {
  const query = 'query ($id: ID!) { node(id: $id) { __typename id } }';
  const types = { per_wen: 'Person', mtg_lake: 'Meeting' };
  for (const [id, type] of Object.entries(types))
    expect((await api.query(query, { id })).data).toEqual({ node: { __typename: type, id } });
});

test('an answer of which a statement fails says which and where', async () => {
  const noDay = makeCursor(['Meeting STARTS_ON DESC', ['2020-13-45'], 'mtg_lake']);
  const { data, errors } = await api.query(
    `{ first: person(id: "per_wen") { name } broken: meetings(after: "${noDay}") { nodes { id } } }`,
  );
  expect(data).toBeNull();
  expect(errors).toEqual([
    expect.objectContaining({
      path: ['broken'],
      locations: [{ line: 1, column: 41 }],
      extensions: { code: 'BAD_USER_INPUT' },
    }),
  ]);
});

test('an answer is the same, to the order of its keys, whether it goes out as the database wrote it or graphql-js makes it', async () => {
  const operations = new RandomOperations(schema, FIXTURE_VOCABULARY, createRandom(12));
  let [alike, asWritten] = [0, 0];
  for (let n = 0; n < OPERATIONS; n++) {
    const query = simplify(operations.next());
    const send = () => api.app.inject({ method: 'POST', url: '/graphql', payload: { query } });
    const first = await send();
    const { data, errors } = JSON.parse(first.payload);
    if (errors) continue;
    // The second time nothing is parsed.
    const again = await send();
    expect([again.statusCode, again.headers['content-type']]).toEqual([
      first.statusCode,
      first.headers['content-type'],
    ]);
    expect(again.payload).toBe(first.payload);
    // PostgreSQL writes blanks around the colons of an object.
    asWritten += first.payload.includes('" : ') ? 1 : 0;
    expect(`${query}\n${JSON.stringify(data)}`).toBe(`${query}\n${JSON.stringify(await walk(query))}`);
    alike += 1;
  }
  expect(alike).toBeGreaterThan(OPERATIONS / 2);
  expect(asWritten).toBeGreaterThan(OPERATIONS / 5);
}, 600_000);
