import { setMaxListeners } from 'node:events';
import { Admission } from '../../src/admission/admission.ts';
import { readAdmissionSettings } from '../../src/admission/admission-settings.ts';
import { Batches } from '../../src/graphql/context/batch.ts';
import { RequestReads } from '../../src/graphql/context/request-reads.ts';
import type { Statement } from '../../src/graphql/context/statement.ts';
import { LateValue } from '../../src/graphql/read-plan/late-value.ts';
import { fillGraph } from './graph-fixture.ts';
import { createTestApp, type TestApp } from './graphql-client.ts';

let api: TestApp;
beforeAll(async () => {
  api = await createTestApp();
  await fillGraph(api.test.database.kysely);
});
afterAll(() => api.close());

/** Ids of every kind, of one that was merged away too, and of nobody. */
const IDS = ['per_wen', 'per_lu', 'mtg_lake', 'no such id', 'a\'b\\"c{},', ''];

/** Documents whose one variable is an id. */
const DOCUMENTS = [
  'query ($id: ID!) { person(id: $id) { id name positions { nodes { id title organisation { name } } } } }',
  'query ($id: ID!) { meeting(id: $id) { name startsOn participations(first: 2) { totalCount nodes { id } pageInfo { endCursor hasNextPage } } } }',
  'query ($id: ID!) { meetings(first: 3, where: { participation: { participant: $id } }) { totalCount nodes { id } } }',
  'query ($id: ID!) { path(from: $id, to: "per_lu") { __typename } }',
  'query ($id: ID!) { one: person(id: $id) { name } two: person(id: "per_lu") { name peers(first: 3) { nodes { person { id } } } } }',
];

test.each(DOCUMENTS)(
  'who asks for one row while others do is read together with them: %s',
  async (document) => {
    const alone = new Map<string, unknown>();
    for (const id of IDS) alone.set(id, await api.query(document, { id }));
    api.takeStatements();
    const asked = Array.from({ length: 60 }, (_, index) => IDS[index % IDS.length] ?? '');
    const answers = await Promise.all(asked.map((id) => api.query(document, { id })));
    expect(answers).toEqual(asked.map((id) => alone.get(id)));
    // Some are read at once, and others with the next: how many depends on how long one takes on this machine.
    expect(api.takeStatements().length).toBeLessThan(asked.length);
  },
);

/** Runs a statement for requests of several values at a time. */
function createReader(text: string) {
  const admission = new Admission(readAdmissionSettings({}));
  const batches = new Batches(null);
  const statement: Statement = { text, parameters: [new LateValue('n'), 7], queries: new Set(), ms: 1 };
  return (value: string, signal = new AbortController().signal) => {
    setMaxListeners(0, signal);
    const reads = new RequestReads({ database: api.test.database.reads, admission, signal });
    const batch = batches.of(statement);
    expect(batch).not.toBeNull();
    return reads.row<{ value: string }>({ text, values: [value, 7] }, { timed: statement, batch });
  };
}

const settle = async (rows: readonly Promise<unknown>[]) =>
  (await Promise.allSettled(rows)).map((row) => (row.status === 'fulfilled' ? row.value : row.reason.code));

test('what the database refuses of one request is told to that one alone', async () => {
  const read = createReader('SELECT $2::integer / $1::integer AS value, 1 AS bytes');
  const rows = await settle(['1', '7', '0', '7', '1', '0'].map((value) => read(value)));
  const seven = { value: 7, bytes: 1 };
  const one = { value: 1, bytes: 1 };
  expect(rows).toEqual([seven, one, '22012', one, seven, '22012']);
});

test('who goes takes nothing from those that are read with it', async () => {
  const read = createReader(
    'SELECT $1::integer + $2::integer AS value, length(pg_sleep(0.05)::text) AS bytes',
  );
  const controller = new AbortController();
  const rows = settle(
    [1, 2, 3, 4, 5].map((value) => read(String(value), value === 4 ? controller.signal : undefined)),
  );
  controller.abort(Object.assign(new Error('gone'), { code: 'GONE' }));
  const row = (value: number) => ({ value: value + 7, bytes: 0 });
  expect(await rows).toEqual([row(1), row(2), row(3), 'GONE', row(5)]);
});

test('a statement that would be the same for all, or whose values have no type, is no batch', () => {
  const create = (text: string, parameters: unknown[]) =>
    new Batches(null).of({ text, parameters, queries: new Set() });
  expect(create('SELECT $1::text', [new LateValue('id')])).not.toBeNull();
  expect(create('SELECT $1::text', ['id'])).toBeNull();
  expect(create('SELECT $1', [new LateValue('id')])).toBeNull();
  expect(
    create('SELECT $10, $1::text', [new LateValue('id'), ...Array(8).fill(0), new LateValue('id')]),
  ).toBeNull();
});
