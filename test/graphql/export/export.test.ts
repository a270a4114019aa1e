import { exportRows } from '../../../src/graphql/export/export-rows.ts';
import { EXPORT_KINDS, EXPORTED } from '../../../src/graphql/export/exported.ts';
import { fillGraph } from '../graph-fixture.ts';
import { createTestApp, type TestApp } from '../graphql-client.ts';

let api: TestApp;
beforeAll(async () => {
  api = await createTestApp();
  await fillGraph(api.test.database.kysely);
});
afterAll(() => api.close());

const get = (url: string) => api.app.inject({ method: 'GET', url });
const linesOf = (text: string) =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

test.each(EXPORT_KINDS)('the export of %s has each row that was not merged away, once', async (kind) => {
  const { table, merges } = EXPORTED[kind];
  const own = merges ? 'WHERE merged_into_id IS NULL' : '';
  const { rows } = await api.test.database.pool.query(
    `SELECT count(*)::integer AS count FROM ${table} ${own}`,
  );
  const { statusCode, headers, payload } = await get(`/export/${kind}.ndjson`);
  expect([statusCode, headers['content-type']]).toEqual([200, 'application/x-ndjson; charset=utf-8']);
  const lines = linesOf(payload);
  expect(lines).toHaveLength(rows[0].count);
  if (kind === 'evidence') return;
  expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
  // The ids are those of the API; facts of the fixture have none as the store makes them.
  const told = lines.filter(({ id }) => /^(?:doc|art|per|org|mtg|agr|ser)_/.test(id));
  for (const { id } of told.slice(0, 3))
    expect((await api.query('query ($id: ID!) { node(id: $id) { id } }', { id })).data).toEqual({
      node: { id },
    });
});

test('rows have the names of the API, and refer to others by id and name', async () => {
  const people = linesOf((await get('/export/people.ndjson')).payload);
  expect(people).toContainEqual({
    id: 'per_wen',
    name: '温若水',
    otherNames: ['溫若水'],
    updatedAt: expect.stringMatching(/Z$/),
  });
  const [participation] = linesOf((await get('/export/participations.ndjson')).payload);
  expect(participation).toEqual({
    id: expect.any(String),
    meeting: { id: expect.stringMatching(/^mtg_/), name: expect.any(String) },
    nameAsPrinted: expect.any(String),
    participant: { __typename: expect.stringMatching(/^(Person|Organisation)$/), id: expect.any(String) },
    roles: expect.any(Array),
    updatedAt: expect.any(String),
  });
});

test('a table has a heading, and a column for each part', async () => {
  const { headers, payload } = await get('/export/positions.csv');
  expect(headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
  const [heading, first = ''] = payload.split('\n');
  expect(heading).toBe(
    'area.code,area.name,id,observedOn,organisation.id,organisation.name,person.id,person.name,role,title,updatedAt',
  );
  expect(first.split(',')).toHaveLength(11);
});

test('an export goes on behind a row, to the same end', async () => {
  const all = linesOf((await get('/export/people.ndjson')).payload);
  const rest = linesOf((await get(`/export/people.ndjson?after=${all[0].id}`)).payload);
  expect(rest).toEqual(all.slice(1));
  const table = (await get('/export/people.csv')).payload.split('\n');
  expect((await get(`/export/people.csv?after=${all[0].id}`)).payload).toBe(table.slice(2).join('\n'));
});

test('some hundred rows are read at a time', async () => {
  const { kysely, pool } = api.test.database;
  const added = Array.from({ length: 1_100 }, (_, n) => `('add_${String(n).padStart(5, '0')}', '甲', '{}')`);
  await pool.query(`INSERT INTO person (id, name, other_names) VALUES ${added}`);
  const sizes: number[] = [];
  const query = pool.query.bind(pool) as Parameters<typeof exportRows>[1]['query'];
  for await (const rows of exportRows('people', { kysely, query }, 'add_')) sizes.push(rows.length);
  expect(sizes.slice(0, 2)).toEqual([500, 500]);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeGreaterThanOrEqual(1_100);
  await pool.query(`DELETE FROM person WHERE id LIKE 'add_%'`);
});

test.each([
  ['/export/planets.ndjson', 404, 'NOT_FOUND'],
  ['/export/people.xml', 404, 'NOT_FOUND'],
  ['/export/people', 404, 'NOT_FOUND'],
  ['/export/people.ndjson?after=a&after=b', 400, 'BAD_USER_INPUT'],
  ['/export/people.ndjson?after=%00', 400, 'BAD_USER_INPUT'],
])('%s is refused', async (url, status, code) => {
  const { statusCode, payload } = await get(url);
  expect([statusCode, JSON.parse(payload).errors[0].extensions.code]).toEqual([status, code]);
});
