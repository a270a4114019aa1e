import { getIntrospectionQuery } from 'graphql';
import { sql } from 'kysely';
import { Admission } from '../../../src/admission/admission.ts';
import { readAdmissionSettings } from '../../../src/admission/admission-settings.ts';
import { AnswerBudget } from '../../../src/graphql/context/answer-budget.ts';
import { Batches } from '../../../src/graphql/context/batch.ts';
import type { Context } from '../../../src/graphql/context/context.ts';
import { RequestReads } from '../../../src/graphql/context/request-reads.ts';
import { PlanRunner } from '../../../src/graphql/context/run-plan.ts';
import { composeStatement, valuesOf } from '../../../src/graphql/context/statement.ts';
import { DEFAULT_LIMITS } from '../../../src/graphql/cost/limits.ts';
import { schema } from '../../../src/graphql/schema.ts';
import { createApolloServer } from '../../../src/graphql/server/apollo-server.ts';
import { OperationPlans } from '../../../src/graphql/server/operation-plans.ts';
import { fillGraph } from '../graph-fixture.ts';
import { createTestApp, type TestApp } from '../graphql-client.ts';

let api: TestApp;
beforeAll(async () => {
  api = await createTestApp();
  await fillGraph(api.test.database.kysely);
});
afterAll(() => api.close());
beforeEach(() => api.takeStatements());

/** Points of a query, as its context is told. */
async function costOf(query: string): Promise<number> {
  const admission = new Admission(readAdmissionSettings({}));
  const { signal } = new AbortController();
  const reads = new RequestReads({ database: api.test.database.reads, admission, signal });
  const server = createApolloServer({
    log: () => undefined,
    introspection: true,
    plans: new OperationPlans(schema, DEFAULT_LIMITS),
  });
  const told: number[] = [];
  // Apollo works on a shallow copy of the context: what is set there shows in an accessor that both inherit.
  const inherited = {
    set cost(points: number) {
      told.push(points);
    },
  };
  const contextValue: Context = Object.assign(Object.create(inherited), {
    plans: new PlanRunner(
      reads,
      { kysely: api.test.database.kysely, names: null, batches: new Batches(null) },
      new AnswerBudget(DEFAULT_LIMITS.answerBytes),
    ),
    operation: { composed: null, outcomes: null, variables: {} },
    reads,
    writer: { write: () => Promise.reject(new Error('Nothing is written here.')) },
    observer: { operationAnswered: () => undefined, pageTaken: () => undefined, failed: () => '' },
    takeTurn: async () => undefined,
  });
  const { body } = await server.executeOperation({ query }, { contextValue });
  await server.stop();
  expect(body).toMatchObject({
    kind: 'single',
    singleResult: expect.not.objectContaining({ errors: expect.anything() }),
  });
  expect(told).toHaveLength(1);
  return told[0] ?? 0;
}

test.each([
  ['one meeting', '{ meeting(id: "mtg_lake") { name startsOn } }', 1_000],
  ['a first page', '{ articles(first: 100) { nodes { id headline publishedOn } } }', 2_000],
  ['a page with texts', '{ articles { nodes { headline text } } }', 5_000],
  ['a count', '{ people { totalCount } }', 5_000],
  [
    'a page of people with their parts',
    '{ people(first: 100) { nodes { name participations(first: 20) { nodes { roles meeting { name startsOn } } } } } }',
    50_000,
  ],
  [
    'the tools of others',
    getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true, oneOf: true }),
    250_000,
  ],
])('the context is told what %s costs, and it is not much', async (_, query, most) => {
  const cost = await costOf(query);
  expect(cost).toBeGreaterThan(0);
  expect(cost).toBeLessThan(most);
});

const COUNTS = ['articles', 'meetings', 'people', 'organisations', 'agreements']
  .map((list) => `${list} { totalCount }`)
  .join(' ');

