import { sql } from 'kysely';
import { fillGraph } from './graph-fixture.ts';
import { createTestApp, type TestApp } from './graphql-client.ts';

const SAID_OF_THE_DAY = {
  field: 'DATE',
  alternatives: [
    { values: ['2022-06-06'], articleIds: ['art_1'] },
    { values: ['2022-06-07'], articleIds: ['art_3'] },
  ],
};
const SAID_OF_THE_CHAIR = {
  field: 'CHAIR',
  alternatives: [
    { values: ['per_wen'], articleIds: ['art_1'] },
    { values: ['per_lu'], articleIds: ['art_3'] },
  ],
};

let api: TestApp;
beforeAll(async () => {
  api = await createTestApp();
  const { kysely } = api.test.database;
  await fillGraph(kysely);
  await kysely
    .updateTable('article')
    .set({ duplicate_of_id: 'art_1', is_spun: true, similarity: 0.5 })
    .where('id', '=', 'art_3')
    .execute();
  await kysely
    .updateTable('meeting')
    .set({ contradictions: JSON.stringify([SAID_OF_THE_DAY, SAID_OF_THE_CHAIR]) })
    .where('id', '=', 'mtg_lake')
    .execute();
  await kysely
    .updateTable('agreement')
    .set({ contradictions: JSON.stringify([{ ...SAID_OF_THE_DAY, field: 'SIGNED_ON' }]) })
    .where('id', '=', 'agr_old')
    .execute();
});
afterAll(() => api.close());

/** The answer to a request of one statement that must succeed. */
async function ask(query: string) {
  api.takeStatements();
  const { data, errors } = await api.query(query);
  expect(errors).toEqual([]);
  expect(api.takeStatements()).toHaveLength(1);
  return data;
}

/** The keys of the rows that a plain statement gives. */
async function look(statement: string): Promise<string[]> {
  const { rows } = await sql.raw<{ id: string }>(statement).execute(api.test.database.kysely);
  return rows.map(({ id }) => id);
}

const AT_LAKE = 'SELECT meeting_id FROM meeting_place WHERE area_code';

