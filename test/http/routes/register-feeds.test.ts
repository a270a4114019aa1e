import { type Element, xml2js } from 'xml-js';
import { ENTITY_TYPES } from '../../../src/search/entities/entity-type.ts';
import { indexEntities } from '../../../src/search/index/index-entities.ts';
import { fillGraph } from '../../graphql/graph-fixture.ts';
import { createTestApp, type TestApp } from '../../graphql/graphql-client.ts';

const TABLES = { ARTICLE: 'article', MEETING: 'meeting', AGREEMENT: 'agreement', PERSON: 'person' } as const;

let api: TestApp;
beforeAll(async () => {
  api = await createTestApp();
  const { kysely, pool } = api.test.database;
  await fillGraph(kysely);
  // What XML and HTML have a meaning for, and what XML cannot hold.
  await pool.query(
    `UPDATE article SET headline = '太湖 <b> & ]]> \u0001', publisher = 'R&D <日报>' WHERE id = 'art_1'`,
  );
  for (const [type, table] of Object.entries(TABLES)) {
    const { rows } = await pool.query(`SELECT id FROM ${table}`);
    await indexEntities(
      kysely,
      rows.map(({ id }) => ({ type: type as keyof typeof TABLES, id })),
    );
  }
});
afterAll(() => api.close());
beforeEach(() => api.takeStatements());

const get = (query: string, headers = {}, format = 'atom') =>
  api.app.inject({ method: 'GET', url: `/feeds/search.${format}?${query}`, headers });
const LAKE = `q=${encodeURIComponent('太湖')}`;

/** The elements of that name below another, in order. */
const below = (parent: Element | undefined, name: string): Element[] =>
  (parent?.elements ?? []).filter((element) => element.name === name);
const textOf = (parent: Element | undefined, name: string): string | undefined =>
  below(parent, name)[0]
    ?.elements?.map(({ text, cdata }) => text ?? cdata)
    .join('');

async function readAtom(query: string) {
  const { statusCode, headers, payload } = await get(query);
  expect([statusCode, headers['content-type']]).toEqual([200, 'application/atom+xml; charset=utf-8']);
  const feed = below(xml2js(payload) as Element, 'feed')[0];
  return { feed, entries: below(feed, 'entry'), payload };
}

async function readJson(query: string) {
  const { statusCode, headers, payload } = await get(query, {}, 'json');
  expect([statusCode, headers['content-type']]).toEqual([200, 'application/feed+json; charset=utf-8']);
  return JSON.parse(payload);
}

/** What the API finds, the newest first. */
async function found(types: string[] | null = null) {
  const { data } = await api.query(
    `query ($types: [EntityType!]) { search(query: "太湖", types: $types, orderBy: NEWEST) {
      edges { node { ... on Named { id displayName } ... on Article { updatedAt } ... on Meeting { updatedAt }
        ... on Agreement { updatedAt } ... on Person { updatedAt } } } } }`,
    { types },
  );
  const { edges } = data.search as unknown as { edges: { node: Record<string, string> }[] };
  return edges.map(({ node }) => node);
}

test('an Atom feed has what the API finds, the newest first, with all that the format asks for', async () => {
  const nodes = await found();
  api.takeStatements();
  const { feed, entries } = await readAtom(LAKE);
  expect(api.takeStatements()).toHaveLength(1);
  expect(feed?.attributes).toEqual({ xmlns: 'http://www.w3.org/2005/Atom' });
  expect(nodes.length).toBeGreaterThan(3);
  expect(entries.map((entry) => textOf(entry, 'id'))).toEqual(nodes.map(({ id }) => `tag:xiezuo,2026:${id}`));
  expect(entries.map((entry) => textOf(entry, 'updated'))).toEqual(nodes.map(({ updatedAt }) => updatedAt));
  expect(textOf(feed, 'updated')).toBe(
    nodes
      .map(({ updatedAt }) => updatedAt)
      .sort()
      .at(-1),
  );
  expect(below(feed, 'author')).toHaveLength(1);
  const [self] = below(feed, 'link');
  expect(self?.attributes).toEqual({ rel: 'self', href: `http://localhost/feeds/search.atom?${LAKE}` });
  for (const entry of entries) {
    expect(() => new URL(String(below(entry, 'link')[0]?.attributes?.href))).not.toThrow();
    expect(textOf(entry, 'content')).toContain('<mark>太湖</mark>');
  }
});