test.each([
  [
    'meetings with everybody who was there and what they signed',
    `{ meetings(first: 20) { totalCount nodes { name startsOn places { name }
      participations(first: 100) { nodes { roles nameAsPrinted positions { title } participant { ... on Person { id name } ... on Organisation { id name } } } }
      agreements { nodes { title signedOn signatures { party { ... on Organisation { name } ... on Area { name } } } } } } } }`,
  ],
  [
    'a person with all positions and fifty parts',
    '{ person(id: "per_wen") { name positions(first: 100) { nodes { title observedOn } } participations(first: 50) { nodes { roles meeting { name startsOn } } } } }',
  ],
  [
    'people whose name contains a character',
    '{ people(first: 50, where: { name: { contains: "王" } }) { totalCount nodes { name participations(first: 5) { nodes { roles meeting { name } } } } } }',
  ],
  [
    'five counts and three charts',
    `{ ${COUNTS} byMonth: meetings { groups(by: [MONTH]) { keys count } } byPlace: meetings { groups(by: [PROVINCE, MONTH]) { keys count } } byParty: agreements { groups(by: [PARTY], orderBy: COUNT) { keys count } } }`,
  ],
  [
    'three levels of areas with counts',
    '{ area(code: "330000") { children { name meetings { totalCount } children { name meetings { totalCount } } } } }',
  ],
  [
    'a count for each province',
    `{ ${Array.from({ length: 31 }, (_, i) => `a${i}: meetings(where: { area: "${i + 11}0000" }) { totalCount }`).join(' ')} }`,
  ],
  [
    'a filter of and, or, not over other lists',
    '{ meetings(where: { and: [{ participation: { participant: "per_wen" } }, { not: { participation: { participant: "per_lu" } } }, { or: [{ hasAgreements: true }, { area: "330000" }] }] }) { nodes { name } } }',
  ],
  [
    'evidence of five kinds of facts',
    `{ meetings { nodes { evidence { quote } participations { nodes { evidence(first: 1) { quote } } }
      agreements { nodes { evidence { quote } signatures(first: 10) { evidence(first: 1) { quote article { headline } } } } } } } }`,
  ],
  [
    'peers of peers',
    '{ person(id: "per_wen") { peers { count person { name peers { count person { name } } } } } }',
  ],
  [
    'keywords of a hundred articles',
    '{ articles(first: 100) { nodes { headline keywords { word weight } } } }',
  ],
  [
    'highlights of a hundred matches',
    '{ search(query: "会议", first: 100) { totalCount facets { field values { value count } } edges { score node { __typename ... on Article { headline } } highlights { snippet ranges { start end } } } } }',
  ],
])('a reasonable question passes: %s', async (_, query) => {
  const { status, errors } = await api.query(query);
  expect([status, errors]).toEqual([200, []]);
});

test('A6, A9: a list takes `first`, null is as if it were left out, and the most is told', async () => {
  const signatures = async (first: string) =>
    (await api.query(`{ agreement(id: "agr_lake") { signatures${first} { id } } }`)).data?.agreement
      ?.signatures;
  expect(await signatures('(first: 1)')).toEqual([{ id: 'sig_1' }]);
  expect(await signatures('(first: 0)')).toEqual([]);
  expect(await signatures('(first: null)')).toEqual(await signatures(''));
  expect((await api.query('{ suggest(prefix: "w", first: null) { text } }')).errors).toEqual([]);
  const { errors } = await api.query('{ agreement(id: "agr_lake") { signatures(first: 1001) { id } } }');
  expect(errors).toEqual([
    expect.objectContaining({ message: '`first` must be between 0 and 1000, not 1001.' }),
  ]);
});

test('H5: an answer of too many bytes stays in the database, and is an error of the client', async () => {
  const small = await createTestApp({ limits: { ...DEFAULT_LIMITS, answerBytes: 2_000 } });
  try {
    await fillGraph(small.test.database.kysely);
    const long = Array.from({ length: 100 }, (_, i) => `a${i}: name`).join(' ');
    const { status, errors, data } = await small.query(`{ people { nodes { ${long} } } }`);
    expect([status, errors.map(({ extensions }) => extensions.code)]).toEqual([400, ['ANSWER_TOO_LARGE']]);
    expect(data).toBeNull();
    // What comes together counts together.
    const each = Array.from({ length: 40 }, (_, i) => `a${i}: name`).join(' ');
    const person = `person(id: "per_wen") { ${each} }`;
    expect((await small.query(`{ ${person} }`)).errors).toEqual([]);
    const both = await small.query(`{ one: ${person} two: ${person} three: ${person} }`);
    expect(both.errors.map(({ extensions }) => extensions.code)).toContain('ANSWER_TOO_LARGE');
    expect(both.status).toBe(200);
  } finally {
    await small.close();
  }
  const statement = composeStatement(sql`to_json(repeat('x', 1000))`, api.test.database.kysely);
  const { rows } = await api.test.database.pool.query(
    statement.text,
    valuesOf(statement, { variables: {}, bytesLeft: 10, understood: new Map() }),
  );
  expect(rows).toEqual([{ value: null, bytes: 1002 }]);
});
