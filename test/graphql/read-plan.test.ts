import { fillGraph } from './graph-fixture.ts';
import { createTestApp, type TestApp } from './graphql-client.ts';

let api: TestApp;
beforeAll(async () => {
  api = await createTestApp();
  await fillGraph(api.test.database.kysely);
});
afterAll(() => api.close());
beforeEach(() => api.takeStatements());

/** The data of a query that must succeed. */
async function read(query: string, variables?: Record<string, unknown>) {
  const { data, errors } = await api.query(query, variables);
  expect(errors).toEqual([]);
  return data;
}

test('a nested query is answered by one statement a root field', async () => {
  const data = await read(`{
    meetings(where: { ids: ["mtg_lake"] }) {
      nodes {
        name startsOn endsOn monthDay format dateBasis otherNames
        places { code name level parent { name } }
        sessions { ordinal series { name organisation { name } } }
        participations { nodes { roles nameAsPrinted positions { title } participant { __typename ... on Person { name } ... on Organisation { title: name } } } }
        agreements { nodes { title kind signedOn signatures { implied signer { name } party { __typename ... on Organisation { name } ... on Area { name } } } } }
        articles { totalCount nodes { headline } }
        evidence(first: 1) { start end wordsEnd article { id } }
      }
    }
    people { totalCount }
  }`);
  expect(api.takeStatements()).toHaveLength(2);
  expect(data).toMatchSnapshot();
});

test('aliases of one relation with different arguments each get their rows, in one statement', async () => {
  const { meeting } = await read(`{
    meeting(id: "mtg_lake") {
      chairs: participations(where: { roles: [CHAIR] }) { nodes { nameAsPrinted } }
      others: participations(where: { not: { roles: [CHAIR] } }, first: 1) { nodes { nameAsPrinted } pageInfo { hasNextPage } }
      bodies: participations(where: { participantType: ORGANISATION }) { totalCount }
    }
  }`);
  expect(meeting).toEqual({
    chairs: { nodes: [{ nameAsPrinted: '温若水' }] },
    others: { nodes: [{ nameAsPrinted: '欧阳清源' }], pageInfo: { hasNextPage: true } },
    bodies: { totalCount: 1 },
  });
  expect(api.takeStatements()).toHaveLength(1);
});

test('the number of statements does not grow with the number of rows', async () => {
  const query = `query ($first: Int) { people(first: $first) { nodes { name meetings { nodes { name participations { nodes { participant { ... on Person { name } } } } } } } } }`;
  await read(query, { first: 1 });
  await read(query, { first: 100 });
  expect(api.takeStatements()).toHaveLength(2);
});

test('fragments, inline fragments, directives, variables and repeated fields are merged', async () => {
  const merged = await read(
    `query ($skip: Boolean!, $id: ID!) {
      node(id: $id) { __typename id ...P ... on Person { name positions { nodes { id } } } ... on Meeting { startsOn } }
      person(id: $id) { id @skip(if: $skip) name @include(if: $skip) positions { nodes { title } } ...P ...P }
    }
    fragment P on Person { otherNames positions { nodes { role ...Q } } }
    fragment Q on Position { area { name } }`,
    { skip: true, id: 'per_wen' },
  );
  expect(merged).toMatchSnapshot();
});

test('a selection of more than fifty fields, under long aliases, is read whole', async () => {
  const long = 'a'.repeat(70);
  const fields = Array.from({ length: 120 }, (_, index) => `${long}${index}: name`);
  const { person } = await read(`{ person(id: "per_wen") { ${fields.join(' ')} } }`);
  expect(new Set(Object.values(person as object))).toEqual(new Set(['温若水']));
  expect(Object.keys(person as object)).toHaveLength(120);
});

test('a missing to-one relation is null and drops no parent', async () => {
  const { agreements } = await read(
    '{ agreements(orderBy: { field: SIGNED_ON, direction: ASC }) { nodes { title meeting { name } } } }',
  );
  expect(agreements?.nodes).toEqual([
    { title: '太湖蓝藻联防联控备忘录', meeting: { name: '太湖流域协作小组第三次工作会议' } },
    { title: '合作协议', meeting: null },
  ]);
});

test("a person's positions are a timeline, or those nearest to a day", async () => {
  const { person } = await read(`{ person(id: "per_wen") {
    all: positions { nodes { id } }
    nearest: positions(on: "2022-01-01") { nodes { id } }
    early: positions(on: "1999-01-01") { totalCount nodes { id } }
  } }`);
  expect(person).toEqual({
    all: { nodes: [{ id: 'pos_acting' }, { id: 'pos_gov' }, { id: 'pos_none' }] },
    nearest: { nodes: [{ id: 'pos_gov' }] },
    early: { totalCount: 1, nodes: [{ id: 'pos_acting' }] },
  });
});

test('peers are those of the same meetings, most often first', async () => {
  const { person } = await read(
    '{ person(id: "per_wen") { peers { count person { name } meetings { id } } one: peers(first: 1) { count } } }',
  );
  expect(person).toEqual({
    peers: [
      { count: 2, person: { name: '欧阳清源' }, meetings: [{ id: 'mtg_lake' }, { id: 'mtg_a' }] },
      { count: 1, person: { name: '鲁一鸣' }, meetings: [{ id: 'mtg_a' }] },
    ],
    one: [{ count: 2 }],
  });
});

