import { makeCursor } from '../support/make-cursor.ts';
import { fillGraph } from './graph-fixture.ts';
import { createTestApp, type TestApp } from './graphql-client.ts';

let api: TestApp;
beforeAll(async () => {
  api = await createTestApp();
  const { kysely } = api.test.database;
  await fillGraph(kysely);
  // Two people of one name, one of whom is at two meetings; and two that have no name in common.
  const person = (id: string, name: string) => ({ id, name, other_names: [], merged_into_id: null });
  await kysely
    .insertInto('person')
    .values([person('per_w1', '王浩'), person('per_w2', '王浩')])
    .execute();
  const chair = { organisation_id: null, roles: '{CHAIR}', ordinal: 9, name_as_printed: '王浩' };
  await kysely
    .insertInto('participation')
    .values([
      { ...chair, id: 'par_w1', meeting_id: 'mtg_b', person_id: 'per_w1' },
      { ...chair, id: 'par_w2', meeting_id: 'mtg_b', person_id: 'per_w2' },
      { ...chair, id: 'par_w3', meeting_id: 'mtg_d', person_id: 'per_w2' },
    ])
    .execute();
  await kysely
    .insertInto('meeting_session')
    .values({ meeting_id: 'mtg_a', series_id: 'ser_lake', ordinal: 1 })
    .execute();
});
afterAll(() => api.close());
beforeEach(() => api.takeStatements());

interface Group {
  readonly keys: readonly (string | null)[];
  readonly ids: readonly (string | null)[];
  readonly count: number;
  readonly cursor: string;
}

/** The groups of a list; one statement. */
async function groupsOf(list: string, fields: string): Promise<readonly Group[]> {
  const { data, errors } = await api.query(`{ list: ${list} { ${fields} } }`);
  expect(errors).toEqual([]);
  expect(api.takeStatements()).toHaveLength(1);
  return data.list?.groups as unknown as readonly Group[];
}

/** The rows of a plain statement. */
async function rowsOf(statement: string): Promise<readonly object[]> {
  return (await api.test.database.pool.query(statement)).rows;
}

test('by quarter and by week of ISO 8601, whose years begin elsewhere', async () => {
  expect(await groupsOf('meetings', 'groups(by: [QUARTER, WEEK, DAY]) { keys count }')).toEqual([
    { keys: ['2020-Q4', '2020-W53', '2020-12-31'], count: 1 },
    { keys: ['2021-Q1', '2021-W09', '2021-03-01'], count: 2 },
    { keys: ['2022-Q2', '2022-W23', '2022-06-06'], count: 1 },
    { keys: [null, null, null], count: 2 },
  ]);
  const published = await groupsOf('articles', 'groups(by: [WEEK]) { keys count }');
  // The second of January 2021 is in the last week of 2020.
  expect(published.map(({ keys }) => keys[0])).toEqual(['2020-W53', '2022-W23', null]);
});

test('meetings by person: people of one name are apart, with their ids, and what these stand for', async () => {
  const found = await groupsOf(
    'meetings(where: { not: { participation: { participantType: ORGANISATION } } })',
    'groups(by: [PERSON]) { keys ids count nodes { __typename ... on Person { id name } } }',
  );
  const expected =
    await rowsOf(`SELECT json_build_array(p.name) AS keys, json_build_array(p.id) AS ids, count(*)::integer AS count,
      json_build_array(CASE WHEN p.id IS NOT NULL THEN json_build_object('__typename', 'Person', 'id', p.id, 'name', p.name) END) AS nodes
    FROM meeting AS m LEFT JOIN participation AS t ON t.meeting_id = m.id LEFT JOIN person AS p ON p.id = t.person_id
    WHERE m.merged_into_id IS NULL AND m.id <> 'mtg_lake' GROUP BY p.id, p.name ORDER BY p.name, p.id`);
  expect(found).toEqual(expected);
  expect(found.filter(({ keys }) => keys[0] === '王浩').map(({ ids, count }) => [ids[0], count])).toEqual([
    ['per_w1', 1],
    ['per_w2', 2],
  ]);
});

test('articles by those whom they name, and by series that they report', async () => {
  const { data, errors } = await api.query(`{ articles {
    people: groups(by: [PERSON]) { ids count } bodies: groups(by: [ORGANISATION]) { ids count } series: groups(by: [SERIES]) { keys ids count } } }`);
  expect(errors).toEqual([]);
  const by = (column: string) =>
    rowsOf(`SELECT json_build_array(e.${column}) AS ids, count(DISTINCT a.id)::integer AS count
      FROM article AS a LEFT JOIN evidence AS e ON e.article_id = a.id AND e.${column} IS NOT NULL
      GROUP BY e.${column} ORDER BY e.${column}`);
  const sorted = (groups: unknown) =>
    [...(groups as Group[])].sort((a, b) => ((a.ids[0] ?? '~') < (b.ids[0] ?? '~') ? -1 : 1));
  expect(sorted(data.articles?.people)).toEqual(await by('person_id'));
  expect(sorted(data.articles?.bodies)).toEqual(await by('organisation_id'));
  expect(data.articles?.series).toEqual([
    { keys: ['太湖流域协作小组工作会议'], ids: ['ser_lake'], count: 2 },
    { keys: [null], ids: [null], count: 1 },
  ]);
});

