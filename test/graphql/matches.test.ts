import { ENTITY_TYPES, type EntityType } from '../../src/search/entities/entity-type.ts';
import { indexEntities } from '../../src/search/index/index-entities.ts';
import { fillGraph } from './graph-fixture.ts';
import { createTestApp, type TestApp } from './graphql-client.ts';

/** The list of each kind that is searched, with what is indexed of it. */
const LISTS: Readonly<Record<EntityType, readonly [list: string, ids: readonly string[]]>> = {
  ARTICLE: ['articles', ['art_1', 'art_2', 'art_3', 'art_long']],
  MEETING: ['meetings', ['mtg_lake', 'mtg_visit', 'mtg_a']],
  PERSON: ['people', ['per_wen', 'per_ouyang', 'per_lu']],
  ORGANISATION: ['organisations', ['org_group', 'org_ministry', 'org_dept']],
  AGREEMENT: ['agreements', ['agr_lake', 'agr_old']],
  INDICATOR: ['indicators', ['ind_pm', 'ind_projects', 'ind_people']],
};

let api: TestApp;
beforeAll(async () => {
  api = await createTestApp();
  const { kysely } = api.test.database;
  await fillGraph(kysely);
  await kysely
    .insertInto('article')
    .values({
      id: 'art_long',
      document_id: 'doc_2',
      ordinal: 1,
      headline: null,
      text: `太湖水质达标。${'此处再无他事。'.repeat(1_500)}新安江流域另有协议。`,
      publisher: null,
      published_on: null,
      script: 'HANS',
      paragraphs: '[]',
      source_offsets: Buffer.alloc(0),
      warnings: '[]',
    })
    .execute();
  const refs = ENTITY_TYPES.flatMap((type) => LISTS[type][1].map((id) => ({ type, id })));
  await indexEntities(kysely, refs);
});
afterAll(() => api.close());

async function ids(query: string): Promise<string[]> {
  api.takeStatements();
  const { data, errors } = await api.query(query);
  expect(errors).toEqual([]);
  expect(api.takeStatements()).toHaveLength(1);
  const [list] = Object.values(data as object) as { nodes: { id: string }[] }[];
  return (list?.nodes ?? []).map(({ id }) => id).sort();
}

test.each<[EntityType, string, number]>([
  ['ARTICLE', '太湖', 3],
  ['ARTICLE', '藍藻 備忘錄', 1],
  ['ARTICLE', '太湖 新安江', 1],
  ['ARTICLE', '"太湖水质" 100%', 1],
  ['MEETING', '太湖 第三次', 1],
  ['PERSON', '浙江省省长', 1],
  ['ORGANISATION', '环境部', 1],
  ['AGREEMENT', '青浦', 1],
  ['INDICATOR', '治理项目', 1],
  ['MEETING', '没有的词', 0],
])('%s with the words %s are those that search finds', async (type, words, expected) => {
  const [list] = LISTS[type];
  const found = await ids(`{ ${list}(where: { matches: ${JSON.stringify(words)} }) { nodes { id } } }`);
  expect(found).toHaveLength(expected);
  expect(found).toEqual(
    await ids(
      `{ search(query: ${JSON.stringify(words)}, types: [${type}], orderBy: NEWEST) { nodes { ... on Node { id } } } }`,
    ),
  );
});

test("words in another list's filter, one of several, and not", async () => {
  const at = (where: string) =>
    ids(`{ people(where: { participation: { at: { ${where} } } }) { nodes { id } } }`);
  expect(await at('matches: "太湖流域 工作会议"')).toEqual(['per_ouyang', 'per_wen']);
  expect(await at('or: [{ matches: "太湖" }, { matches: "甲会" }]')).toEqual([
    'per_lu',
    'per_ouyang',
    'per_wen',
  ]);
  expect(await at('not: { matches: "太湖" }')).toEqual(['per_lu', 'per_ouyang', 'per_wen']);
});

test('in a list of an object, with words that are a variable, asked twice', async () => {
  const query = `query ($words: String) { person(id: "per_wen") { meetings(where: { matches: $words }) { nodes { id } } } }`;
  for (const words of ['太湖', '甲会', '太湖']) {
    const { data, errors } = await api.query(query, { words });
    expect(errors).toEqual([]);
    expect(data.person?.meetings?.nodes).toEqual([{ id: words === '太湖' ? 'mtg_lake' : 'mtg_a' }]);
  }
});

test('words with nothing to look for, or too many, are bad input that names the field', async () => {
  const { data, errors } = await api.query(
    '{ people { totalCount } meetings(where: { matches: "…" }) { totalCount } }',
  );
  expect(data).toBeNull();
  expect(errors).toEqual([
    expect.objectContaining({
      message: expect.stringContaining('`matches`'),
      path: ['meetings'],
      extensions: { code: 'BAD_USER_INPUT' },
    }),
  ]);
  const long = await api.query(`{ meetings(where: { matches: "${'词'.repeat(301)}" }) { totalCount } }`);
  expect(long.errors).toEqual([
    expect.objectContaining({
      message: expect.stringContaining('`meetings.where.matches` has 301 characters, and may have 300'),
      extensions: expect.objectContaining({ code: 'BAD_USER_INPUT' }),
    }),
  ]);
});
