import type { EntityType } from '../../src/search/entities/entity-type.ts';
import { indexEntities } from '../../src/search/index/index-entities.ts';
import { fillGraph } from './graph-fixture.ts';
import { createTestApp, type TestApp } from './graphql-client.ts';

const INDEXED: Record<EntityType, string[]> = {
  ARTICLE: ['art_1', 'art_2', 'art_3'],
  MEETING: ['mtg_lake', 'mtg_visit', 'mtg_gone'],
  PERSON: ['per_wen', 'per_ouyang', 'per_lu', 'per_old'],
  ORGANISATION: ['org_group', 'org_ministry', 'org_dept'],
  AGREEMENT: ['agr_lake', 'agr_old', 'agr_unknown'],
  INDICATOR: [],
};
const refs = Object.entries(INDEXED).flatMap(([type, ids]) =>
  ids.map((id) => ({ type: type as EntityType, id })),
);

let api: TestApp;
beforeAll(async () => {
  api = await createTestApp();
  await fillGraph(api.test.database.kysely);
  await indexEntities(api.test.database.kysely, refs);
});
afterAll(() => api.close());
beforeEach(() => api.takeStatements());

const FIND = `query ($query: String!, $types: [EntityType!], $where: SearchFilter, $first: Int, $after: String, $last: Int, $before: String, $orderBy: SearchOrder) {
  search(query: $query, types: $types, where: $where, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
    totalCount
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    facets { field values { value count } }
    edges {
      cursor score
      highlights { field snippet ranges { start end } }
      node {
        __typename
        ... on Node { id }
        ... on Article { meetings { nodes { name } } }
        ... on Person { participations { totalCount } }
      }
    }
  }
}`;

interface Found {
  ids: string[];
  totalCount: number;
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
  facets: { field: string; values: { value: string | null; count: number }[] }[];
  edges: {
    score: number;
    cursor: string;
    highlights: { field: string; snippet: string; ranges: { start: number; end: number }[] }[];
    node: { id: string };
  }[];
}

async function find(query: string, more: object = {}): Promise<Found> {
  const { data, errors } = await api.query(FIND, { query, ...more });
  expect(errors).toEqual([]);
  const search = data.search as unknown as Found;
  return { ...search, ids: search.edges.map(({ node }) => node.id) };
}

test('one statement finds, ranks, counts and reads the hits with their relations', async () => {
  const { totalCount, facets, edges } = await find('太湖');
  expect(api.takeStatements()).toHaveLength(1);
  expect(totalCount).toBe(5);
  expect(facets).toEqual([
    {
      field: 'TYPE',
      values: [
        { value: 'ARTICLE', count: 2 },
        { value: 'AGREEMENT', count: 1 },
        { value: 'MEETING', count: 1 },
        { value: 'ORGANISATION', count: 1 },
      ],
    },
    {
      field: 'YEAR',
      values: [
        { value: '2022', count: 3 },
        { value: '2021', count: 1 },
        { value: null, count: 1 },
      ],
    },
  ]);
  const scores = edges.map(({ score }) => score);
  expect(scores).toEqual([...scores].sort((a, b) => b - a));
});

test.each<[string, string, string[]]>([
  ['a name in full first', '温若水', ['per_wen', 'mtg_visit', 'art_2', 'art_1', 'mtg_lake']],
  ['Traditional characters', '溫若水', ['per_wen', 'mtg_visit', 'art_2', 'art_1', 'mtg_lake']],
  ['full-width letters, in any case', 'ｐＭ２.5', ['art_1']],
  ['a number and a word', '2019年的', ['art_1']],
  ['no number in the middle of another', '19年的', []],
  ['one character', '鲁', ['per_lu', 'agr_lake']],
  ['the last character of a text', '话', ['art_1']],
  ['several terms, all of them', '蓝藻 青浦', ['agr_lake', 'art_1']],
  ['a quoted passage as it stands', '"合作备忘录"', ['art_1']],
  ['a long term by its words', '蓝藻治理备忘录', ['art_1']],
  ['nothing where a quoted passage is not found', '"蓝藻治理备忘录"', []],
  ['a position', '生态环境部部长', ['per_ouyang', 'mtg_lake']],
  ['an other name', '环境部', ['org_ministry', 'per_ouyang', 'mtg_lake']],
  ['a party', '省生态环境厅 备忘录', ['agr_lake', 'art_1']],
  ['operators as text', "太湖' & !(水质):*", ['art_3']],
])('search finds %s', async (_, query, ids) => {
  const found = (await find(query)).ids;
  // What has most of the words comes after what has all.
  expect(new Set(found.slice(0, ids.length))).toEqual(new Set(ids));
  expect(found[0]).toBe(ids[0]);
  if (ids.length === 0) expect(found).toEqual([]);
});

