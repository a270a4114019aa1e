import { indexEntities } from '../../src/search/index/index-entities.ts';
import { indexAll } from '../support/index-all.ts';
import { fillGraph } from './graph-fixture.ts';
import { createTestApp, type TestApp } from './graphql-client.ts';

let api: TestApp;
beforeAll(async () => {
  api = await createTestApp();
  const { kysely, pool } = api.test.database;
  await fillGraph(kysely);
  await pool.query(`INSERT INTO person (id, name, other_names) VALUES ('per_former', '林前任', '{}')`);
  await pool.query(`INSERT INTO position (id, person_id, organisation_id, role, title, observed_on)
    VALUES ('pos_former', 'per_former', 'org_ministry', '部长', '生态环境部部长', '2018-05-01')`);
  await indexAll(api.test.database);
});
afterAll(() => api.close());

async function find(query: string, more: object = {}) {
  api.takeStatements();
  const { data, errors } = await api.query(
    `query ($query: String!, $types: [EntityType!], $where: SearchFilter) { search(query: $query, types: $types, where: $where) {
      didYouMean notes { reason text } edges { score node { __typename ... on Node { id } } } } }`,
    { query, ...more },
  );
  expect(errors).toEqual([]);
  expect(api.takeStatements()).toHaveLength(1);
  const search = data.search as unknown as {
    didYouMean: string | null;
    notes: { reason: string; text: string | null }[];
    edges: { node: { id: string } }[];
  };
  return { didYouMean: search.didYouMean, notes: search.notes, ids: search.edges.map(({ node }) => node.id) };
}

test.each<[string, string, string[]]>([
  ['a post, the present holder before the one before', '生态环境部部长', ['per_ouyang', 'per_former']],
  ['a post as people say it', '生态环境部长', ['per_ouyang', 'per_former']],
  ['a post of a place', '浙江省长', ['per_wen']],
  ['a question for who holds a post', '浙江省省长是谁？', ['per_wen']],
  ['pinyin', 'ouyangqingyuan', ['per_ouyang']],
  ['initials', 'oyqy', ['per_ouyang']],
  ['an other name', '环境部', ['org_ministry']],
])('search finds by %s', async (_, query, first) => {
  const { ids, didYouMean } = await find(query);
  expect(ids.slice(0, first.length)).toEqual(first);
  expect(didYouMean).toBeNull();
});

test('a meeting is found by who was there, and when', async () => {
  expect((await find('温若水 欧阳清源', { types: ['MEETING'] })).ids[0]).toBe('mtg_lake');
  expect((await find('2022年6月6日', { types: ['MEETING'] })).ids).toContain('mtg_lake');
  expect((await find('温若水主持了哪些会议')).ids[0]).toBe('mtg_lake');
});

test('an agreement is found by who signed it, and where', async () => {
  expect((await find('鲁一鸣', { types: ['AGREEMENT'] })).ids).toEqual(['agr_lake']);
  expect((await find('谁签署了太湖蓝藻备忘录')).ids[0]).toBe('agr_lake');
});

test('a mistyped name finds what has to do with the one who was meant, and says so', async () => {
  const { ids, didYouMean, notes } = await find('欧阳请源');
  expect(notes).toContainEqual({ reason: 'MEANT', text: '欧阳清源' });
  expect(didYouMean).toBe('欧阳清源');
  expect(ids[0]).toBe('per_ouyang');
  expect(ids).toContain('mtg_lake');
  expect((await find('欧阳请源', { types: ['MEETING'] })).ids).toContain('mtg_lake');
});

test('one mistyped name among other words is said', async () => {
  expect((await find('欧阳请源 太湖')).didYouMean).toBe('欧阳清源 太湖');
});

test.each(['太湖', '欧阳清源', '"欧阳请源"', '完全没有的东西', '。', ''])(
  'nothing else was meant by %j',
  async (query) => {
    const { didYouMean, notes } = await find(query);
    expect(didYouMean).toBeNull();
    expect(notes.map(({ reason }) => reason)).not.toContain('MEANT');
  },
);

test('a headline that is a question is the first for itself', async () => {
  const { kysely, pool } = api.test.database;
  await pool.query(`UPDATE article SET headline = '为什么太湖的水质达标了' WHERE id = 'art_3'`);
  await indexEntities(kysely, [{ type: 'ARTICLE', id: 'art_3' }]);
  expect((await find('为什么太湖的水质达标了')).ids[0]).toBe('art_3');
});

test('homophones of characters are not found', async () => {
  expect((await find('泰胡')).ids).toEqual([]);
});
