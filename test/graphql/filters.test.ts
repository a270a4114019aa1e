import { fillGraph } from './graph-fixture.ts';
import { createTestApp, type TestApp } from './graphql-client.ts';

let api: TestApp;
beforeAll(async () => {
  api = await createTestApp();
  const { kysely } = api.test.database;
  await fillGraph(kysely);
  const series = (id: string) => ({ id, name: id, organisation_id: null });
  await kysely
    .insertInto('meeting_series')
    .values([series('ser_gap'), series('ser_empty'), series('ser_whole')])
    .execute();
  const session = (meeting_id: string, series_id: string, ordinal: number) => ({
    meeting_id,
    series_id,
    ordinal,
  });
  await kysely
    .insertInto('meeting_session')
    .values([
      session('mtg_a', 'ser_gap', 1),
      session('mtg_b', 'ser_gap', 1),
      session('mtg_d', 'ser_gap', 3),
      session('mtg_b', 'ser_whole', 1),
      session('mtg_d', 'ser_whole', 2),
    ])
    .execute();
});
afterAll(() => api.close());

async function ids(list: string, type: string, where: unknown): Promise<string[]> {
  const { data, errors } = await api.query(
    `query ($where: ${type}) { ${list}(where: $where) { totalCount nodes { id } } }`,
    { where },
  );
  expect(errors).toEqual([]);
  const { nodes, totalCount } = data[list] as unknown as { nodes: { id: string }[]; totalCount: number };
  expect(totalCount).toBe(nodes.length);
  return nodes.map(({ id }) => id).sort();
}

test.each<[object, string[]]>([
  [{ ids: ['mtg_gone', 'mtg_a'] }, ['mtg_a', 'mtg_lake']],
  [{ name: { contains: '协作小组' } }, ['mtg_lake']],
  [{ name: { in: ['甲会', '乙会'] } }, ['mtg_a', 'mtg_b']],
  [{ date: { from: '2021-03-02', to: '2021-12-31' } }, ['mtg_a']],
  [{ date: { to: '2021-03-01' } }, ['mtg_a', 'mtg_b', 'mtg_d']],
  [{ not: { date: { to: '2021-03-01' } } }, ['mtg_c', 'mtg_lake', 'mtg_visit']],
  [{ dateBasis: ['UNKNOWN'] }, ['mtg_c', 'mtg_visit']],
  [{ format: ['VIDEO', 'IN_PERSON'] }, ['mtg_d', 'mtg_lake']],
  [{ area: '330000' }, ['mtg_a', 'mtg_lake']],
  [{ area: '310118' }, ['mtg_lake']],
  [{ area: 'CN' }, ['mtg_a', 'mtg_lake']],
  [{ series: 'ser_lake' }, ['mtg_lake']],
  [{ participation: { participant: 'per_older', roles: ['CHAIR'] } }, ['mtg_lake']],
  [{ participation: { participant: 'org_dept' } }, ['mtg_lake']],
  [{ article: 'art_3' }, ['mtg_lake']],
  [{ hasAgreements: true }, ['mtg_lake']],
  [{ hasAgreements: false, date: { from: '2021-01-01' } }, ['mtg_a', 'mtg_b']],
  [{ or: [{ name: { equals: '甲会' } }, { format: ['VIDEO'] }] }, ['mtg_a', 'mtg_d']],
  [{ and: [{ name: { startsWith: '甲' } }, { area: '330000' }] }, ['mtg_a']],
  [{ and: [], date: {} }, ['mtg_a', 'mtg_b', 'mtg_d', 'mtg_lake']],
])('meetings where %j', async (where, expected) => {
  expect(await ids('meetings', 'MeetingFilter', where)).toEqual(expected);
});

