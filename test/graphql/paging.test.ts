import { makeCursor } from '../support/make-cursor.ts';
import { fillGraph } from './graph-fixture.ts';
import { createTestApp, type TestApp } from './graphql-client.ts';

let api: TestApp;
beforeAll(async () => {
  api = await createTestApp();
  await fillGraph(api.test.database.kysely);
});
afterAll(() => api.close());

const QUERY = `query ($first: Int, $after: String, $last: Int, $before: String, $orderBy: [MeetingOrder!]) {
  meetings(first: $first, after: $after, last: $last, before: $before, orderBy: $orderBy) {
    edges { cursor node { id } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

interface Page {
  ids: string[];
  cursors: string[];
  info: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
}

async function page(variables: Record<string, unknown>): Promise<Page> {
  const { data, errors } = await api.query(QUERY, variables);
  expect(errors).toEqual([]);
  const { edges, pageInfo } = data.meetings as unknown as {
    edges: { cursor: string; node: { id: string } }[];
    pageInfo: Page['info'];
  };
  return {
    ids: edges.map(({ node }) => node.id),
    cursors: edges.map(({ cursor }) => cursor),
    info: pageInfo,
  };
}

async function walk(size: number, orderBy: object, isBackward: boolean): Promise<string[]> {
  const found: string[] = [];
  let cursor: string | null = null;
  for (;;) {
    const next: Page = await page(
      isBackward ? { last: size, before: cursor, orderBy } : { first: size, after: cursor, orderBy },
    );
    if (isBackward) found.unshift(...next.ids);
    else found.push(...next.ids);
    const hasMore = isBackward ? next.info.hasPreviousPage : next.info.hasNextPage;
    const hasOther = isBackward ? next.info.hasNextPage : next.info.hasPreviousPage;
    expect(hasOther).toBe(cursor !== null);
    if (!hasMore) return found;
    cursor = isBackward ? next.info.startCursor : next.info.endCursor;
  }
}

const ORDERS = {
  'STARTS_ON ASC': ['mtg_d', 'mtg_a', 'mtg_b', 'mtg_lake', 'mtg_c', 'mtg_visit'],
  'STARTS_ON DESC': ['mtg_lake', 'mtg_b', 'mtg_a', 'mtg_d', 'mtg_visit', 'mtg_c'],
  'NAME ASC': ['mtg_d', 'mtg_c', 'mtg_b', 'mtg_lake', 'mtg_visit', 'mtg_a'],
  'PARTICIPATIONS DESC': ['mtg_lake', 'mtg_a', 'mtg_visit', 'mtg_d', 'mtg_c', 'mtg_b'],
};

test.each(Object.entries(ORDERS))(
  '%s pages the same at every size, forward and backward, with ties and nulls',
  async (order, ids) => {
    const [field, direction] = order.split(' ');
    const orderBy = { field, direction };
    expect((await page({ first: 100, orderBy })).ids).toEqual(ids);
    for (const size of [1, 2, 3, 5, 6]) {
      expect(await walk(size, orderBy, false)).toEqual(ids);
      expect(await walk(size, orderBy, true)).toEqual(ids);
    }
  },
);

test('rows between two cursors are read from either end', async () => {
  const orderBy = { field: 'STARTS_ON', direction: 'ASC' };
  const { ids, cursors } = await page({ first: 100, orderBy });
  const between = { after: cursors[0], before: cursors[5], orderBy };
  expect((await page({ ...between, first: 2 })).ids).toEqual(ids.slice(1, 3));
  expect((await page({ ...between, last: 2 })).ids).toEqual(ids.slice(3, 5));
  expect((await page({ ...between, first: 100 })).info).toMatchObject({
    hasNextPage: true,
    hasPreviousPage: true,
  });
});

test('an empty page has no cursors and knows what surrounds it', async () => {
  const { ids, info } = await page({ first: 0 });
  expect({ ids, info }).toEqual({
    ids: [],
    info: { hasNextPage: true, hasPreviousPage: false, startCursor: null, endCursor: null },
  });
});

test('any part of a connection can be asked for alone', async () => {
  const { data, errors } = await api.query(`{
    a: meetings { pageInfo { hasPreviousPage } } b: meetings { pageInfo { __typename } } c: meetings { __typename }
    d: meetings(where: { ids: [] }) { pageInfo { hasPreviousPage endCursor } nodes { id } }
    e: meetings { edges { __typename } } f: meetings(first: 0) { nodes { id } totalCount }
  }`);
  expect(errors).toEqual([]);
  expect(data).toMatchObject({
    a: { pageInfo: { hasPreviousPage: false } },
    b: { pageInfo: { __typename: 'PageInfo' } },
    c: { __typename: 'MeetingConnection' },
    d: { pageInfo: { hasPreviousPage: false, endCursor: null }, nodes: [] },
    f: { nodes: [], totalCount: 6 },
  });
});

test('nested connections page by their own cursors', async () => {
  const query = `query ($after: String) { meeting(id: "mtg_lake") { participations(first: 2, after: $after) {
    nodes { nameAsPrinted } pageInfo { endCursor hasNextPage hasPreviousPage } } } }`;
  const { data } = await api.query(query);
  const next = await api.query(query, { after: data.meeting?.participations?.pageInfo?.endCursor });
  expect(next.data.meeting?.participations).toMatchObject({
    nodes: [{ nameAsPrinted: '省生态环境厅' }],
    pageInfo: { hasNextPage: false, hasPreviousPage: true },
  });
});

test.each([
  'first: 1000',
  'last: 101',
  'first: -1',
  'first: 1, last: 1',
  'after: "x"',
  'after: "WyJTVEFSVFNfT04iLDEsMl0"',
  'after: "e30"',
])('meetings(%s) is bad input', async (args) => {
  const { data, errors } = await api.query(`{ meetings(${args}) { nodes { id } } }`);
  expect(data).toBeNull();
  expect(errors).toEqual([expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT' } })]);
});

test('a cursor of a list in another order is bad input', async () => {
  const { cursors } = await page({ first: 1, orderBy: { field: 'NAME' } });
  const { errors } = await api.query(QUERY, { after: cursors[0] });
  expect(errors[0]).toMatchObject({ message: expect.stringContaining('another order') });
});

test('a forged cursor with a date that is none is bad input', async () => {
  const after = makeCursor(['Meeting STARTS_ON DESC', ['2022-99-99'], 'mtg_a']);
  const { errors } = await api.query(QUERY, { after });
  expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
});
