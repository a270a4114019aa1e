import type { EntityType } from '../../src/search/entities/entity-type.ts';
import { indexEntities } from '../../src/search/index/index-entities.ts';
import { fillGraph } from './graph-fixture.ts';
import { createTestApp, type TestApp } from './graphql-client.ts';

/** Articles of the test: headline, text and day by id. */
const ARTICLES: Readonly<Record<string, readonly [headline: string, text: string, publishedOn: string]>> = {
  art_premier: ['国务院总理出席会议', '国务院总理在会议上讲话。', '2026-01-08'],
  art_vice: ['国务院副总理出席论坛', '国务院副总理在论坛上讲话，增长5%，投资500亿元。', '2026-11-08'],
  art_twelfth: ['第十二次全体会议举行', '1月8日，国务院第十二次全体会议在北京举行。', '2026-01-09'],
  art_twenty: [
    '二十届四中全会公报',
    '11月8日，第二十二次会议后，增长15%，投资1500亿元，中国、美国和日本。',
    '2025-10-23',
  ],
  art_lake: ['太湖与巢湖', '太湖、巢湖的治理。中国和美国。', '2024-05-01'],
  art_taihu: ['太湖蓝藻', '太湖蓝藻治理取得进展，会见外宾。', '2023-05-01'],
};

let api: TestApp;
beforeAll(async () => {
  api = await createTestApp();
  const { kysely } = api.test.database;
  await fillGraph(kysely);
  await kysely
    .insertInto('article')
    .values(
      Object.entries(ARTICLES).map(([id, [headline, text, published_on]], index) => ({
        id,
        document_id: 'doc_2',
        ordinal: 10 + index,
        headline,
        text: `${headline}\n${text}`,
        publisher: '新华社',
        published_on: new Date(published_on),
        script: 'HANS' as const,
        paragraphs: '[]',
        source_offsets: Buffer.alloc(0),
        warnings: '[]',
      })),
    )
    .execute();
  const refs: [EntityType, string][] = [
    ...Object.keys(ARTICLES).map((id): [EntityType, string] => ['ARTICLE', id]),
    ['MEETING', 'mtg_lake'],
    ['PERSON', 'per_wen'],
    ['ARTICLE', 'art_1'],
  ];
  await indexEntities(
    kysely,
    refs.map(([type, id]) => ({ type, id })),
  );
});
afterAll(() => api.close());

interface Found {
  nodes: { id: string }[];
  notes: { reason: string; text: string | null }[];
  edges: { score: number; explanation: Record<string, number> | null }[];
}

async function find(query: string, more = ''): Promise<Found & { ids: string[] }> {
  api.takeStatements();
  const { data, errors } = await api.query(
    `query ($query: String!) { search(query: $query${more}) { nodes { ... on Node { id } } notes { reason text }
      edges { score explanation { name words kind title relevance nearness recency } } } }`,
    { query },
  );
  expect(errors).toEqual([]);
  expect(api.takeStatements()).toHaveLength(1);
  const found = data.search as unknown as Found;
  return { ...found, ids: found.nodes.map(({ id }) => id) };
}

test.each<[query: string, first: string[], never: string[]]>([
  ['国务院副总理', ['art_vice'], []],
  ['国务院总理', ['art_premier'], []],
  ['1月8日', ['art_twelfth'], ['art_twenty']],
  ['5%', ['art_vice'], ['art_twenty']],
  ['百分之五', ['art_vice'], ['art_twenty']],
  ['500亿元', ['art_vice'], ['art_twenty']],
  ['第12次全体会议', ['art_twelfth'], []],
  ['20届四中全会', ['art_twenty'], []],
  ['headline:副总理', ['art_vice'], ['art_premier']],
  ['text:论坛 headline:副总理', ['art_vice'], []],
  ['"中国、美国"', ['art_twenty'], ['art_lake']],
  ['"中国和美国"', ['art_lake'], ['art_twenty']],
  ['太\u200b湖 巢湖', ['art_lake'], []],
  ['kind:文章 after:2026-11', ['art_vice'], ['art_premier']],
  ['publisher:新华社 before:2024', ['art_taihu'], ['art_lake']],
  ['第十二次全体会仪', ['art_twelfth'], []],
])('%s finds %j first, and never %j', async (query, first, never) => {
  const { ids } = await find(query, ', types: [ARTICLE]');
  expect(ids.slice(0, first.length)).toEqual(first);
  for (const id of never) expect(ids).not.toContain(id);
});

test('what is excluded never comes, not even where few have all words', async () => {
  expect((await find('太湖 -会见', ', types: [ARTICLE]')).ids).toEqual(['art_lake', 'art_1']);
  expect((await find('副总理 OR 巢湖', ', types: [ARTICLE]')).ids.sort()).toEqual(['art_lake', 'art_vice']);
  expect((await find('(太湖 OR 论坛) -(巢湖 OR 蓝藻)', ', types: [ARTICLE]')).ids).toEqual(['art_vice']);
});

test('of those who are named in a field comes all that they have to do with', async () => {
  const { ids } = await find('person:温若水');
  expect(ids).toEqual(expect.arrayContaining(['per_wen', 'mtg_lake']));
  expect(ids).not.toContain('art_lake');
});

test('notes say what was not understood, and what was left out to find something', async () => {
  expect((await find('太湖 foo:bar')).notes).toContainEqual({ reason: 'UNKNOWN_FIELD', text: 'foo:' });
  expect((await find('副总理 核聚变')).notes).toEqual([
    { reason: 'LOOSENED', text: null },
    { reason: 'LEFT_OUT', text: '核聚变' },
  ]);
  expect((await find('"没有这样的词"')).ids).toEqual([]);
  for (const query of ['', '""', '。'])
    expect(await find(query)).toMatchObject({ ids: [], notes: [{ reason: 'EMPTY', text: null }] });
});

test('a score is the sum of what explains it', async () => {
  const { edges } = await find('国务院副总理', ', explain: true');
  expect(edges.length).toBeGreaterThan(1);
  for (const { score, explanation } of edges) {
    const parts = Object.values(explanation ?? {});
    expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(score, 4);
  }
  expect((await find('国务院副总理')).edges.map(({ explanation }) => explanation)).toEqual(
    edges.map(() => null),
  );
});
