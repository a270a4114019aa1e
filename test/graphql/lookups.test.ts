import { fillGraph } from './graph-fixture.ts';
import { createTestApp, type TestApp } from './graphql-client.ts';

const SAID_OF_THE_DAY = {
  field: 'DATE',
  alternatives: [
    { values: ['2022-06-06'], articleIds: ['art_1'] },
    { values: ['2022-06-07'], articleIds: ['art_3'] },
  ],
};
const SAID_OF_THE_CHAIR = {
  field: 'CHAIR',
  alternatives: [
    { values: ['per_wen'], articleIds: ['art_1'] },
    { values: ['per_lu'], articleIds: ['art_3'] },
  ],
};

let api: TestApp;
beforeAll(async () => {
  api = await createTestApp();
  const { kysely } = api.test.database;
  await fillGraph(kysely);
  await kysely
    .updateTable('meeting')
    .set({ contradictions: JSON.stringify([SAID_OF_THE_DAY, SAID_OF_THE_CHAIR]) })
    .where('id', '=', 'mtg_lake')
    .execute();
  await kysely
    .updateTable('agreement')
    .set({ contradictions: JSON.stringify([{ ...SAID_OF_THE_DAY, field: 'SIGNED_ON' }]) })
    .where('id', '=', 'agr_old')
    .execute();
});
afterAll(() => api.close());

/** The answer to a request of one statement that must succeed. */
async function ask(query: string) {
  api.takeStatements();
  const { data, errors } = await api.query(query);
  expect(errors).toEqual([]);
  expect(api.takeStatements()).toHaveLength(1);
  return data;
}

test('The bodies of a meeting, and the meetings of a body whose minister came', async () => {
  const { meeting } = await ask(`{ meeting(id: "mtg_lake") {
    bodies { organisation { id meetings { nodes { id } } } participation { id } through { id participant { ... on Person { id } } } }
    one: bodies(first: 1) { organisation { id } }
  } }`);
  const meetings = { nodes: [{ id: 'mtg_lake' }] };
  expect(meeting).toEqual({
    bodies: [
      {
        organisation: { id: 'org_ministry', meetings },
        participation: null,
        through: [{ id: 'par_2', participant: { id: 'per_ouyang' } }],
      },
      { organisation: { id: 'org_dept', meetings }, participation: { id: 'par_3' }, through: [] },
    ],
    one: [{ organisation: { id: 'org_ministry' } }],
  });
});

test('All contradictions', async () => {
  const { contradictions } = await ask(`{ contradictions {
    totalCount nodes { field entity { __typename id displayName } statements { value isShown articles { id } } } } }`);
  const lake = { __typename: 'Meeting', id: 'mtg_lake', displayName: '太湖流域协作小组第三次工作会议' };
  const old = { __typename: 'Agreement', id: 'agr_old', displayName: '合作协议' };
  const said = (value: string, other: string) => [
    { value, isShown: true, articles: [{ id: 'art_1' }] },
    { value: other, isShown: false, articles: [{ id: 'art_3' }] },
  ];
  expect(contradictions).toEqual({
    totalCount: 3,
    nodes: [
      { field: 'DATE', entity: lake, statements: said('2022-06-06', '2022-06-07') },
      { field: 'CHAIR', entity: lake, statements: said('温若水', '鲁一鸣') },
      { field: 'SIGNED_ON', entity: old, statements: said('2022-06-06', '2022-06-07') },
    ],
  });
});

test('All contradictions about days, page by page', async () => {
  const seen: unknown[] = [];
  let after: string | null = null;
  do {
    const { contradictions } =
      await ask(`{ contradictions(fields: [DATE, SIGNED_ON], first: 1, after: ${JSON.stringify(after)}) {
      totalCount edges { node { field entity { id } } } pageInfo { endCursor hasNextPage } } }`);
    expect(contradictions?.totalCount).toBe(2);
    seen.push(contradictions?.edges?.[0]);
    after = contradictions?.pageInfo?.hasNextPage ? String(contradictions.pageInfo.endCursor) : null;
  } while (after !== null);
  expect(seen).toEqual([
    { node: { field: 'DATE', entity: { id: 'mtg_lake' } } },
    { node: { field: 'SIGNED_ON', entity: { id: 'agr_old' } } },
  ]);
  expect((await ask('{ contradictions(fields: []) { totalCount } }')).contradictions?.totalCount).toBe(0);
  const { meeting } = await ask('{ meeting(id: "mtg_lake") { contradictions { entity { id } } } }');
  expect(meeting?.contradictions).toEqual([{ entity: { id: 'mtg_lake' } }, { entity: { id: 'mtg_lake' } }]);
});