/** Questions whose answer is a list of rows: the list that is asked for, and the same in SQL over tables. */
const LISTS: readonly (readonly [question: string, list: string, statement: string])[] = [
  [
    'Meetings with a participant holding post P',
    'meetings(where: { participation: { position: { title: { equals: "浙江省省长" } } } })',
    `SELECT p.meeting_id AS id FROM participation p JOIN participation_position l ON l.participation_id = p.id
      JOIN position o ON o.id = l.position_id WHERE o.title = '浙江省省长'`,
  ],
  [
    'Meetings chaired by a person of this name',
    'meetings(where: { participation: { roles: [CHAIR], person: { name: { equals: "溫若水" } } } })',
    `SELECT p.meeting_id AS id FROM participation p JOIN person w ON w.id = p.person_id
      WHERE w.name = '温若水' AND 'CHAIR' = ANY (p.roles)`,
  ],
  [
    'People at meetings in area A between two days',
    'people(where: { participation: { at: { area: "330000", date: { from: "2021-03-02", to: "2021-12-31" } } } })',
    `SELECT person_id AS id FROM participation p JOIN meeting m ON m.id = p.meeting_id WHERE person_id IS NOT NULL
      AND m.ends_on >= '2021-03-02' AND m.starts_on <= '2021-12-31' AND m.id IN (${AT_LAKE} IN ('330000', '330500'))`,
  ],
  [
    'Who held post X and was at meetings in Y',
    'people(where: { position: { role: { equals: "部长" } }, participation: { at: { area: "310118" } } })',
    `SELECT w.id FROM person w WHERE w.id IN (SELECT person_id FROM position WHERE role = '部长')
      AND w.id IN (SELECT person_id FROM participation WHERE meeting_id IN (${AT_LAKE} = '310118'))`,
  ],
  [
    'Organisations with agreements of kind K since D',
    'organisations(where: { agreement: { kind: [MEMORANDUM], signedOn: { from: "2022-01-01" } } })',
    `SELECT s.organisation_id AS id FROM signature s JOIN agreement a ON a.id = s.agreement_id
      WHERE s.organisation_id IS NOT NULL AND a.kind = 'MEMORANDUM' AND a.signed_on >= '2022-01-01'`,
  ],
  [
    'Articles that report no meeting',
    'articles(where: { not: { meetings: {} } })',
    `SELECT id FROM article WHERE id NOT IN (SELECT article_id FROM evidence WHERE meeting_id IS NOT NULL)`,
  ],
  [
    'Articles that report a meeting in person',
    'articles(where: { meetings: { format: [IN_PERSON] } })',
    `SELECT DISTINCT e.article_id AS id FROM evidence e JOIN meeting m ON m.id = e.meeting_id WHERE m.format = 'IN_PERSON'`,
  ],
  [
    'Meetings that a publisher reported',
    'meetings(where: { articles: { publisher: { equals: "湖滨日报" } } })',
    `SELECT DISTINCT e.meeting_id AS id FROM evidence e JOIN article a ON a.id = e.article_id
      WHERE a.publisher = '湖滨日报' AND e.meeting_id IS NOT NULL`,
  ],
  [
    'Meetings with a participant from organisation X, also through its office-holders',
    'meetings(where: { body: "org_ministry" })',
    `SELECT p.meeting_id AS id FROM participation p JOIN participation_position l ON l.participation_id = p.id
      JOIN position o ON o.id = l.position_id WHERE o.organisation_id = 'org_ministry'`,
  ],
  [
    'Meetings with a participant from an organisation that came itself',
    'meetings(where: { body: "org_dept" })',
    "SELECT meeting_id AS id FROM participation WHERE organisation_id = 'org_dept'",
  ],
  [
    'Who came for a ministry',
    'participations(where: { body: "org_ministry" })',
    `SELECT l.participation_id AS id FROM participation_position l JOIN position o ON o.id = l.position_id
      WHERE o.organisation_id = 'org_ministry'`,
  ],
  [
    'Agreements with exactly this area as a party',
    'agreements(where: { partyArea: "310118" })',
    `SELECT agreement_id AS id FROM signature WHERE area_code = '310118'`,
  ],
  [
    'Agreements of which nobody is named who signed',
    'agreements(where: { signer: null })',
    `SELECT id FROM agreement WHERE id NOT IN (SELECT agreement_id FROM signature WHERE signer_id IS NOT NULL)`,
  ],
  [
    'All participations of a period, flat',
    'participations(where: { at: { date: { from: "2022-01-01", to: "2022-12-31" } } })',
    `SELECT p.id FROM participation p JOIN meeting m ON m.id = p.meeting_id WHERE m.starts_on BETWEEN '2022-01-01' AND '2022-12-31'`,
  ],
  [
    'All positions named 省长 on a day, flat',
    'positions(where: { role: { equals: "省长" }, observedOn: { from: "2022-06-06", to: "2022-06-06" } })',
    `SELECT id FROM position WHERE role = '省长' AND observed_on = '2022-06-06'`,
  ],
  [
    'Who holds posts in area A',
    'people(where: { position: { area: "330000" } })',
    `SELECT DISTINCT person_id AS id FROM position WHERE area_code IN ('330000', '330500')`,
  ],
  [
    'Posts of those who met in an area',
    'positions(where: { holder: { participation: { at: { area: "330500" } } } })',
    `SELECT id FROM position WHERE person_id IN (SELECT person_id FROM participation WHERE meeting_id IN (${AT_LAKE} = '330500'))`,
  ],
  [
    'Signatures of departments for which somebody is named',
    'signatures(where: { organisation: { classification: [DEPARTMENT] }, not: { signer: null } })',
    `SELECT s.id FROM signature s JOIN organisation o ON o.id = s.organisation_id
      WHERE o.classification = 'DEPARTMENT' AND s.signer_id IS NOT NULL`,
  ],
  [
    'Meetings of series of this name',
    'meetings(where: { inSeries: { name: { contains: "協作小組" } } })',
    `SELECT n.meeting_id AS id FROM meeting_session n JOIN meeting_series s ON s.id = n.series_id WHERE s.name LIKE '%协作小组%'`,
  ],
  [
    'Series that met in an area since a day',
    'meetingSeries(where: { meetings: { area: "330500", date: { from: "2022-01-01" } } })',
    `SELECT n.series_id AS id FROM meeting_session n JOIN meeting m ON m.id = n.meeting_id
      WHERE m.starts_on >= '2022-01-01' AND m.id IN (${AT_LAKE} = '330500')`,
  ],
  [
    'Meetings with a number of delegates of 300 and more',
    'meetings(where: { indicator: { measure: { equals: "代表" }, value: { from: "300" } } })',
    "SELECT meeting_id AS id FROM indicator WHERE measure = '代表' AND value >= 300",
  ],
  [
    'Numbers of the parts of a ministry',
    'indicators(where: { inOrganisation: { partOf: { name: { equals: "生态环境部" } } } })',
    `SELECT i.id FROM indicator i JOIN organisation o ON o.id = i.organisation_id JOIN organisation m ON m.id = o.parent_id
      WHERE m.name = '生态环境部'`,
  ],
  [
    'Numbers of meetings that a person chaired',
    'indicators(where: { at: { participation: { participant: "per_wen", roles: [CHAIR] } } })',
    `SELECT i.id FROM indicator i JOIN participation p ON p.meeting_id = i.meeting_id
      WHERE p.person_id = 'per_wen' AND 'CHAIR' = ANY (p.roles)`,
  ],
  [
    'Organisations with a number',
    'organisations(where: { indicator: {} })',
    'SELECT organisation_id AS id FROM indicator WHERE organisation_id IS NOT NULL',
  ],
  [
    'Articles of pages of a site',
    'articles(where: { document: { url: { contains: "lake.example" } } })',
    `SELECT a.id FROM article a JOIN source_document d ON d.id = a.document_id WHERE d.url LIKE '%lake.example%'`,
  ],
  [
    'Pages that carry an article without a day',
    'documents(where: { articles: { publishedOn: null } })',
    'SELECT document_id AS id FROM article WHERE published_on IS NULL',
  ],
  [
    'Indicators of no area',
    'indicators(where: { area: null })',
    `SELECT id FROM indicator WHERE area_code IS NULL AND (organisation_id IS NULL OR organisation_id IN
      (SELECT id FROM organisation WHERE area_code IS NULL))`,
  ],
  [
    'Meetings without a series',
    'meetings(where: { series: null })',
    `SELECT id FROM meeting WHERE merged_into_id IS NULL AND id NOT IN (SELECT meeting_id FROM meeting_session)`,
  ],
  [
    'Agreements signed at meetings that a person chaired',
    'agreements(where: { at: { participation: { roles: [CHAIR] } } })',
    `SELECT a.id FROM agreement a WHERE meeting_id IN (SELECT meeting_id FROM participation WHERE 'CHAIR' = ANY (roles))`,
  ],
  [
    'Agreements with a signature that is implied',
    'agreements(where: { signature: { implied: true } })',
    'SELECT agreement_id AS id FROM signature WHERE implied',
  ],
  [
    'Who signed agreements',
    'people(where: { agreement: {} })',
    'SELECT signer_id AS id FROM signature WHERE signer_id IS NOT NULL',
  ],
  [
    'List of documents, by URL',
    'documents(where: { url: { startsWith: "https://lake.example/" } })',
    `SELECT id FROM source_document WHERE url LIKE 'https://lake.example/%'`,
  ],
  [
    'List of documents, by day of retrieval',
    'documents(where: { retrievedAt: { from: "2022-06-08T00:00:00+08:00", to: "2022-06-08T23:59:59+08:00" } })',
    `SELECT id FROM source_document WHERE (retrieved_at AT TIME ZONE 'Asia/Shanghai')::date = '2022-06-08'`,
  ],
  [
    'Meetings of which no place is known',
    'meetings(where: { area: null })',
    `SELECT id FROM meeting WHERE merged_into_id IS NULL AND id NOT IN (SELECT meeting_id FROM meeting_place)`,
  ],
  [
    'All copies',
    'articles(where: { isCopy: true })',
    'SELECT id FROM article WHERE duplicate_of_id IS NOT NULL',
  ],
  ['All but spun copies', 'articles(where: { isSpun: false })', 'SELECT id FROM article WHERE NOT is_spun'],
];

