import { createRandom } from '../../bench/support/random.ts';
import { fillGraph } from './graph-fixture.ts';
import { createTestApp, type TestApp } from './graphql-client.ts';

/** People and organisations that are tied at random, few enough ties that some are far from others and some apart. */
const [NODES, LINKS] = [60, 45];

let api: TestApp;
let links: ReadonlyMap<string, readonly string[]>;
beforeAll(async () => {
  api = await createTestApp();
  await fillGraph(api.test.database.kysely);
  await fillAtRandom();
  links = await membersByLink();
});
afterAll(() => api.close());

async function fillAtRandom(): Promise<void> {
  const { kysely } = api.test.database;
  const random = createRandom(5);
  const below = (n: number) => Math.floor(random() * n);
  const ids = Array.from({ length: NODES }, (_, i) => (i % 3 === 0 ? `org_r${i}` : `per_r${i}`));
  const isBody = (id: string) => id.startsWith('org_');
  const named = (id: string) => ({ id, name: id, other_names: [], merged_into_id: null });
  await kysely
    .insertInto('person')
    .values(ids.filter((id) => !isBody(id)).map(named))
    .execute();
  await kysely
    .insertInto('organisation')
    .values(
      ids
        .filter(isBody)
        .map((id) => ({ ...named(id), classification: 'OTHER', area_code: null, parent_id: null })),
    )
    .execute();
  for (let n = 0; n < LINKS; n++) {
    const members = [...new Set(Array.from({ length: 2 + below(2) }, () => ids[below(NODES)] as string))];
    if (n % 3 === 0)
      await addAgreement(
        `agr_r${n}`,
        members.filter(isBody),
        members.find((id) => !isBody(id)),
      );
    else await addMeeting(`mtg_r${n}`, members);
  }

  async function addMeeting(id: string, members: readonly string[]) {
    const meeting = { id, name: id, other_names: [], date_basis: 'UNKNOWN' as const };
    await kysely.insertInto('meeting').values(meeting).execute();
    await addParts(id, members);
  }

  async function addAgreement(id: string, parties: readonly string[], signer: string | undefined) {
    await kysely.insertInto('agreement').values({ id, title: id, kind: 'OTHER' }).execute();
    const signature = { agreement_id: id, implied: false, signer_id: signer ?? null };
    const rows = parties.map((organisation_id, ordinal) => ({
      ...signature,
      id: `${id}_${ordinal}`,
      organisation_id,
      ordinal,
    }));
    if (rows.length > 0) await kysely.insertInto('signature').values(rows).execute();
  }
}

async function addParts(meeting_id: string, members: readonly string[]): Promise<void> {
  const rows = members.map((id, ordinal) => ({
    id: `${meeting_id}_${ordinal}`,
    meeting_id,
    person_id: id.startsWith('per_') ? id : null,
    organisation_id: id.startsWith('org_') ? id : null,
    roles: '{ATTENDEE}',
    ordinal,
    name_as_printed: id,
  }));
  await api.test.database.kysely.insertInto('participation').values(rows).execute();
}

/** Who was at each meeting and signed each agreement, by a plain statement. */
async function membersByLink(): Promise<Map<string, string[]>> {
  const { rows } = await api.test.database.pool.query<{ link: string; member: string }>(
    `SELECT meeting_id AS link, coalesce(person_id, organisation_id) AS member FROM participation
     UNION SELECT agreement_id, unnest(ARRAY[organisation_id, signer_id]) FROM signature`,
  );
  const members = new Map<string, string[]>();
  for (const { link, member } of rows) if (member) members.set(link, [...(members.get(link) ?? []), member]);
  return members;
}

/** How many links away each node is that can be reached from one, counted by hand. */
function distancesFrom(from: string): Map<string, number> {
  const distances = new Map([[from, 0]]);
  for (const [node, distance] of distances)
    for (const members of links.values())
      if (members.includes(node))
        for (const other of members) if (!distances.has(other)) distances.set(other, distance + 1);
  return distances;
}

interface Step {
  readonly node: { readonly id: string };
  readonly via: { readonly id: string } | null;
}

const PATH = `query ($from: ID!, $to: ID!, $longest: Int) { path(from: $from, to: $to, longest: $longest) {
  node { ... on Person { id } ... on Organisation { id } } via { ... on Meeting { id } ... on Agreement { id } } } }`;

