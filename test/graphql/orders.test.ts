import fc from 'fast-check';
import { sql } from 'kysely';
import { createRandom } from '../../bench/support/random.ts';
import { makeCursor } from '../support/make-cursor.ts';
import { fillGraph } from './graph-fixture.ts';
import { createTestApp, type TestApp } from './graphql-client.ts';

let api: TestApp;
beforeAll(async () => {
  api = await createTestApp();
  await fillGraph(api.test.database.kysely);
  await fillMany();
});
afterAll(() => api.close());

/** Adds meetings with few names, days and participants, so that many are alike in one or the other, and some lack a day. */
async function fillMany(): Promise<void> {
  const { kysely } = api.test.database;
  const random = createRandom(7);
  const below = (n: number) => Math.floor(random() * n);
  const meetings = Array.from({ length: 40 }, (_, i) => ({
    id: `mtg_r${i}`,
    name: ['a', 'b', 'c'][below(3)] as string,
    other_names: [],
    starts_on: below(3) === 0 ? null : `2020-01-0${1 + below(3)}`,
    ends_on: null,
    date_basis: 'STATED' as const,
    month_day: null,
    format: null,
    merged_into_id: null,
  }));
  await kysely.insertInto('meeting').values(meetings).execute();
  const people = ['per_wen', 'per_ouyang', 'per_lu'];
  const parts = meetings.flatMap(({ id }, m) =>
    people.slice(0, below(4)).map((person_id, p) => ({
      id: `par_r${m}_${p}`,
      meeting_id: id,
      person_id,
      organisation_id: null,
      roles: below(2) === 0 ? '{CHAIR}' : '{ATTENDEE}',
      ordinal: p,
      name_as_printed: person_id,
    })),
  );
  await kysely.insertInto('participation').values(parts).execute();
}

interface MeetingRow {
  readonly id: string;
  readonly name: string;
  readonly starts_on: string | null;
  readonly parts: number;
  readonly chairs: number;
}

/** The keys by which the lists of this test are ordered, as the API asks for them and as a row has them. */
const KEYS = {
  day: { order: { field: 'STARTS_ON' }, of: ({ starts_on }: MeetingRow) => starts_on },
  name: { order: { field: 'NAME' }, of: ({ name }: MeetingRow) => name },
  parts: { order: { field: 'PARTICIPATIONS' }, of: ({ parts }: MeetingRow) => parts },
  chairs: {
    order: { count: { participations: { roles: ['CHAIR'] } } },
    of: ({ chairs }: MeetingRow) => chairs,
  },
} as const;

interface Asked {
  readonly key: keyof typeof KEYS;
  readonly direction: 'ASC' | 'DESC';
}

async function meetingRows(): Promise<readonly MeetingRow[]> {
  const { rows } = await sql<MeetingRow>`SELECT m.id, m.name, m.starts_on::text,
      count(p.id)::integer AS parts, count(p.id) FILTER (WHERE 'CHAIR' = ANY (p.roles))::integer AS chairs
    FROM meeting AS m LEFT JOIN participation AS p ON p.meeting_id = m.id
    WHERE m.merged_into_id IS NULL GROUP BY m.id`.execute(api.test.database.kysely);
  return rows;
}

function compare(asked: readonly Asked[], left: MeetingRow, right: MeetingRow): number {
  for (const { key, direction } of asked) {
    const [a, b] = [KEYS[key].of(left), KEYS[key].of(right)];
    if (a === b) continue;
    if (a === null || b === null) return a === null ? 1 : -1;
    return (a < b ? -1 : 1) * (direction === 'ASC' ? 1 : -1);
  }
  return (left.id < right.id ? -1 : 1) * (asked.at(-1)?.direction === 'DESC' ? -1 : 1);
}