test('groups count the whole list, also nested and by several dimensions', async () => {
  const { meetings, person } = await read(`{
    meetings(first: 0) {
      byMonth: groups(by: [MONTH]) { keys count }
      byFormat: groups(by: [YEAR, FORMAT], orderBy: COUNT, first: 2) { k: keys n: count }
      byPlace: groups(by: [PROVINCE, PLACE]) { keys count }
    }
    person(id: "per_wen") { participations { groups(by: [ROLE]) { keys count } } }
  }`);
  expect(meetings).toEqual({
    byMonth: [
      { keys: ['2020-12'], count: 1 },
      { keys: ['2021-03'], count: 2 },
      { keys: ['2022-06'], count: 1 },
      { keys: [null], count: 2 },
    ],
    byFormat: [
      { k: ['2021', null], n: 2 },
      { k: [null, null], n: 2 },
    ],
    byPlace: [
      { keys: ['上海市', '上海市青浦区'], count: 1 },
      { keys: ['上海市', '浙江省湖州市'], count: 1 },
      { keys: ['浙江省', '上海市青浦区'], count: 1 },
      { keys: ['浙江省', '浙江省'], count: 1 },
      { keys: ['浙江省', '浙江省湖州市'], count: 1 },
      { keys: [null, null], count: 4 },
    ],
  });
  expect(person?.participations?.groups).toEqual([
    { keys: ['ATTENDEE'], count: 1 },
    { keys: ['CHAIR'], count: 1 },
    { keys: ['SPEAKER'], count: 1 },
  ]);
});

test('what an article states is reached from it, and it from there, each once', async () => {
  const { article } = await read(`{ article(id: "art_1") {
    document { name retrievedAt articles { id } }
    people { totalCount nodes { name articles { nodes { id } } } }
    organisations { nodes { name } } agreements { nodes { id } } meetings { nodes { id } }
    keywords(first: 3) { word weight }
  } }`);
  expect(article).toMatchObject({
    document: {
      name: 'lake.txt',
      retrievedAt: '2022-06-07T18:30:00.000Z',
      articles: [{ id: 'art_1' }, { id: 'art_2' }],
    },
    people: { totalCount: 2 },
    organisations: { nodes: [{ name: '太湖流域协作小组' }, { name: '浙江省生态环境厅' }] },
    agreements: { nodes: [{ id: 'agr_lake' }] },
    meetings: { nodes: [{ id: 'mtg_lake' }] },
  });
  expect(article?.keywords).toHaveLength(3);
});

test('areas know their meetings, those of areas below included', async () => {
  const { area } = await read(
    '{ area(code: "330000") { name level parent { code } children { name } meetings { nodes { id } } organisations { nodes { id } } } }',
  );
  expect(area).toEqual({
    name: '浙江省',
    level: 'PROVINCE',
    parent: { code: 'CN' },
    children: [{ name: '湖州市' }],
    meetings: { nodes: [{ id: 'mtg_lake' }, { id: 'mtg_a' }] },
    organisations: { nodes: [{ id: 'org_dept' }] },
  });
});

test('organisations know their series, the meetings of these, and their place in the tree', async () => {
  const data = await read(`{
    group: organisation(id: "org_group") { series { name sessions { ordinal meeting { id } } meetings { totalCount } } meetings { nodes { id } } }
    ministry: organisation(id: "org_ministry") { children { nodes { name parent { name } } } positions { nodes { title person { name } } } }
    dept: organisation(id: "org_dept") { area { name } meetings { nodes { id } } agreements { nodes { title } } }
  }`);
  expect(data).toMatchSnapshot();
});

test('objects are found by id, also by ids that were merged away; unknown ids are null', async () => {
  const data = await read(`{
    person(id: "per_older") { id name }
    unknown: person(id: "per_nobody") { id }
    wrongKind: meeting(id: "per_wen") { id }
    node(id: "ser_lake") { __typename id }
    odd: node(id: "x' OR 1=1 --") { id }
    area(code: "999999") { name }
    nodes(ids: ["mtg_gone", "nothing", "per_wen", "doc_1", "per_nobody", "per_wen", "art_3", "agr_lake", "org_dept"]) { __typename id }
    none: nodes(ids: []) { id }
  }`);
  expect(data).toEqual({
    person: { id: 'per_wen', name: '温若水' },
    unknown: null,
    wrongKind: null,
    node: { __typename: 'MeetingSeries', id: 'ser_lake' },
    odd: null,
    area: null,
    nodes: [
      { __typename: 'Meeting', id: 'mtg_lake' },
      null,
      { __typename: 'Person', id: 'per_wen' },
      { __typename: 'SourceDocument', id: 'doc_1' },
      null,
      { __typename: 'Person', id: 'per_wen' },
      { __typename: 'Article', id: 'art_3' },
      { __typename: 'Agreement', id: 'agr_lake' },
      { __typename: 'Organisation', id: 'org_dept' },
    ],
    none: [],
  });
  expect(api.takeStatements()).toHaveLength(8);
});

test('lists leave out what was merged away', async () => {
  const { people, meetings } = await read('{ people { totalCount nodes { id } } meetings { totalCount } }');
  expect(people?.totalCount).toBe(3);
  expect(meetings?.totalCount).toBe(6);
});