async function pathOf(from: string, to: string, longest?: number | null): Promise<readonly Step[] | null> {
  api.takeStatements();
  const { data, errors } = await api.query(PATH, { from, to, longest });
  expect(errors).toEqual([]);
  expect(api.takeStatements()).toHaveLength(1);
  return data.path as unknown as readonly Step[] | null;
}

test('a path is as short as any, and each of its steps is tied to the one before', async () => {
  const seen = new Set<number | undefined>();
  for (const from of ['per_r1', 'org_r3', 'per_r7', 'per_wen']) {
    const distances = distancesFrom(from);
    for (let i = 0; i < NODES; i++) {
      const to = i % 3 === 0 ? `org_r${i}` : `per_r${i}`;
      const distance = distances.get(to);
      const path = await pathOf(from, to, 6);
      if (distance === undefined || distance > 6) {
        expect([from, to, path]).toEqual([from, to, null]);
      } else {
        expect([from, to, path?.length]).toEqual([from, to, distance + 1]);
        expect([path?.[0]?.node.id, path?.at(-1)?.node.id, path?.[0]?.via]).toEqual([from, to, null]);
        for (const [place, { node, via }] of (path ?? []).entries())
          if (place > 0)
            expect(links.get(via?.id ?? '')).toEqual(
              expect.arrayContaining([node.id, path?.[place - 1]?.node.id]),
            );
      }
      seen.add(distance);
    }
  }
  // The graph has near ones, far ones, and some that nothing ties.
  expect([1, 2, 3, 4, 5, undefined].filter((distance) => !seen.has(distance))).toEqual([]);
});

test('it is no longer than asked for: four where nothing is said', async () => {
  const [far] = [...distancesFrom('per_r1')].find(([, distance]) => distance === 5) ?? [];
  const [near] = [...distancesFrom('per_r1')].find(([, distance]) => distance === 4) ?? [];
  expect(await pathOf('per_r1', far ?? '', 5)).toHaveLength(6);
  expect(await pathOf('per_r1', far ?? '')).toBeNull();
  expect(await pathOf('per_r1', near ?? '', null)).toHaveLength(5);
  expect(await pathOf('per_r1', near ?? '', 3)).toBeNull();
});

test('from one to the same is one step; those who were merged are found, and strangers are not', async () => {
  expect(await pathOf('per_old', 'per_wen', 0)).toEqual([{ node: { id: 'per_wen' }, via: null }]);
  expect(await pathOf('per_older', 'org_dept')).toEqual([
    { node: { id: 'per_wen' }, via: null },
    { node: { id: 'org_dept' }, via: { id: 'mtg_lake' } },
  ]);
  expect(await pathOf('per_wen', 'per_nobody')).toBeNull();
  expect(await pathOf('mtg_lake', 'per_wen')).toBeNull();
});

test('who signed for a party is tied to it', async () => {
  expect(await pathOf('per_lu', 'org_dept', 1)).toEqual([
    { node: { id: 'per_lu' }, via: null },
    { node: { id: 'org_dept' }, via: { id: 'agr_lake' } },
  ]);
});

test.each([-1, 7])('a path of %d links is bad input', async (longest) => {
  const { errors } = await api.query(PATH, { from: 'per_wen', to: 'per_lu', longest });
  expect(errors.map(({ message, extensions }) => [message.includes('longest'), extensions.code])).toEqual([
    [true, 'BAD_USER_INPUT'],
  ]);
});

test('paths cost: many long ones are refused', async () => {
  const paths = Array.from(
    { length: 10 },
    (_, i) => `a${i}: path(from: "a", to: "b", longest: 6) { via { __typename } }`,
  );
  const { errors } = await api.query(`{ ${paths.join(' ')} }`);
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['QUERY_TOO_COMPLEX']);
});

test('a meeting of thousands ends no search, and who is looked for is found among them', async () => {
  const { kysely } = api.test.database;
  const crowd = Array.from({ length: 4_000 }, (_, i) => `per_z${String(i).padStart(4, '0')}`);
  const people = crowd.map((id) => ({ id, name: id, other_names: [], merged_into_id: null }));
  await kysely.insertInto('person').values(people).execute();
  await kysely
    .insertInto('meeting')
    .values({ id: 'mtg_crowd', name: '万人大会', other_names: [], date_basis: 'UNKNOWN' })
    .execute();
  await addParts('mtg_crowd', crowd);
  expect(await pathOf('per_z0000', 'per_z3999')).toHaveLength(2);
  const start = Date.now();
  expect(await pathOf('per_z0000', 'per_r1', 6)).toBeNull();
  expect(Date.now() - start).toBeLessThan(5_000);
});
