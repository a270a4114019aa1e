import { ingestDocument, prepareGraph } from '../../src/ingest/ingest.ts';
import { RELEASE, spin } from '../support/release.ts';
import { createTestApp, type TestApp } from './graphql-client.ts';

const page = (publisher: string, text: string, more = '') =>
  Buffer.from(`滨江流域生态环境协作小组召开第四次工作会议\n2023-11-09 来源：${publisher}\n${text}${more}`);

let api: TestApp;
beforeAll(async () => {
  api = await createTestApp();
  const { database } = api.test;
  await prepareGraph(database);
  const other = Buffer.from(RELEASE.slice(0, RELEASE.indexOf('\n')));
  const pages = [
    ['spun.txt', page('天天资讯网', spin(RELEASE))],
    ['first.txt', page('滨江日报', RELEASE)],
    ['copy.txt', page('临江新闻网', RELEASE, '\n流域各县市参加会议。')],
    ['undated.txt', other],
  ] as const;
  for (const [name, bytes] of pages) await ingestDocument(database, { name, bytes });
});
afterAll(() => api.close());

test('copies point to the best one, which lists them, in one statement', async () => {
  api.takeStatements();
  const { data, errors } = await api.query(`{
    articles {
      nodes {
        document { name }
        isSpun
        similarity
        duplicateOf { document { name } }
        duplicates { document { name } duplicateOf { document { name } } }
        nearest: duplicates(first: 1) { document { name } }
      }
    }
  }`);
  expect(errors).toEqual([]);
  expect(api.takeStatements()).toHaveLength(1);
  const nodes = [...(data.articles?.nodes ?? [])];
  const find = (name: string) => nodes.find((node) => String(node.document?.name) === name);
  const best = { document: { name: 'copy.txt' } };
  expect(find('copy.txt')).toMatchObject({
    isSpun: false,
    similarity: null,
    duplicateOf: null,
    duplicates: [
      { document: { name: 'first.txt' }, duplicateOf: best },
      { document: { name: 'spun.txt' }, duplicateOf: best },
    ],
    nearest: [{ document: { name: 'first.txt' } }],
  });
  expect(find('first.txt')).toMatchObject({ isSpun: false, duplicateOf: best, duplicates: [] });
  expect(find('spun.txt')).toMatchObject({ isSpun: true, duplicateOf: best });
});

test('a page without a date has no basis for one', async () => {
  const { data } = await api.query('{ articles { nodes { publishedOn publishedOnBasis } } }');
  for (const { publishedOn, publishedOnBasis } of data.articles?.nodes ?? [])
    expect(publishedOn === null).toBe(publishedOnBasis === null);
});

test('duplicates(first: 101) is refused', async () => {
  const { errors } = await api.query('{ articles { nodes { duplicates(first: 101) { id } } } }');
  expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
});