test.each(LISTS)('%s', async (_, list, statement) => {
  const answer = await ask(`{ list: ${list} { totalCount nodes { id } } }`);
  const found = (answer.list as unknown as { nodes: { id: string }[] }).nodes.map(({ id }) => id);
  const expected = await look(statement);
  expect(expected).not.toEqual([]);
  expect([...found].sort()).toEqual([...expected].sort());
  expect(answer.list?.totalCount).toBe(expected.length);
});

test('The bodies of a meeting, and the meetings of a body whose minister came', async () => {
  const { meeting } = await ask(`{ meeting(id: "mtg_lake") {
    bodies { organisation { id meetings { nodes { id } } } participation { id } through { id participant { ... on Person { id } } } }
    one: bodies(first: 1) { organisation { id } }
  } }`);
  const meetings = { nodes: [{ id: 'mtg_lake' }] };
  expect(meeting).toEqual({
    bodies: [
      {
        organisation: { id: 'org_ministry', meetings },
        participation: null,
        through: [{ id: 'par_2', participant: { id: 'per_ouyang' } }],
      },
      { organisation: { id: 'org_dept', meetings }, participation: { id: 'par_3' }, through: [] },
    ],
    one: [{ organisation: { id: 'org_ministry' } }],
  });
});

test('Positions of one person, filtered and paged', async () => {
  const page = async (args: string) => {
    const { person } =
      await ask(`{ person(id: "per_wen") { positions(where: { area: "330000" }, first: 1 ${args}) {
      totalCount nodes { id } pageInfo { endCursor hasNextPage } } } }`);
    return person?.positions;
  };
  const first = await page('');
  expect(first).toMatchObject({
    totalCount: 2,
    nodes: [{ id: 'pos_acting' }],
    pageInfo: { hasNextPage: true },
  });
  const next = await page(`after: "${first?.pageInfo?.endCursor}"`);
  expect(next).toMatchObject({ nodes: [{ id: 'pos_gov' }], pageInfo: { hasNextPage: false } });
});