const PAGE = `query ($first: Int, $after: String, $last: Int, $before: String, $orderBy: [MeetingOrder!]) {
  meetings(first: $first, after: $after, last: $last, before: $before, orderBy: $orderBy) {
    nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;

async function walk(orderBy: readonly object[], size: number, isBackward: boolean): Promise<string[]> {
  const found: string[] = [];
  let cursor: string | null = null;
  for (;;) {
    const variables: object = isBackward ? { last: size, before: cursor } : { first: size, after: cursor };
    const { data, errors } = await api.query(PAGE, { ...variables, orderBy });
    expect(errors).toEqual([]);
    const { nodes, pageInfo } = data.meetings as unknown as {
      nodes: { id: string }[];
      pageInfo: Record<'hasNextPage' | 'hasPreviousPage', boolean> &
        Record<'startCursor' | 'endCursor', string>;
    };
    const ids = nodes.map(({ id }) => id);
    if (isBackward) found.unshift(...ids);
    else found.push(...ids);
    expect(isBackward ? pageInfo.hasNextPage : pageInfo.hasPreviousPage).toBe(cursor !== null);
    if (!(isBackward ? pageInfo.hasPreviousPage : pageInfo.hasNextPage)) return found;
    cursor = isBackward ? pageInfo.startCursor : pageInfo.endCursor;
  }
}

test('pages by any keys, at any size and from either end, are the sorted list', async () => {
  const rows = await meetingRows();
  const asked = fc.array(
    fc.record({
      key: fc.constantFrom(...(Object.keys(KEYS) as (keyof typeof KEYS)[])),
      direction: fc.constantFrom('ASC' as const, 'DESC' as const),
    }),
    { minLength: 1, maxLength: 3 },
  );
  await fc.assert(
    fc.asyncProperty(asked, fc.integer({ min: 3, max: 30 }), fc.boolean(), async (keys, size, isBackward) => {
      const sorted = [...rows].sort((left, right) => compare(keys, left, right)).map(({ id }) => id);
      const orderBy = keys.map(({ key, direction }) => ({ ...KEYS[key].order, direction }));
      expect(await walk(orderBy, size, isBackward)).toEqual(sorted);
    }),
    { numRuns: 60, seed: 3 },
  );
}, 120_000);

test('one order needs no list around it, and an empty list asks nothing', async () => {
  const { data, errors } = await api.query(`{
    one: meetings(first: 3, orderBy: { field: NAME }) { nodes { id } }
    list: meetings(first: 3, orderBy: [{ field: NAME, direction: ASC }]) { nodes { id } }
    none: meetings(first: 3, orderBy: []) { nodes { id } }
    usual: meetings(first: 3) { nodes { id } }
  }`);
  expect(errors).toEqual([]);
  expect(data.one).toEqual(data.list);
  expect(data.none).toEqual(data.usual);
});

test.each([
  ['four keys', '[{ field: NAME }, { field: NAME }, { field: STARTS_ON }, { field: NAME }]', /at most 3/],
  ['neither field nor count', '{ direction: DESC }', /exactly one/],
  ['both', '{ field: NAME, count: { articles: {} } }', /exactly one/],
  ['a null in a filter', '{ count: { participations: { participant: null } } }', /is null/],
])('an order of %s is bad input', async (_, orderBy, message) => {
  const { errors } = await api.query(`{ meetings(orderBy: ${orderBy}) { nodes { id } } }`);
  expect(errors).toEqual([
    expect.objectContaining({
      message: expect.stringMatching(message),
      extensions: { code: 'BAD_USER_INPUT' },
    }),
  ]);
});

test('a count of two things, or of none, is no valid query', async () => {
  for (const count of ['{}', '{ articles: {}, agreements: {} }', '{ articles: null }']) {
    const { errors } = await api.query(`{ meetings(orderBy: { count: ${count} }) { nodes { id } } }`);
    expect(errors).toEqual([
      expect.objectContaining({
        message: expect.stringContaining('MeetingCount'),
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
      }),
    ]);
  }
});

test('a cursor is of one list and one order: its keys, directions and what is counted', async () => {
  const cursorOf = async (orderBy: string) =>
    (await api.query(`{ meetings(first: 1, orderBy: ${orderBy}) { pageInfo { endCursor } } }`)).data.meetings
      ?.pageInfo?.endCursor as unknown as string;
  const order = '[{ field: NAME }, { field: STARTS_ON, direction: DESC }]';
  const after = await cursorOf(order);
  const read = async (list: string) => {
    const { errors } = await api.query(`query ($after: String) { ${list} { nodes { id } } }`, { after });
    return errors.map(({ extensions, message }) => [extensions.code, message.includes('another')]);
  };
  expect(await read(`meetings(after: $after, orderBy: ${order})`)).toEqual([]);
  for (const other of [
    'meetings(after: $after)',
    'meetings(after: $after, orderBy: { field: NAME })',
    'meetings(after: $after, orderBy: [{ field: NAME }, { field: STARTS_ON }])',
    'people(after: $after, orderBy: { field: NAME })',
  ])
    expect([other, await read(other)]).toEqual([other, [['BAD_USER_INPUT', true]]]);
  const chairs = '{ count: { participations: { roles: [CHAIR] } } }';
  const byChairs = { after: await cursorOf(chairs) };
  const query = (orderBy: string) =>
    `query ($after: String) { meetings(after: $after, orderBy: ${orderBy}) { nodes { id } } }`;
  expect((await api.query(query(chairs), byChairs)).errors).toEqual([]);
  expect((await api.query(query('{ count: { participations: {} } }'), byChairs)).errors).toHaveLength(1);
});

test.each([
  ['too few keys', ['Meeting NAME ASC, STARTS_ON ASC', ['a'], 'mtg_a']],
  ['a key that is no day', ['Meeting NAME ASC, STARTS_ON ASC', ['a', 'b'], 'mtg_a']],
] as const)('a forged cursor with %s is bad input', async (_, place) => {
  const { errors } = await api.query(
    `query ($after: String) { meetings(after: $after, orderBy: [{ field: NAME }, { field: STARTS_ON }]) { nodes { id } } }`,
    { after: makeCursor(place) },
  );
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
});

/** The ids of a list that the API gives. */
async function idsOf(list: string): Promise<readonly string[]> {
  const { data, errors } = await api.query(`{ list: ${list} { nodes { id } } }`);
  expect(errors).toEqual([]);
  const nodes = data.list?.nodes as unknown as { id: string }[];
  return nodes.map(({ id }) => id);
}

/** The ids that a plain statement gives. */
async function idsBy(statement: string): Promise<readonly string[]> {
  const { rows } = await api.test.database.pool.query<{ id: string }>(statement);
  return rows.map(({ id }) => id);
}

const BY_COUNT = (table: string, count: string) =>
  `SELECT x.id FROM (SELECT t.id, (SELECT count(*) FROM ${count}) AS n FROM ${table} AS t
    WHERE t.merged_into_id IS NULL) AS x ORDER BY x.n DESC, x.id COLLATE "C" DESC`;

test.each([
  [
    'people by positions of a role',
    'people(orderBy: { count: { positions: { role: { contains: "省长" } } }, direction: DESC })',
    BY_COUNT('person', "position AS p WHERE p.person_id = t.id AND p.role LIKE '%省长%'"),
  ],
  [
    'people by agreements signed',
    'people(orderBy: { count: { agreements: {} }, direction: DESC })',
    BY_COUNT('person', 'signature AS s WHERE s.signer_id = t.id'),
  ],
  [
    'agreements by parties of an area',
    'agreements(orderBy: { count: { signatures: { area: "310000" } }, direction: DESC })',
    BY_COUNT('agreement', "signature AS s WHERE s.agreement_id = t.id AND s.area_code = '310118'"),
  ],
])('%s are one request', async (_, list, statement) => {
  api.takeStatements();
  const found = await idsOf(list);
  expect(api.takeStatements()).toHaveLength(1);
  expect(found).toEqual(await idsBy(statement));
  expect(found.length).toBeGreaterThan(1);
});

test.each([
  ['{ participations: { atLeast: 3 } }', '>= 3', ''],
  ['{ participations: { atMost: 1 } }', '<= 1', ''],
  ['{ participations: { atLeast: 1, atMost: 2, where: { roles: [CHAIR] } } }', 'BETWEEN 1 AND 2', 'CHAIR'],
  ['{ participations: { where: { roles: [CHAIR] } } }', '>= 1', 'CHAIR'],
  ['{ participations: {} }', '>= 1', ''],
])('meetings where the count is %s', async (count, bound, role) => {
  const found = await idsOf(`meetings(first: 100, where: { count: ${count} })`);
  const parts = `SELECT count(*) FROM participation AS p WHERE p.meeting_id = m.id ${role && `AND '${role}' = ANY (p.roles)`}`;
  const expected = await idsBy(
    `SELECT m.id FROM meeting AS m WHERE merged_into_id IS NULL AND (${parts}) ${bound}`,
  );
  expect([...found].sort()).toEqual([...expected].sort());
  expect(expected.length).toBeGreaterThan(0);
  expect(expected.length).toBeLessThan(46);
});

test('bounds nest: people at least twice at meetings of three and more', async () => {
  const found = await idsOf(
    'people(where: { count: { meetings: { atLeast: 2, where: { count: { participations: { atLeast: 3 } } } } } })',
  );
  const expected =
    await idsBy(`SELECT t.id FROM person AS t WHERE (SELECT count(*) FROM participation AS p WHERE p.person_id = t.id
    AND (SELECT count(*) FROM participation AS q WHERE q.meeting_id = p.meeting_id) >= 3) >= 2`);
  expect([...found].sort()).toEqual([...expected].sort());
  expect(expected).toContain('per_lu');
});

test('below a parent the same is counted as at the root', async () => {
  const args = (bound: string) =>
    `first: 100, orderBy: { count: { participations: { roles: [CHAIR] } }, direction: DESC }, where: { count: { participations: ${bound} } }`;
  for (const bound of ['{ atLeast: 2 }', '{ atMost: 0, where: { roles: [CHAIR] } }', '{ atMost: 2 }']) {
    const average = 'groups(by: [YEAR], average: { participations: {} }) { keys average }';
    const { data, errors } = await api.query(`{
      person(id: "per_wen") { meetings(${args(bound)}) { nodes { id } ${average} } }
      meetings(${args(bound).replace('where: {', 'where: { participation: { participant: "per_wen" },')}) { nodes { id } ${average} }
    }`);
    expect(errors).toEqual([]);
    expect(data.person?.meetings).toEqual(data.meetings);
    expect(data.meetings?.nodes).not.toEqual([]);
  }
});

test('nobody is among those that have too many: none at most finds who has none', async () => {
  expect([...(await idsOf('people(where: { count: { agreements: { atMost: 0 } } })'))].sort()).toEqual([
    'per_ouyang',
    'per_wen',
  ]);
});

test.each(['atLeast: null', 'atMost: null', 'where: null', 'atLeast: -1'])(
  'a bound with %s is bad input',
  async (bound) => {
    const { errors } = await api.query(
      `{ meetings(where: { count: { participations: { ${bound} } } }) { totalCount } }`,
    );
    expect(errors).toEqual([
      expect.objectContaining({
        message: expect.stringContaining(bound.split(':')[0] ?? ''),
        extensions: { code: 'BAD_USER_INPUT' },
      }),
    ]);
  },
);

test('counts cost: forty of them over whole tables are refused', async () => {
  const list = (i: number) =>
    `a${i}: people(where: { count: { meetings: { atLeast: ${i} } } }) { totalCount }`;
  const { errors } = await api.query(`{ ${Array.from({ length: 40 }, (_, i) => list(i)).join(' ')} }`);
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['QUERY_TOO_COMPLEX']);
});