test('characters that mean something to XML and HTML are text', async () => {
  const { entries } = await readAtom(`${LAKE}&types=ARTICLE`);
  const entry = entries.find((one) => textOf(one, 'id')?.endsWith('art_1'));
  expect(textOf(entry, 'title')).toBe('太湖 &lt;b&gt; &amp; ]]&gt; ');
  expect(textOf(below(entry, 'author')[0], 'name')).toBe('R&D <日报>');
  const json = await readJson(`${LAKE}&types=ARTICLE`);
  const item = json.items.find(({ id }: { id: string }) => id.endsWith('art_1'));
  expect(item).toMatchObject({ title: '太湖 <b> & ]]> \u0001', authors: [{ name: 'R&D <日报>' }] });
  expect(item.content_html).toContain('<mark>太湖</mark> &lt;b&gt; &amp; ]]&gt;');
  await readAtom(`q=${encodeURIComponent('太湖 <\u0001&"]]>')}`);
});

test('a JSON Feed is of version 1.1 and has the same entries', async () => {
  const { entries, feed } = await readAtom(LAKE);
  const json = await readJson(LAKE);
  expect(json).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    title: textOf(feed, 'title'),
    feed_url: `http://localhost/feeds/search.json?${LAKE}`,
    authors: [{ name: 'Xiezuo' }],
  });
  expect(
    json.items.map(({ id, url, date_modified: updated }: Record<string, string>) => [id, url, updated]),
  ).toEqual(
    entries.map((entry) => [
      textOf(entry, 'id'),
      below(entry, 'link')[0]?.attributes?.href,
      textOf(entry, 'updated'),
    ]),
  );
});

test('entries lead to the page; where none is known, to the explorer', async () => {
  const { items } = await readJson(`${LAKE}&types=ARTICLE`);
  const urls: string[] = items.map(({ url }: { url: string }) => url);
  expect(urls).toContain('https://lake.example/2021/1.html');
  const other = urls.find((url) => url.startsWith('http://localhost/?query='));
  const query = new URL(String(other)).searchParams.get('query') ?? '';
  expect((await api.query(query)).data.node).toMatchObject({ id: expect.stringMatching(/^art_/) });
});

test('kinds narrow a feed, by the words of the API', async () => {
  for (const types of ['MEETING', 'MEETING,AGREEMENT', 'ARTICLE&types=MEETING']) {
    const { items } = await readJson(`${LAKE}&types=${types}`);
    const nodes = await found(types.replace('&types=', ',').split(','));
    expect(items.map(({ id }: { id: string }) => id.replace('tag:xiezuo,2026:', ''))).toEqual(
      nodes.map(({ id }) => id),
    );
  }
});

test('who has a feed as it is gets 304, until something of it changes', async () => {
  const first = await get(LAKE);
  const tag = String(first.headers.etag);
  const again = await get(LAKE, { 'if-none-match': `"other", W/${tag}` });
  expect([again.statusCode, again.payload, again.headers.etag]).toEqual([304, '', tag]);
  await api.test.database.pool.query(`UPDATE article SET publisher = '湖报' WHERE id = 'art_1'`);
  const changed = await get(LAKE, { 'if-none-match': tag });
  expect(changed.statusCode).toBe(200);
  expect(changed.headers.etag).not.toBe(tag);
});

test('a feed of nothing is one', async () => {
  const { feed, entries } = await readAtom(`q=${encodeURIComponent('无人之境')}`);
  expect([entries.length, textOf(feed, 'updated')]).toEqual([0, '1970-01-01T00:00:00.000Z']);
  expect((await readJson(`q=${encodeURIComponent('无人之境')}`)).items).toEqual([]);
});

test.each([
  ['/feeds/search.rss?q=x', 404, 'NOT_FOUND'],
  ['/feeds/people.atom?q=x', 404, 'NOT_FOUND'],
  ['/feeds/search', 404, 'NOT_FOUND'],
  ['/feeds/search.atom', 400, 'BAD_USER_INPUT'],
  ['/feeds/search.atom?q=a&q=b', 400, 'BAD_USER_INPUT'],
  ['/feeds/search.atom?q=%00', 400, 'BAD_USER_INPUT'],
  [`/feeds/search.json?q=${'a'.repeat(301)}`, 400, 'BAD_USER_INPUT'],
  ['/feeds/search.json?q=a&types=PLANET', 400, 'BAD_USER_INPUT'],
  ['/feeds/search.json?q=a&types=', 400, 'BAD_USER_INPUT'],
])('%s is refused', async (url, status, code) => {
  const { statusCode, payload, headers } = await api.app.inject({ method: 'GET', url });
  expect([statusCode, JSON.parse(payload).errors[0].extensions.code]).toEqual([status, code]);
  expect(headers['content-type']).toMatch(/^application\/json/);
  expect(api.takeStatements()).toEqual([]);
});

test('a client that does not say where it has the server gets its feed', async () => {
  expect((await get(LAKE, { host: '%%' })).statusCode).toBe(200);
});

test('an unknown kind is told with those that there are', async () => {
  const { payload } = await get('q=a&types=PLANET');
  for (const type of ENTITY_TYPES) expect(JSON.parse(payload).errors[0].message).toContain(type);
});
