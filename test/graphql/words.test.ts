import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { DEFAULT_LIMITS } from '../../src/graphql/cost/limits.ts';
import { indexEntities } from '../../src/search/index/index-entities.ts';
import { isJiebaLoaded } from '../../src/search/text/jieba.ts';
import { warmWords } from '../../src/search/words/words.ts';
import { countTurns } from '../support/count-turns.ts';
import { createTestApp, type TestApp } from './graphql-client.ts';

/** So many articles are there, and found. */
const INDEXED = 40;
const ids = Array.from({ length: INDEXED }, (_, index) => `art_${index}`);
const TEXT = '长三角区域生态环境保护协作小组第二次工作会议在上海召开，研究太湖蓝藻防控。';

let api: TestApp;
beforeAll(async () => {
  api = await createTestApp({ limits: { ...DEFAULT_LIMITS, cost: 1_000_000_000, answerBytes: 2 ** 30 } });
  const { kysely } = api.test.database;
  await sql`INSERT INTO source_document (id, name, sha256, media_type, bytes, retrieved_at)
    VALUES ('doc_1', 'long.txt', 'sum', 'text/plain', '', now())`.execute(kysely);
  await sql`INSERT INTO article (id, document_id, ordinal, text, script, paragraphs, source_offsets, warnings, claims, extractor)
    SELECT 'art_' || n, 'doc_1', n, repeat(${TEXT} || n, 600), 'HANS', '[]', '', '[]', '[]', 1
    FROM generate_series(0, ${INDEXED - 1}) AS n`.execute(kysely);
  await indexEntities(
    kysely,
    ids.map((id) => ({ type: 'ARTICLE', id })),
  );
  await warmWords();
});
afterAll(() => api.close());

const aliases = (field: string, count: number) =>
  Array.from({ length: count }, (_, index) => `a${index}: ${field}`).join(' ');

test('H4: highlights of many long articles hold neither the loop nor a cheap request', async () => {
  const heavy = `{ search(query: "太湖蓝藻", first: 100) { edges { ${aliases('highlights { snippet }', 5)} } } }`;
  const order: string[] = [];
  const { turns, result } = await countTurns(
    Promise.all([
      api.query(heavy).then((answer) => {
        order.push('heavy');
        return answer;
      }),
      api.query('{ meetings(first: 1) { totalCount } }').then(() => order.push('cheap')),
      // Nothing holds it, so that the database is done with it at once; it is understood by the thread that marks.
      api.query('{ search(query: "黄河治理") { totalCount } }').then(() => order.push('search')),
    ]),
  );
  expect(order.at(-1)).toBe('heavy');
  expect(turns).toBeGreaterThan(100);
  const [{ data, errors }] = result;
  expect(errors).toEqual([]);
  expect(data.search?.edges).toHaveLength(INDEXED);
  expect(data.search?.edges?.[0]?.a0).not.toEqual([]);
  expect(data.search?.edges?.[0]?.a4).toEqual(data.search?.edges?.[0]?.a0);
  expect(isJiebaLoaded()).toBe(false);
}, 120_000);

test('H4: three hundred aliases of highlights are one piece of work', async () => {
  api.takeStatements();
  const { data, errors } = await api.query(
    `{ search(query: "太湖蓝藻") { edges { ${aliases('highlights { snippet }', 300)} } } }`,
  );
  expect(errors).toEqual([]);
  const [edge] = data.search?.edges ?? [];
  expect(edge?.a0).not.toEqual([]);
  expect(edge?.a299).toEqual(edge?.a0);
  const [statement = ''] = api.takeStatements();
  // Its passages are read, and travel, once.
  expect(statement.split("'rows'")).toHaveLength(2);
});
