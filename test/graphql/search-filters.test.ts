import { indexAll } from '../support/index-all.ts';
import { fillGraph } from './graph-fixture.ts';
import { createTestApp, type TestApp } from './graphql-client.ts';

let api: TestApp;
beforeAll(async () => {
  api = await createTestApp();
  const { kysely } = api.test.database;
  await fillGraph(kysely);
  await indexAll(api.test.database);
});
afterAll(() => api.close());

async function find(query: string, where: object): Promise<string[]> {
  const { data, errors } = await api.query(
    `query ($query: String!, $where: SearchFilter) { search(query: $query, where: $where) { nodes { ... on Node { id } } } }`,
    { query, where },
  );
  expect(errors).toEqual([]);
  return (data.search as unknown as { nodes: { id: string }[] }).nodes.map(({ id }) => id).sort();
}

test('matches are narrowed to what has to do with somebody, a body or a series', async () => {
  expect(await find('太湖', { personId: 'per_ouyang' })).toContain('mtg_lake');
  expect(await find('太湖', { personId: 'per_ouyang' })).not.toContain('art_3');
  expect(await find('太湖', { organisationId: 'org_dept' })).toContain('mtg_lake');
  expect(await find('太湖', { seriesId: 'ser_lake' })).toEqual(['agr_lake', 'art_1', 'art_3', 'mtg_lake']);
  expect(await find('欧阳清源', { personId: 'per_ouyang' })).toContain('per_ouyang');
  expect(await find('太湖', { personId: 'per_none' })).toEqual([]);
});

test('the id of somebody who was merged finds what has to do with the one who is left', async () => {
  const { rows } = await api.test.database.pool.query<{ id: string; kept: string }>(
    `SELECT id, merged_into_id AS kept FROM person WHERE merged_into_id IS NOT NULL LIMIT 1`,
  );
  const [merged] = rows;
  if (merged === undefined) throw new Error('The fixture has one.');
  expect(await find('太湖', { personId: merged.id })).toEqual(await find('太湖', { personId: merged.kept }));
});

test('articles of one publisher are found', async () => {
  expect(await find('太湖', { publisher: '湖滨日报' })).toEqual(['art_1', 'art_3']);
  expect(await find('太湖', { publisher: '湖滨' })).toEqual([]);
});

test.each(['personId', 'organisationId', 'seriesId', 'publisher', 'date', 'area'])(
  'a null as %s is bad input',
  async (name) => {
    const { errors } = await api.query(
      `query ($where: SearchFilter) { search(query: "太湖", where: $where) { totalCount } }`,
      { where: { [name]: null } },
    );
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(errors[0]?.message).toContain(name);
  },
);

interface FacetShape {
  field: string;
  values: { value: string | null; name: string | null; count: number }[];
}

test('matches are counted by what is asked for, under several aliases', async () => {
  api.takeStatements();
  const { data, errors } = await api.query(`{ search(query: "太湖") {
    all: facets(by: [TYPE, MONTH, PLACE, PERSON, ORGANISATION, PUBLISHER, SERIES]) { field values { value name count } }
    one: facets(by: [PUBLISHER]) { field values { value count } }
    none: facets(by: []) { field }
    nodes { ... on Node { id } }
  } }`);
  expect(errors).toEqual([]);
  expect(api.takeStatements()).toHaveLength(1);
  const { all, one, none, nodes } = data.search as unknown as {
    all: FacetShape[];
    one: FacetShape[];
    none: FacetShape[];
    nodes: { id: string }[];
  };
  expect(none).toEqual([]);
  expect(one).toEqual([{ field: 'PUBLISHER', values: [{ value: '湖滨日报', count: 2 }] }]);
  const by = new Map(all.map(({ field, values }) => [field, values]));
  expect([...by.keys()]).toEqual(['TYPE', 'MONTH', 'PLACE', 'PERSON', 'ORGANISATION', 'PUBLISHER', 'SERIES']);
  expect(by.get('TYPE')?.reduce((sum, { count }) => sum + count, 0)).toBe(nodes.length);
  expect(by.get('MONTH')?.reduce((sum, { count }) => sum + count, 0)).toBe(nodes.length);
  expect(by.get('MONTH')?.map(({ value }) => value)).toContain('2022-06');
  // Each value of the graph is the one that a filter by it leaves.
  for (const { value, name, count } of by.get('PERSON') ?? []) {
    expect(await find('太湖', { personId: value })).toHaveLength(count);
    const { rows } = await api.test.database.pool.query('SELECT name FROM person WHERE id = $1', [value]);
    expect(rows).toEqual([{ name }]);
  }
  for (const { value, count } of by.get('ORGANISATION') ?? [])
    expect(await find('太湖', { organisationId: value })).toHaveLength(count);
  for (const { value, count } of by.get('PLACE') ?? [])
    expect(await find('太湖', { area: value })).toHaveLength(count);
  expect(by.get('SERIES')).toMatchObject([{ value: 'ser_lake', name: '太湖流域协作小组工作会议' }]);
  expect(by.get('PERSON')?.length).toBeGreaterThan(0);
});