test('An excerpt of a text', async () => {
  const { article } = await ask(
    '{ article(id: "art_2") { excerpt short: excerpt(length: 5) none: excerpt(length: 0) } }',
  );
  expect(article).toEqual({ excerpt: '又讯：温若水会见新加坡客人。', short: '又讯：温若…', none: '…' });
  const { errors } = await api.query('{ article(id: "art_2") { excerpt(length: 1001) } }');
  expect(errors).toEqual([
    expect.objectContaining({
      message: '`length` must be between 0 and 1000, not 1001.',
      extensions: { code: 'BAD_USER_INPUT' },
    }),
  ]);
});

test('`node` for area, and what a person calls whatever has a name', async () => {
  const { nodes } =
    await ask(`{ nodes(ids: ["330000", "SG", "per_older", "org_dept", "mtg_gone", "ser_lake", "agr_lake", "art_1", "art_2", "ZZ", "doc_1"]) {
    __typename ... on Named { displayName } } }`);
  expect(nodes).toEqual([
    { __typename: 'Area', displayName: '浙江省' },
    { __typename: 'Area', displayName: '新加坡' },
    { __typename: 'Person', displayName: '温若水' },
    { __typename: 'Organisation', displayName: '浙江省生态环境厅' },
    { __typename: 'Meeting', displayName: '太湖流域协作小组第三次工作会议' },
    { __typename: 'MeetingSeries', displayName: '太湖流域协作小组工作会议' },
    { __typename: 'Agreement', displayName: '太湖蓝藻联防联控备忘录' },
    { __typename: 'Article', displayName: '三省一市签署太湖治理合作备忘录' },
    { __typename: 'Article', displayName: '又讯：温若水会见新加坡客人。' },
    null,
    { __typename: 'SourceDocument' },
  ]);
  expect((await ask('{ node(id: "330500") { id ... on Area { name } } }')).node).toEqual({
    id: '330500',
    name: '湖州市',
  });
});

test('Areas of a level in another, paged by their codes', async () => {
  const page = async (after: string | null) => {
    const { areas } =
      await ask(`{ areas(where: { within: "CN", level: [PROVINCE, CITY] }, first: 2, after: ${JSON.stringify(after)}) {
      nodes { code } pageInfo { endCursor hasNextPage } } }`);
    return areas;
  };
  const first = await page(null);
  expect(first?.nodes).toEqual([{ code: '310000' }, { code: '330000' }]);
  const next = await page(String(first?.pageInfo?.endCursor));
  expect(next).toMatchObject({ nodes: [{ code: '330500' }], pageInfo: { hasNextPage: false } });
});

test('conditions nest as deep as values may, each on rows of its own', async () => {
  const nest = (depth: number): string =>
    depth === 0
      ? 'name: { equals: "温若水" }'
      : `participation: { at: { participation: { person: { ${nest(depth - 1)} } } } }`;
  const { people } = await ask(`{ people(where: { ${nest(6)} }) { nodes { id } } }`);
  expect(people?.nodes).toEqual([{ id: 'per_lu' }, { id: 'per_ouyang' }, { id: 'per_wen' }].sort(byName));
});

const NAMES: Readonly<Record<string, string>> = {
  per_lu: '鲁一鸣',
  per_ouyang: '欧阳清源',
  per_wen: '温若水',
};
const byName = (one: { id: string }, other: { id: string }) =>
  (NAMES[one.id] ?? '') < (NAMES[other.id] ?? '') ? -1 : 1;