test('All contradictions', async () => {
  const { contradictions } = await ask(`{ contradictions {
    totalCount nodes { field entity { __typename id displayName } statements { value isShown articles { id } } } } }`);
  const lake = { __typename: 'Meeting', id: 'mtg_lake', displayName: '太湖流域协作小组第三次工作会议' };
  const old = { __typename: 'Agreement', id: 'agr_old', displayName: '合作协议' };
  const said = (value: string, other: string) => [
    { value, isShown: true, articles: [{ id: 'art_1' }] },
    { value: other, isShown: false, articles: [{ id: 'art_3' }] },
  ];
  expect(contradictions).toEqual({
    totalCount: 3,
    nodes: [
      { field: 'DATE', entity: lake, statements: said('2022-06-06', '2022-06-07') },
      { field: 'CHAIR', entity: lake, statements: said('温若水', '鲁一鸣') },
      { field: 'SIGNED_ON', entity: old, statements: said('2022-06-06', '2022-06-07') },
    ],
  });
});

test('All contradictions about days, page by page', async () => {
  const seen: unknown[] = [];
  let after: string | null = null;
  do {
    const { contradictions } =
      await ask(`{ contradictions(fields: [DATE, SIGNED_ON], first: 1, after: ${JSON.stringify(after)}) {
      totalCount edges { node { field entity { id } } } pageInfo { endCursor hasNextPage } } }`);
    expect(contradictions?.totalCount).toBe(2);
    seen.push(contradictions?.edges?.[0]);
    after = contradictions?.pageInfo?.hasNextPage ? String(contradictions.pageInfo.endCursor) : null;
  } while (after !== null);
  expect(seen).toEqual([
    { node: { field: 'DATE', entity: { id: 'mtg_lake' } } },
    { node: { field: 'SIGNED_ON', entity: { id: 'agr_old' } } },
  ]);
  expect((await ask('{ contradictions(fields: []) { totalCount } }')).contradictions?.totalCount).toBe(0);
  const { meeting } = await ask('{ meeting(id: "mtg_lake") { contradictions { entity { id } } } }');
  expect(meeting?.contradictions).toEqual([{ entity: { id: 'mtg_lake' } }, { entity: { id: 'mtg_lake' } }]);
});

test('All facts of one article in the order of its text', async () => {
  const { kysely } = api.test.database;
  await kysely.updateTable('evidence').set({ start: 20, end: 22 }).where('id', '=', 'evi_9').execute();
  const { article } = await ask(`{ article(id: "art_1") {
    facts { fact { __typename id } evidence { wordsStart article { id } } } few: facts(first: 2) { fact { id } } } }`);
  const facts = article?.facts as unknown as { fact: { id: string }; evidence: object }[];
  const ids =
    await look(`SELECT coalesce(person_id, organisation_id, position_id, meeting_id, participation_id, agreement_id,
    signature_id, indicator_id) AS id FROM evidence WHERE article_id = 'art_1' ORDER BY start, "end", evidence.id`);
  expect(facts.map(({ fact }) => fact.id)).toEqual(ids);
  expect(article?.few).toEqual(ids.slice(0, 2).map((id) => ({ fact: { id } })));
  expect(facts.at(-1)).toEqual({
    fact: { __typename: 'Participation', id: 'par_1' },
    evidence: { wordsStart: 20, article: { id: 'art_1' } },
  });
});

