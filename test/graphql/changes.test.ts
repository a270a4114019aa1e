import { fillGraph } from './graph-fixture.ts';
import { createTestApp, type TestApp } from './graphql-client.ts';

let api: TestApp;
beforeAll(async () => {
  api = await createTestApp();
  await fillGraph(api.test.database.kysely);
});
afterAll(() => api.close());

const sql = (text: string) => api.test.database.pool.query(text);

/** What a query gives that must be answered. */
async function ask(query: string, variables: Record<string, unknown> = {}) {
  const { data, errors } = await api.query(query, variables);
  expect(errors).toEqual([]);
  return data;
}

/** The cursor of now. */
async function now(): Promise<string> {
  const data = await ask('{ changes(last: 1) { pageInfo { endCursor } } }');
  return String(data.changes?.pageInfo?.endCursor);
}

/** What has changed behind a cursor, with what is asked for beside. */
async function since(after: string, fields = ''): Promise<unknown> {
  const data = await ask(
    `query ($after: String) { changes(after: $after) { nodes { action type nodeId ${fields} } } }`,
    {
      after,
    },
  );
  return data.changes?.nodes;
}

test('the order is that of commit, and each change has its cursor, with which one reads on', async () => {
  const { rows } = await sql('SELECT id::text AS number FROM change ORDER BY change.id');
  const numbers = rows.map(({ number }) => number);
  const read: unknown[] = [];
  for (let after: string | null = null; ; ) {
    const data = await ask(
      'query ($after: String) { changes(first: 7, after: $after) { totalCount nodes { id cursor } edges { cursor } pageInfo { endCursor hasNextPage } } }',
      { after },
    );
    const { totalCount, nodes, edges, pageInfo } = data.changes as never as {
      totalCount: number;
      nodes: { id: string; cursor: string }[];
      edges: { cursor: string }[];
      pageInfo: { endCursor: string; hasNextPage: boolean };
    };
    expect(totalCount).toBe(numbers.length);
    expect(edges.map(({ cursor }) => cursor)).toEqual(nodes.map(({ cursor }) => cursor));
    expect(pageInfo.endCursor).toBe(nodes.at(-1)?.cursor);
    read.push(...nodes.map(({ id }) => id));
    after = pageInfo.endCursor;
    if (!pageInfo.hasNextPage) break;
  }
  expect(read).toEqual(numbers);
  expect(await since(await now())).toEqual([]);
  const back = await ask('{ changes(last: 2) { nodes { id } pageInfo { hasPreviousPage hasNextPage } } }');
  expect(back.changes).toEqual({
    nodes: numbers.slice(-2).map((id) => ({ id })),
    pageInfo: { hasPreviousPage: true, hasNextPage: false },
  });
});

test('a change shows what is there now, and into what it was merged', async () => {
  const before = await now();
  await sql(`INSERT INTO person (id, name, other_names) VALUES ('per_new', '陆新', '{}')`);
  const shown = 'node { __typename ... on Person { id name } } into { __typename id }';
  const wen = { __typename: 'Person', id: 'per_wen' };
  const change = { type: 'PERSON', nodeId: 'per_new', into: null };
  expect(await since(before, shown)).toEqual([
    { ...change, action: 'MADE', node: { __typename: 'Person', id: 'per_new', name: '陆新' } },
  ]);
  await sql(`UPDATE person SET merged_into_id = 'per_wen' WHERE id = 'per_new'`);
  expect(await since(before, shown)).toEqual([
    { ...change, action: 'MADE', node: null, into: wen },
    { ...change, action: 'MERGED', node: null, into: wen },
  ]);
  await sql(`DELETE FROM person WHERE id = 'per_new'`);
  expect(await since(before, shown)).toEqual([
    { ...change, action: 'MADE', node: null },
    { ...change, action: 'MERGED', node: null },
    { ...change, action: 'TAKEN_BACK', node: null },
  ]);
});

test('types, actions and an instant say which changes', async () => {
  const before = await now();
  await sql(`UPDATE meeting SET format = 'VIDEO' WHERE id = 'mtg_a'`);
  await sql(`UPDATE agreement SET kind = 'OTHER' WHERE id = 'agr_old'`);
  await sql(`DELETE FROM indicator WHERE id = 'ind_pm'`);
  const of = async (args: string) => {
    const data = await ask(
      `query ($after: String) { changes(after: $after, ${args}) { nodes { nodeId } } }`,
      {
        after: before,
      },
    );
    const { nodes } = data.changes as never as { nodes: { nodeId: string }[] };
    return nodes.map(({ nodeId }) => nodeId);
  };
  expect(await of('types: null, actions: null, since: null')).toEqual(['mtg_a', 'agr_old', 'ind_pm']);
  expect(await of('types: [MEETING, INDICATOR]')).toEqual(['mtg_a', 'ind_pm']);
  expect(await of('actions: [TAKEN_BACK]')).toEqual(['ind_pm']);
  expect(await of('types: [AGREEMENT], actions: [MADE]')).toEqual([]);
  const { rows } = await sql(`SELECT made_at FROM change WHERE node_id = 'agr_old' ORDER BY id DESC LIMIT 1`);
  const at: Date = rows[0].made_at;
  expect(await of(`since: "${at.toISOString()}"`)).toEqual(['agr_old', 'ind_pm']);
  expect(await of(`since: "${new Date(at.getTime() + 1).toISOString()}"`)).toEqual(['ind_pm']);
  expect(await of('since: "2999-01-01T00:00:00Z"')).toEqual([]);
});

test('what changed last comes first where it is asked for, and is bounded by instants', async () => {
  for (const id of ['mtg_c', 'mtg_a', 'mtg_d'])
    await sql(`UPDATE meeting SET other_names = array_append(other_names, '别名') WHERE id = '${id}'`);
  const newest = 'orderBy: { field: UPDATED_AT, direction: DESC }';
  const data = await ask(
    `{ meetings(first: 3, ${newest}) { nodes { id updatedAt } pageInfo { endCursor } } }`,
  );
  const { nodes, pageInfo } = data.meetings as never as {
    nodes: { id: string; updatedAt: string }[];
    pageInfo: { endCursor: string };
  };
  expect(nodes.map(({ id }) => id)).toEqual(['mtg_d', 'mtg_a', 'mtg_c']);
  const rest = await ask(
    `query ($after: String) { meetings(first: 100, after: $after, ${newest}) { nodes { id } } meetings2: meetings { totalCount } }`,
    { after: pageInfo.endCursor },
  );
  expect(rest.meetings?.nodes).toHaveLength(Number(rest.meetings2?.totalCount) - 3);
  const within = await ask(
    `{ meetings(where: { updatedAt: { from: "${nodes[1]?.updatedAt}", to: "${nodes[0]?.updatedAt}" } }, orderBy: { field: UPDATED_AT }) { nodes { id } } }`,
  );
  expect(within.meetings?.nodes).toEqual([{ id: 'mtg_a' }, { id: 'mtg_d' }]);
});

test.each([
  ['a cursor of another list', 'changes(after: $cursor)'],
  ['a broken one', 'changes(after: "broken")'],
])('%s is refused', async (_, field) => {
  const data = await ask('{ people(first: 1) { pageInfo { endCursor } } }');
  const { status, errors } = await api.query(
    `query ($cursor: String) { ${field} { nodes { id } } people(after: $cursor) { totalCount } }`,
    {
      cursor: data.people?.pageInfo?.endCursor,
    },
  );
  expect([status < 500, errors.map(({ extensions }) => extensions.code)]).toEqual([true, ['BAD_USER_INPUT']]);
});
