import { fillGraph } from './graph-fixture.ts';
import { createTestApp, type TestApp } from './graphql-client.ts';

let api: TestApp;
beforeAll(async () => {
  api = await createTestApp();
  await fillGraph(api.test.database.kysely);
  await fillMore();
});
afterAll(() => api.close());
beforeEach(() => api.takeStatements());

/** Adds organisations to meetings, and agreements that several parties signed. */
async function fillMore(): Promise<void> {
  const { kysely } = api.test.database;
  const part = (meeting_id: string, organisation_id: string, ordinal: number) => ({
    id: `par_${meeting_id}_${organisation_id}`,
    meeting_id,
    person_id: null,
    organisation_id,
    roles: '{ATTENDEE}',
    ordinal,
    name_as_printed: organisation_id,
  });
  await kysely
    .insertInto('participation')
    .values([
      part('mtg_lake', 'org_ministry', 7),
      part('mtg_a', 'org_ministry', 7),
      part('mtg_a', 'org_dept', 8),
      part('mtg_a', 'org_group', 9),
    ])
    .execute();
  const agreement = (id: string, signed_on: string) => ({
    id,
    title: id,
    kind: 'AGREEMENT' as const,
    signed_on,
    meeting_id: null,
    merged_into_id: null,
  });
  await kysely
    .insertInto('agreement')
    .values([agreement('agr_1', '2021-01-01'), agreement('agr_2', '2023-01-01')])
    .execute();
  const party = (agreement_id: string, id: string, ordinal: number) => ({
    id: `sig_${agreement_id}_${id}`,
    agreement_id,
    organisation_id: id.startsWith('org_') ? id : null,
    area_code: id.startsWith('org_') ? null : id,
    implied: false,
    ordinal,
  });
  const parties = { agr_1: ['org_dept', '310118', 'org_group'], agr_2: ['org_dept', 'org_group', 'SG'] };
  await kysely
    .insertInto('signature')
    .values(Object.entries(parties).flatMap(([id, some]) => some.map((one, i) => party(id, one, i))))
    .execute();
}

/** The value of a field of the answer; one statement. */
async function read(query: string, path: readonly string[]): Promise<unknown> {
  const { data, errors } = await api.query(query);
  expect(errors).toEqual([]);
  expect(api.takeStatements()).toHaveLength(1);
  return path.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], data);
}

/** The rows of a plain statement. */
async function rowsOf(statement: string): Promise<readonly object[]> {
  return (await api.test.database.pool.query(statement)).rows;
}

/** Those of a kind who were at the meetings of `self` for which `test` holds. */
const peersOf = (kind: 'person' | 'organisation', self: string, test: string) =>
  rowsOf(`SELECT json_build_object('id', p.id) AS ${kind}, x.n::integer AS count, x.meetings FROM ${kind} AS p CROSS JOIN LATERAL
    (SELECT count(*) AS n, json_agg(json_build_object('id', m.id) ORDER BY m.starts_on DESC NULLS LAST) AS meetings FROM meeting AS m
      WHERE ${test} AND (SELECT count(DISTINCT ${kind}_id) FROM participation AS q
        WHERE q.meeting_id = m.id AND q.${kind}_id IN (p.id, '${self}')) = 2) AS x
    WHERE x.n > 0 ORDER BY x.n DESC, p.id`);

test('peers within a period, with the meetings of that period', async () => {
  const within = (args: string) =>
    read(`{ person(id: "per_older") { peers${args} { person { id } count meetings { id } } } }`, [
      'person',
      'peers',
    ]);
  const year = await within('(where: { date: { from: "2022-01-01" } })');
  expect(year).toEqual(await peersOf('person', 'per_wen', "m.starts_on >= '2022-01-01'"));
  expect(year).toEqual([{ person: { id: 'per_ouyang' }, count: 1, meetings: [{ id: 'mtg_lake' }] }]);
  expect(await within('')).toEqual(await peersOf('person', 'per_wen', 'TRUE'));
  expect(await within('(where: null)')).toEqual(await within(''));
  expect(await within('(first: 1)')).toHaveLength(1);
});

test("an organisation's co-participants", async () => {
  const found = await read(
    `{ organisation(id: "org_ministry") { all: peers { organisation { id } count meetings { id } }
      online: peers(where: { format: [IN_PERSON] }) { organisation { id } count meetings { id } } } }`,
    ['organisation'],
  );
  expect(found).toEqual({
    all: await peersOf('organisation', 'org_ministry', 'TRUE'),
    online: await peersOf('organisation', 'org_ministry', "m.format = 'IN_PERSON'"),
  });
  expect(found).toMatchObject({ all: [{ organisation: { id: 'org_dept' }, count: 2 }, { count: 1 }] });
});

test('who signed with an organisation, areas too', async () => {
  expect(
    await read(
      `{ organisation(id: "org_dept") { cosigners { count agreements { id }
        party { __typename ... on Organisation { id } ... on Area { code } } } } }`,
      ['organisation', 'cosigners'],
    ),
  ).toEqual([
    {
      count: 2,
      agreements: [{ id: 'agr_lake' }, { id: 'agr_1' }],
      party: { __typename: 'Area', code: '310118' },
    },
    {
      count: 2,
      agreements: [{ id: 'agr_2' }, { id: 'agr_1' }],
      party: { __typename: 'Organisation', id: 'org_group' },
    },
    { count: 1, agreements: [{ id: 'agr_2' }], party: { __typename: 'Area', code: 'SG' } },
  ]);
});

test.each([
  '{ person(id: "per_wen") { peers(first: 101) { count } } }',
  '{ organisation(id: "org_dept") { peers(where: { date: null, participation: null }) { count } } }',
  '{ cosigners(first: 1001) { count } }',
  '{ cosigners(where: { kind: null }) { count } }',
])('%s is bad input', async (query) => {
  const { errors } = await api.query(query);
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
});

test('all pairs cost, and a filter of peers costs for each person', async () => {
  const all = Array.from({ length: 30 }, (_, i) => `a${i}: cosigners(first: 1) { count }`);
  const each =
    'people(first: 100) { nodes { peers(where: { count: { participations: { atLeast: 1 } }, and: [{ count: { articles: {} } }, { count: { agreements: {} } }, { count: { articles: { atMost: 3 } } }] }) { count } } }';
  for (const query of [`{ ${all.join(' ')} }`, `{ ${each} two: ${each} three: ${each} four: ${each} }`]) {
    const { errors } = await api.query(query);
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['QUERY_TOO_COMPLEX']);
  }
});