test.each<[object, string[]]>([
  [{ headline: { contains: '100%' } }, ['art_3']],
  [{ headline: { contains: '0%太' } }, []],
  [{ headline: { contains: '_' } }, ['art_3']],
  [{ headline: { startsWith: '%' } }, []],
  [{ text: { contains: '\\' } }, []],
  [{ headline: { startsWith: '１00%', contains: '太湖' } }, ['art_3']],
  [{ headline: { startsWith: '１00%', contains: '太湖', in: [] } }, []],
  [{ headline: { contains: '100%', equals: null } }, []],
  [{ publisher: { equals: '湖滨日报' }, publishedOn: { from: '2022-01-01' } }, ['art_1']],
  [{ script: ['HANT'] }, ['art_3']],
  [{ meeting: 'mtg_gone' }, ['art_1', 'art_3']],
  [{ person: 'per_old' }, ['art_1', 'art_2']],
  [{ organisation: 'org_dept', agreement: 'agr_lake' }, ['art_1']],
  [{ not: { publishedOn: { from: '2022-01-01' } } }, ['art_2', 'art_3']],
])('articles where %j', async (where, expected) => {
  expect(await ids('articles', 'ArticleFilter', where)).toEqual(expected);
});

test.each<[object, string[]]>([
  [{ name: { equals: '溫若水' } }, ['per_wen']],
  [{ position: { role: { contains: '长' }, area: '330000' } }, ['per_wen']],
  [{ position: { organisation: 'org_ministry', observedOn: { from: '2022-01-01' } } }, ['per_ouyang']],
  [{ participation: { meeting: 'mtg_gone', roles: ['SPEAKER'] } }, ['per_ouyang', 'per_wen']],
  [{ article: 'art_2' }, ['per_wen']],
  [{ not: { position: { person: 'per_wen' } } }, ['per_lu', 'per_ouyang']],
])('people where %j', async (where, expected) => {
  expect(await ids('people', 'PersonFilter', where)).toEqual(expected);
});

test.each<[object, string[]]>([
  [{ name: { equals: '环境部' } }, ['org_ministry']],
  [{ classification: ['DEPARTMENT'], area: 'CN' }, ['org_dept']],
  [{ parent: 'org_ministry' }, ['org_dept']],
  [{ participation: { meeting: 'mtg_lake' } }, ['org_dept']],
  [{ article: 'art_1' }, ['org_dept', 'org_group']],
])('organisations where %j', async (where, expected) => {
  expect(await ids('organisations', 'OrganisationFilter', where)).toEqual(expected);
});

test.each<[object, string[]]>([
  [{ title: { contains: '备忘录' }, kind: ['MEMORANDUM'] }, ['agr_lake']],
  [{ signedOn: { from: '2022-06-06', to: '2022-06-06' } }, ['agr_lake']],
  [{ meeting: 'mtg_gone' }, ['agr_lake']],
  [{ party: 'org_dept', signer: 'per_lu' }, ['agr_lake']],
  [{ area: '330000' }, ['agr_lake']],
  [{ area: '310000', article: 'art_1' }, ['agr_lake']],
  [{ not: { party: 'org_dept' } }, ['agr_old']],
])('agreements where %j', async (where, expected) => {
  expect(await ids('agreements', 'AgreementFilter', where)).toEqual(expected);
});

test.each<[object, string[]]>([
  [{ organisation: 'org_group', name: { contains: '太湖' } }, ['ser_lake']],
  [{ ids: ['ser_none'] }, []],
  [{ hasGaps: true }, ['ser_gap']],
  [{ hasGaps: false }, ['ser_empty', 'ser_lake', 'ser_whole']],
])('meetingSeries where %j', async (where, expected) => {
  expect(await ids('meetingSeries', 'MeetingSeriesFilter', where)).toEqual(expected);
});

test('nested connections are filtered too', async () => {
  const { data } = await api.query(
    '{ person(id: "per_wen") { meetings(where: { date: { from: "2022-01-01" } }) { totalCount nodes { id } } } }',
  );
  expect(data.person?.meetings).toEqual({ totalCount: 1, nodes: [{ id: 'mtg_lake' }] });
});