test('matches come by their day where that is asked for, page by page; what has no day comes last', async () => {
  const { rows } = await api.test.database.pool.query(
    'SELECT DISTINCT entity_id AS id, happened_on::text AS day FROM search_entry',
  );
  const days = new Map<string, string | null>(rows.map(({ id, day }) => [id, day]));
  for (const [orderBy, sign] of [
    ['NEWEST', -1],
    ['OLDEST', 1],
  ] as const) {
    const { ids } = await find('太湖', { orderBy });
    const compare = (a: string, b: string) => {
      const [left, right] = [days.get(a) ?? null, days.get(b) ?? null];
      if (left === right) return sign * (a < b ? -1 : 1);
      return left === null || right === null ? (left === null ? 1 : -1) : sign * (left < right ? -1 : 1);
    };
    expect(new Set(ids.map((id) => days.get(id))).size).toBeGreaterThan(2);
    expect(ids).toEqual([...ids].sort(compare));
    const paged: string[] = [];
    for (let after: string | null = null; ; ) {
      const page: Found = await find('太湖', { orderBy, first: 2, after });
      paged.push(...page.ids);
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(paged).toEqual(ids);
  }
});

test('a short name finds the long one, and the other way round', async () => {
  const { kysely, pool } = api.test.database;
  await pool.query(`UPDATE meeting SET name = '长江三角洲论坛' WHERE id = 'mtg_c'`);
  await indexEntities(kysely, [{ type: 'MEETING', id: 'mtg_c' }]);
  expect((await find('长三角')).ids).toEqual(['mtg_c']);
  expect((await find('长三角论坛')).edges[0]?.highlights).toEqual([
    { field: 'name', snippet: '长江三角洲论坛', ranges: [{ start: 0, end: 7 }] },
  ]);
});

test('highlights lie on what was looked for', async () => {
  for (const query of ['太湖', 'PM2.5浓度', '溫若水', '备忘录 蓝藻']) {
    const wanted = query.replace('溫', '温').split(' ');
    for (const { highlights } of (await find(query)).edges) {
      const marked = highlights.flatMap(({ snippet, ranges }) =>
        ranges.map(({ start, end }) => snippet.slice(start, end)),
      );
      expect(marked.length).toBeGreaterThan(0);
      for (const text of marked) expect([...wanted, '溫若水']).toContain(text);
    }
  }
});

test('kinds, days and areas narrow a search', async () => {
  expect((await find('太湖', { types: ['MEETING', 'AGREEMENT'] })).ids.sort()).toEqual([
    'agr_lake',
    'mtg_lake',
  ]);
  expect((await find('太湖', { where: { date: { to: '2021-12-31' } } })).ids).toEqual(['art_3']);
  expect((await find('太湖', { where: { date: { from: '2022-06-07' } } })).ids).toEqual(['art_1']);
  expect((await find('太湖', { where: { area: '330000' } })).ids.sort()).toEqual([
    'agr_lake',
    'art_1',
    'art_3',
    'mtg_lake',
  ]);
  expect((await find('生态', { where: { area: '330000' } })).ids.sort()).toEqual([
    'agr_lake',
    'art_1',
    'mtg_lake',
    'org_dept',
  ]);
});

/** The ids of a search page by page, from the first or from the last. */
async function walk(query: string, size: number, isBackward: boolean): Promise<string[]> {
  const pages: string[][] = [];
  let cursor: string | null = null;
  do {
    const page: Found = await find(
      query,
      isBackward ? { last: size, before: cursor } : { first: size, after: cursor },
    );
    expect(page.totalCount).toBe(5);
    const { hasNextPage, hasPreviousPage, startCursor, endCursor } = page.pageInfo;
    expect(isBackward ? hasNextPage : hasPreviousPage).toBe(cursor !== null);
    expect([startCursor, endCursor]).toEqual([page.edges[0]?.cursor, page.edges.at(-1)?.cursor]);
    pages.push(page.ids);
    if (isBackward) cursor = hasPreviousPage ? startCursor : null;
    else cursor = hasNextPage ? endCursor : null;
  } while (cursor);
  return (isBackward ? pages.reverse() : pages).flat();
}

test('pages of a search follow each other without gap or repetition, from either end', async () => {
  const all = (await find('太湖')).ids;
  for (const size of [1, 2, 5]) {
    expect(await walk('太湖', size, false)).toEqual(all);
    expect(await walk('太湖', size, true)).toEqual(all);
  }
});

test.each([{ first: 101 }, { last: -1 }, { first: 1, last: 1 }, { after: 'x' }])(
  'a search with %j is bad input',
  async (page) => {
    const { errors } = await api.query(FIND, { query: '太湖', ...page });
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  },
);

test('any part of a search can be asked for alone, and under several aliases', async () => {
  const { data, errors } = await api.query(`{
    a: search(query: "太湖") { __typename }
    b: search(query: "太湖") { totalCount many: totalCount }
    c: search(query: "太湖", first: 1) { pageInfo { hasNextPage } }
    d: search(query: "溫若水", types: [PERSON]) { nodes { ... on Person { name } } same: nodes { __typename } }
    e: search(query: "太湖", types: []) { totalCount nodes { __typename } pageInfo { endCursor } }
    f: search(query: "鲁") { edges { h: highlights { field } i: highlights { field } } }
  }`);
  expect(errors).toEqual([]);
  expect(api.takeStatements()).toHaveLength(6);
  expect(data).toEqual({
    a: { __typename: 'SearchConnection' },
    b: { totalCount: 5, many: 5 },
    c: { pageInfo: { hasNextPage: true } },
    d: { nodes: [{ name: '温若水' }], same: [{ __typename: 'Person' }] },
    e: { totalCount: 0, nodes: [], pageInfo: { endCursor: null } },
    f: {
      edges: [
        { h: [{ field: 'name' }], i: [{ field: 'name' }] },
        { h: [{ field: 'parties' }], i: [{ field: 'parties' }] },
      ],
    },
  });
});

test('what was merged away or deleted leaves the index, and what changed is found by its new text', async () => {
  const { kysely, pool } = api.test.database;
  expect((await find('太湖会议')).ids).not.toContain('mtg_gone');
  await pool.query(`UPDATE organisation SET name = '黄河流域协作小组' WHERE id = 'org_group'`);
  await indexEntities(kysely, [{ type: 'ORGANISATION', id: 'org_group' }]);
  expect((await find('黄河')).ids).toEqual(['org_group']);
  await pool.query(`UPDATE organisation SET merged_into_id = 'org_ministry' WHERE id = 'org_group'`);
  await indexEntities(kysely, [{ type: 'ORGANISATION', id: 'org_group' }]);
  expect((await find('黄河')).ids).toEqual([]);
});

test.each<[string, string[]]>([
  ['温', ['温若水', '温若水会见新加坡客人']],
  ['溫若', ['温若水', '温若水会见新加坡客人']],
  ['ouyang', ['欧阳清源']],
  ['OYQ', ['欧阳清源']],
  ['ou yang', ['欧阳清源']],
  ['shengtaihuan', ['生态环境部']],
  ['100', ['100%达标_太湖水质']],
  ['若水', ['温若水', '温若水会见新加坡客人']],
  ['水', []],
  ['吻', []],
  ['_', []],
  ['', []],
])('suggest(%j)', async (prefix, names) => {
  const { data, errors } = await api.query(
    'query ($prefix: String!) { suggest(prefix: $prefix) { text type node { __typename } } }',
    { prefix },
  );
  expect(errors).toEqual([]);
  const texts = (data.suggest as unknown as { text: string }[]).map(({ text }) => text);
  expect(texts).toEqual(names);
  expect(api.takeStatements()).toHaveLength(1);
});