test('a key stands for one of several types, or for nothing', async () => {
  expect(
    await groupsOf(
      'agreements',
      'groups(by: [PARTY, KIND]) { keys nodes { __typename ... on Area { code } ... on Organisation { id } } }',
    ),
  ).toEqual([
    {
      keys: ['上海市青浦区', 'MEMORANDUM'],
      nodes: [{ __typename: 'Area', code: '310118' }, null],
    },
    {
      keys: ['浙江省生态环境厅', 'MEMORANDUM'],
      nodes: [{ __typename: 'Organisation', id: 'org_dept' }, null],
    },
    { keys: [null, 'AGREEMENT'], nodes: [null, null] },
  ]);
});

test('the average number of participants by series', async () => {
  expect(
    await groupsOf(
      'meetings',
      'groups(by: [SERIES], average: { participations: { roles: [SPEAKER, CHAIR] } }) { ids average count }',
    ),
  ).toEqual(
    await rowsOf(`SELECT json_build_array(s.series_id) AS ids, count(*)::integer AS count, avg((SELECT count(*) FROM participation AS p
        WHERE p.meeting_id = m.id AND p.roles && '{SPEAKER,CHAIR}'))::float8 AS average
      FROM meeting AS m LEFT JOIN meeting_session AS s ON s.meeting_id = m.id WHERE m.merged_into_id IS NULL
      GROUP BY s.series_id ORDER BY s.series_id`),
  );
  expect((await groupsOf('meetings', 'groups(by: [SERIES]) { average }'))[0]).toEqual({ average: null });
});

test.each([
  ['KEYS', ''],
  ['COUNT', ''],
  ['FIRST_DAY', ''],
  ['RISE', 'comparedWith: { date: { to: "2021-12-31" } }'],
])('groups by %s are paged to their end, each once, at any size', async (order, args) => {
  const list = 'meetings';
  for (const by of ['PERSON', 'MONTH', 'PERSON, FORMAT', 'PLACE, PERSON, MONTH']) {
    const groups = `groups(by: [${by}], orderBy: ${order} ${args}`;
    const all = await groupsOf(list, `${groups}) { keys ids count cursor }`);
    expect(all.length).toBeGreaterThan(3);
    for (const size of [1, 2, 5]) {
      const found: Group[] = [];
      for (let after: string | null = null; ; ) {
        const page: readonly Group[] = await groupsOf(
          list,
          `${groups}, first: ${size}, after: ${JSON.stringify(after)}) { keys ids count cursor }`,
        );
        found.push(...page);
        if (page.length < size) break;
        after = page.at(-1)?.cursor ?? null;
      }
      expect(found).toEqual(all);
    }
  }
});

test('groups are compared with those of other rows of the same list, also below a parent', async () => {
  const compared = (where: string) => `groups(by: [FORMAT], ${where}) { keys count compared }`;
  expect(
    await groupsOf('meetings(where: { date: { from: "2022-01-01" } })', compared('comparedWith: {}')),
  ).toEqual([{ keys: ['IN_PERSON'], count: 1, compared: 1 }]);
  const { data, errors } = await api.query(`{ person(id: "per_wen") { meetings {
    ${compared('comparedWith: { date: { to: "2021-12-31" } }')}
    none: groups(by: [FORMAT], atLeast: 2, comparedWith: {}) { count } plain: groups(by: [FORMAT]) { compared rise } } } }`);
  expect(errors).toEqual([]);
  expect(data.person?.meetings).toEqual({
    groups: [
      { keys: ['IN_PERSON'], count: 1, compared: 0 },
      { keys: [null], count: 1, compared: 1 },
    ],
    none: [],
    plain: [
      { compared: null, rise: null },
      { compared: null, rise: null },
    ],
  });
});

test('a rise since nothing is bad input', async () => {
  const { errors } = await api.query('{ meetings { groups(by: [MONTH], orderBy: RISE) { count } } }');
  expect(errors).toEqual([
    expect.objectContaining({
      message: expect.stringContaining('`comparedWith`'),
      extensions: { code: 'BAD_USER_INPUT' },
    }),
  ]);
});

test('groups tell the first and the last day of their rows', async () => {
  expect(
    await groupsOf('meetings', 'groups(by: [FORMAT], orderBy: FIRST_DAY) { keys firstDay lastDay }'),
  ).toEqual([
    { keys: ['VIDEO'], firstDay: '2020-12-31', lastDay: '2020-12-31' },
    { keys: [null], firstDay: '2021-03-01', lastDay: '2021-03-01' },
    { keys: ['IN_PERSON'], firstDay: '2022-06-06', lastDay: '2022-06-06' },
  ]);
  expect(await groupsOf('people', 'groups(by: [ROLE], first: 1) { firstDay }')).toEqual([{ firstDay: null }]);
});

test('a cursor of other groups, or of a list, is bad input', async () => {
  const [first] = await groupsOf('meetings', 'groups(by: [MONTH]) { cursor }');
  for (const field of [
    'meetings { groups(by: [YEAR], after: $after) { count } }',
    'meetings { groups(by: [MONTH], orderBy: COUNT, after: $after) { count } }',
    'agreements { groups(by: [MONTH], after: $after) { count } }',
    'meetings(after: $after) { nodes { id } }',
  ]) {
    const { errors } = await api.query(`query ($after: String) { ${field} }`, { after: first?.cursor });
    expect([field, errors.map(({ extensions }) => extensions.code)]).toEqual([field, ['BAD_USER_INPUT']]);
  }
  const after = makeCursor(['Meeting groups MONTH by COUNT', ['many', '2021-03', null], '']);
  const { errors } = await api.query(
    'query ($after: String) { meetings { groups(by: [MONTH], orderBy: COUNT, after: $after) { count } } }',
    { after },
  );
  expect(errors[0]?.message).toContain('broken');
});