test('An excerpt of a text', async () => {
  const { article } = await ask(
    '{ article(id: "art_2") { excerpt short: excerpt(length: 5) none: excerpt(length: 0) } }',
  );
  expect(article).toEqual({ excerpt: '又讯：温若水会见新加坡客人。', short: '又讯：温若…', none: '…' });
  const { errors } = await api.query('{ article(id: "art_2") { excerpt(length: 1001) } }');
  expect(errors).toEqual([
    expect.objectContaining({
      message: '`length` must be between 0 and 1000, not 1001.',
      extensions: { code: 'BAD_USER_INPUT' },
    }),
  ]);
});

test('`node` for area, and what a person calls whatever has a name', async () => {
  const { nodes } =
    await ask(`{ nodes(ids: ["330000", "SG", "per_older", "org_dept", "mtg_gone", "ser_lake", "agr_lake", "art_1", "art_2", "ZZ", "doc_1"]) {
    __typename ... on Named { displayName } } }`);
  expect(nodes).toEqual([
    { __typename: 'Area', displayName: '浙江省' },
    { __typename: 'Area', displayName: '新加坡' },
    { __typename: 'Person', displayName: '温若水' },
    { __typename: 'Organisation', displayName: '浙江省生态环境厅' },
    { __typename: 'Meeting', displayName: '太湖流域协作小组第三次工作会议' },
    { __typename: 'MeetingSeries', displayName: '太湖流域协作小组工作会议' },
    { __typename: 'Agreement', displayName: '太湖蓝藻联防联控备忘录' },
    { __typename: 'Article', displayName: '三省一市签署太湖治理合作备忘录' },
    { __typename: 'Article', displayName: '又讯：温若水会见新加坡客人。' },
    null,
    { __typename: 'SourceDocument' },
  ]);
  expect((await ask('{ node(id: "330500") { id ... on Area { name } } }')).node).toEqual({
    id: '330500',
    name: '湖州市',
  });
});

test('Area by name', async () => {
  const names = await ask(`{
    areas(where: { name: { in: ["浙江", "青浦区", "新加坡"] } }) { totalCount nodes { code } }
  }`);
  expect(names.areas).toEqual({
    totalCount: 3,
    nodes: [{ code: '310118' }, { code: '330000' }, { code: 'SG' }],
  });
});

test('Areas of a level in another, paged by their codes', async () => {
  const page = async (after: string | null) => {
    const { areas } =
      await ask(`{ areas(where: { within: "CN", level: [PROVINCE, CITY] }, first: 2, after: ${JSON.stringify(after)}) {
      nodes { code } pageInfo { endCursor hasNextPage } } }`);
    return areas;
  };
  const first = await page(null);
  expect(first?.nodes).toEqual([{ code: '310000' }, { code: '330000' }]);
  const next = await page(String(first?.pageInfo?.endCursor));
  expect(next).toMatchObject({ nodes: [{ code: '330500' }], pageInfo: { hasNextPage: false } });
});

test('conditions nest as deep as values may, each on rows of its own', async () => {
  const nest = (depth: number): string =>
    depth === 0
      ? 'name: { equals: "温若水" }'
      : `participation: { at: { participation: { person: { ${nest(depth - 1)} } } } }`;
  const { people } = await ask(`{ people(where: { ${nest(6)} }) { nodes { id } } }`);
  expect(people?.nodes).toEqual([{ id: 'per_lu' }, { id: 'per_ouyang' }, { id: 'per_wen' }].sort(byName));
});

const NAMES: Readonly<Record<string, string>> = {
  per_lu: '鲁一鸣',
  per_ouyang: '欧阳清源',
  per_wen: '温若水',
};
const byName = (one: { id: string }, other: { id: string }) =>
  (NAMES[one.id] ?? '') < (NAMES[other.id] ?? '') ? -1 : 1;
