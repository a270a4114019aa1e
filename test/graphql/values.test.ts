import {
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLObjectType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isObjectType,
} from 'graphql';
import { FOLLOWED_ENTITIES } from '../../src/graphql/builder/entities.ts';
import { schema } from '../../src/graphql/schema.ts';
import { indexEntities } from '../../src/search/index/index-entities.ts';
import { fillGraph } from './graph-fixture.ts';
import { createTestApp, type TestApp } from './graphql-client.ts';

let api: TestApp;
beforeAll(async () => {
  api = await createTestApp();
  const { kysely } = api.test.database;
  await fillGraph(kysely);
  await indexEntities(kysely, [{ type: 'MEETING', id: 'mtg_lake' }]);
  await kysely
    .insertInto('identity_decision')
    .values({
      id: 'dec_1',
      action: 'MERGE',
      judgement: 'SAME',
      entity_type: 'person',
      entity_id: 'per_wen',
      other_id: 'per_old',
      score: 1,
      reasons: ['one man'],
      decided_by: 'a test',
      decided_at: '2022-06-08T10:30:00.5+08:00',
      reverted_at: '2022-06-09T00:00:00Z',
    })
    .execute();
});
afterAll(() => api.close());

/** The lists with filters: root field, filter, and where its rows stand in an answer. */
const LISTS: Readonly<Record<string, string>> = {
  AgreementFilter: 'agreements(where: $where)',
  AreaFilter: 'areas(where: $where)',
  ArticleFilter: 'articles(where: $where)',
  DecisionFilter: 'decisions(where: $where)',
  IndicatorFilter: 'indicators(where: $where)',
  MeetingFilter: 'meetings(where: $where)',
  MeetingSeriesFilter: 'meetingSeries(where: $where)',
  OrganisationFilter: 'organisations(where: $where)',
  PersonFilter: 'people(where: $where)',
  QuarantinedDocumentFilter: 'quarantinedDocuments(where: $where)',
  ParticipationFilter: 'participations(where: $where)',
  PositionFilter: 'positions(where: $where)',
  SignatureFilter: 'signatures(where: $where)',
  SourceDocumentFilter: 'documents(where: $where)',
};

/** How many rows pass a filter, or the code of the error. */
async function count(filter: string, where: object): Promise<number | string> {
  const query = `query ($where: ${filter}) { ${LISTS[filter]} { totalCount } }`;
  const { status, data, errors } = await api.query(query, { where });
  if (errors[0]) return status < 500 ? errors[0].extensions.code : `${status}`;
  return Object.values(data as object)[0].totalCount;
}

const filters = Object.values(schema.getTypeMap())
  .filter(isInputObjectType)
  .filter(({ name }) => name.endsWith('Filter') && !['SearchFilter', 'StringFilter'].includes(name));

const fieldsOf = (types: readonly GraphQLInputObjectType[]) =>
  types.flatMap((type) => Object.values(type.getFields()).map((field) => [type.name, field] as const));

const isList = ({ type }: Pick<GraphQLInputField, 'type'>) => isListType(getNullableType(type));

const MATCHES_NOTHING = /An empty list matches nothing/;

describe('A4: a null in a filter', () => {
  const named = fieldsOf(filters).map(([type, field]) => [`${type}.${field.name}`, type, field] as const);
  test.each(named)(
    'of %s finds the rows without, where it says so, and else is refused',
    async (_, type, field) => {
      const found = await count(type, { [field.name]: null });
      if (!field.description?.includes('`null`')) return expect(found).toBe('BAD_USER_INPUT');
      expect(found).not.toBe(await count(type, {}));
      // A row has what it lacks not: no test of the field holds for any of these.
      const some = getNamedType(field.type);
      const value = isEnumType(some)
        ? some.getValues().map(({ name }) => name)
        : isInputObjectType(some)
          ? {}
          : 'x';
      expect(await count(type, { and: [{ [field.name]: null }, { [field.name]: value }] })).toBe(
        some.toString() === 'StringFilter' ? found : 0,
      );
    },
  );

  test.each<[string, object, number | string]>([
    ['OrganisationFilter', { parent: null }, 2],
    ['OrganisationFilter', { not: { parent: null } }, 1],
    ['AgreementFilter', { meeting: null }, 1],
    ['MeetingFilter', { date: null }, 2],
    ['MeetingFilter', { format: null, hasAgreements: false }, 4],
    ['ArticleFilter', { headline: { equals: null } }, 1],
    ['ArticleFilter', { publisher: { equals: null, contains: '日报' } }, 0],
    ['ArticleFilter', { text: { equals: null } }, 'BAD_USER_INPUT'],
    ['ArticleFilter', { publisher: { in: null } }, 'BAD_USER_INPUT'],
    ['PersonFilter', { name: { equals: null } }, 'BAD_USER_INPUT'],
    ['PersonFilter', { name: { contains: null } }, 'BAD_USER_INPUT'],
    ['PersonFilter', { participation: { participant: null } }, 'BAD_USER_INPUT'],
    ['MeetingFilter', { participation: null }, 'BAD_USER_INPUT'],
    ['MeetingFilter', { date: { from: null } }, 'BAD_USER_INPUT'],
    ['MeetingFilter', { or: null }, 'BAD_USER_INPUT'],
    ['MeetingFilter', { or: [{ dateBasis: null }, { area: 'CN' }] }, 'BAD_USER_INPUT'],
  ])('%s %j: %s', async (filter, where, expected) => {
    expect(await count(filter, where)).toBe(expected);
  });

  test('that is an argument asks for no more than its absence, or is refused', async () => {
    const { errors } = await api.query(
      '{ meetings(where: null, orderBy: null, after: null, first: null) { totalCount } }',
    );
    expect(errors).toEqual([]);
    for (const query of [
      '{ decisions(where: { entity: null }) { totalCount } }',
      '{ person(id: "per_wen") { positions(on: null) { nodes { id } } } }',
      '{ search(query: "太湖", where: { date: null }) { totalCount } }',
      '{ search(query: "太湖", where: { area: null }) { totalCount } }',
      '{ search(query: "太湖", where: { date: { to: null } }) { totalCount } }',
    ]) {
      const refused = await api.query(query);
      expect([query, refused.errors[0]?.extensions.code]).toEqual([query, 'BAD_USER_INPUT']);
    }
  });

  test('that is a variable left out asks nothing', async () => {
    const { data } = await api.query(
      'query ($id: ID) { organisations(where: { parent: $id }) { totalCount } }',
    );
    expect(data.organisations?.totalCount).toBe(3);
  });
});

describe('A7: organisations without a parent', () => {
  test('are found by null', async () => {
    const { data } = await api.query(
      '{ organisations(where: { parent: null }) { nodes { name parent { id } } } }',
    );
    expect(data.organisations?.nodes).toEqual([
      { name: '太湖流域协作小组', parent: null },
      { name: '生态环境部', parent: null },
    ]);
  });
});

describe('A5: an empty list of alternatives', () => {
  const lists = fieldsOf(filters).filter(([, field]) => isList(field) && field.name !== 'and');
  test.each(lists.map(([type, field]) => [`${type}.${field.name}`, type, field] as const))(
    'matches nothing, and the description says so: %s',
    async (_, type, field) => {
      expect(field.description).toMatch(MATCHES_NOTHING);
      expect(await count(type, { [field.name]: [] })).toBe(0);
    },
  );

  test('matches nothing in a test of a text and in arguments', async () => {
    expect(await count('PersonFilter', { name: { in: [] } })).toBe(0);
    const { data, errors } = await api.query(`{
      search(query: "太湖", types: []) { totalCount nodes { __typename } facets { values { count } } }
      suggest(prefix: "太", types: []) { text node { __typename } } openQuestions(types: []) { totalCount nodes { score } } nodes(ids: []) { id }
    }`);
    expect(errors).toEqual([]);
    expect(data).toEqual({
      search: { totalCount: 0, nodes: [], facets: [{ values: [] }, { values: [] }] },
      suggest: [],
      openQuestions: { totalCount: 0, nodes: [] },
      nodes: [],
    });
  });

  test('is told of wherever the schema takes a list', () => {
    const inputs = Object.values(schema.getTypeMap()).filter(isInputObjectType);
    const args = Object.values(schema.getTypeMap())
      .filter(isObjectType)
      .filter(({ name }) => !name.startsWith('__'))
      .flatMap((type) => Object.values(type.getFields()).flatMap((field) => field.args));
    const silent = [...fieldsOf(inputs).map(([, field]) => field), ...args]
      .filter(isList)
      .filter(
        ({ description }) =>
          !/An empty list (matches nothing|is refused)|an empty list asks nothing/.test(description ?? ''),
      );
    expect(silent.map(({ name }) => name)).toEqual([]);
  });
});

/** Every argument and input field of the schema with a default: `Article.keywords(first)`, `MeetingOrder.direction`. */
function listDefaults(): string[] {
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (type.name.startsWith('__')) return [];
    if (isInputObjectType(type))
      return Object.values(type.getFields())
        .filter(({ defaultValue }) => defaultValue !== undefined)
        .map(({ name }) => `${type.name}.${name}`);
    if (!isObjectType(type)) return [];
    return Object.values(type.getFields()).flatMap((field) =>
      field.args
        .filter(({ defaultValue }) => defaultValue !== undefined)
        .map(({ name }) => `${type.name}.${field.name}(${name})`),
    );
  });
}

describe('A6: a null where there is a default', () => {
  const NULLS: Readonly<Record<string, string>> = {
    'Article.keywords(first)': '{ article(id: "art_1") { keywords(first: null) { word } } }',
    'MeetingConnection.groups(first)': '{ meetings { groups(by: [YEAR], first: null) { keys count } } }',
    'MeetingConnection.groups(orderBy)': '{ meetings { groups(by: [YEAR], orderBy: null) { keys count } } }',
    'MeetingOrder.direction': '{ meetings(orderBy: { field: NAME, direction: null }) { nodes { id } } }',
    'Person.peers(first)': '{ person(id: "per_wen") { peers(first: null) { count } } }',
    'Query.openQuestions(first)': '{ openQuestions(first: null) { nodes { score } } }',
    'Query.path(longest)': '{ path(from: "per_wen", to: "org_dept", longest: null) { node { __typename } } }',
    'Query.suggest(first)': '{ suggest(prefix: "太湖", first: null) { text } }',
  };

  test.each(Object.entries(NULLS))('is as if %s were left out', async (_, query) => {
    const left = await api.query(query.replace(/,? ?\w+: null/, '').replace('()', ''));
    const given = await api.query(query);
    expect(given.errors).toEqual([]);
    expect(given.data).toEqual(left.data);
  });

  test('is tried for each of them', () => {
    // All connections and orders are made by the same functions as those of meetings.
    const kinds = listDefaults().map((name) => name.replace(/^\w+(?=Connection\.|Order\.)/, 'Meeting'));
    const tried = Object.keys(NULLS).filter((name) => !name.endsWith('(first)'));
    expect([...new Set(kinds)].sort()).toEqual(tried.sort());
  });

  test('and the `first` of every plain list says what null is', () => {
    const silent = Object.values(schema.getTypeMap())
      .filter((type) => isObjectType(type) && !type.name.startsWith('__'))
      .flatMap((type) => Object.values((type as GraphQLObjectType).getFields()))
      .flatMap((field) => (isListType(getNullableType(field.type)) ? field.args : []))
      .filter(({ name, description }) => name === 'first' && !/left out or null: \d/.test(description ?? ''));
    expect(silent).toEqual([]);
  });
});

describe('A8: a filter folds as search does', () => {
  test.each<[string, object]>([
    ['PersonFilter', { name: { equals: '溫若水' } }],
    ['PersonFilter', { name: { in: ['歐陽清源'] } }],
    ['MeetingFilter', { name: { startsWith: '太湖流域協作小組' } }],
    ['MeetingFilter', { name: { contains: '會見' } }],
    ['OrganisationFilter', { name: { equals: '生態環境部' } }],
    ['ArticleFilter', { headline: { contains: '三省一市簽署' } }],
    ['ArticleFilter', { headline: { contains: '１００％達標' } }],
    ['ArticleFilter', { text: { contains: 'ｐＭ２．５' } }],
    ['ArticleFilter', { text: { contains: 'pm2.5濃度' } }],
    ['ArticleFilter', { text: { contains: '浙江湖州召开。浙江省' } }],
    ['AgreementFilter', { title: { contains: '備忘錄' } }],
    ['PositionFilter', { title: { equals: '生態環境部部長' } }],
    ['PositionFilter', { role: { equals: '代省長' } }],
    ['MeetingSeriesFilter', { name: { equals: '太湖流域協作小組工作會議' } }],
  ])('%s %j finds one row', async (filter, where) => {
    expect(await count(filter, where)).toBe(1);
  });

  test.each<[string, object, number]>([
    ['a name that the graph holds in full width and upper case', { name: { equals: 'abc乾著' } }, 1],
    ['full width in a list', { name: { in: ['ＡＢＣ乾著'] } }, 1],
    ['a wild card as itself', { name: { contains: '％' } }, 0],
    ['nothing more than was asked', { name: { equals: '温若' } }, 0],
  ])('%s', async (_, where, expected) => {
    await api.test.database.kysely
      .updateTable('person')
      .set({ name: 'ＡＢＣ乾著' })
      .where('id', '=', 'per_lu')
      .execute();
    expect(await count('PersonFilter', where)).toBe(expected);
  });
});

test('A10: every DateTime is in one form', async () => {
  const times = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .flatMap((type) =>
      Object.values(type.getFields()).flatMap((field) =>
        getNamedType(field.type).name === 'DateTime' ? [`${type.name}.${field.name}`] : [],
      ),
    );
  expect(times.sort()).toEqual(
    [
      'Change.at',
      'Decision.decidedAt',
      'Decision.revertedAt',
      'QuarantinedDocument.quarantinedAt',
      'SourceDocument.retrievedAt',
      ...FOLLOWED_ENTITIES.flatMap(({ name }) => [`${name}.updatedAt`, `${name}Change.at`]),
    ].sort(),
  );
  const { data } = await api.query(
    '{ decisions { nodes { decidedAt revertedAt } } article(id: "art_1") { updatedAt document { retrievedAt } } changes { nodes { at } } }',
  );
  expect(data.decisions?.nodes?.[0]).toEqual({
    decidedAt: '2022-06-08T02:30:00.500Z',
    revertedAt: '2022-06-09T00:00:00.000Z',
  });
  expect(data.article?.document?.retrievedAt).toBe('2022-06-07T18:30:00.000Z');
  for (const at of [data.article?.updatedAt, data.changes?.nodes?.[0]?.at])
    expect(at).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);
});

test('F4: groups count each row once in each group, and people of one name are groups of their own', async () => {
  const { kysely } = api.test.database;
  const chair = { organisation_id: null, roles: '{CHAIR}', ordinal: 9, name_as_printed: '王浩' };
  await kysely
    .insertInto('person')
    .values(['per_w1', 'per_w2'].map((id) => ({ id, name: '王浩', other_names: [], merged_into_id: null })))
    .execute();
  await kysely
    .insertInto('participation')
    .values([
      { ...chair, id: 'par_w1', meeting_id: 'mtg_b', person_id: 'per_w1' },
      { ...chair, id: 'par_w2', meeting_id: 'mtg_b', person_id: 'per_w2' },
      { ...chair, id: 'par_w3', meeting_id: 'mtg_d', person_id: 'per_w2' },
    ])
    .execute();
  await kysely
    .insertInto('organisation')
    .values({
      id: 'org_twin',
      name: '浙江省生态环境厅',
      classification: 'DEPARTMENT',
      other_names: [],
      area_code: null,
      parent_id: null,
      merged_into_id: null,
    })
    .execute();
  await kysely
    .insertInto('signature')
    .values({
      id: 'sig_twin',
      agreement_id: 'agr_lake',
      organisation_id: 'org_twin',
      implied: false,
      ordinal: 7,
    })
    .execute();
  const { data, errors } = await api.query(`{
    meetings(where: { ids: ["mtg_b", "mtg_d"] }) { groups(by: [CHAIR]) { keys ids count } }
    agreements { groups(by: [PARTY, KIND], orderBy: COUNT) { keys count } }
  }`);
  expect(errors).toEqual([]);
  expect(data.meetings?.groups).toEqual([
    { keys: ['王浩'], ids: ['per_w1'], count: 1 },
    { keys: ['王浩'], ids: ['per_w2'], count: 2 },
  ]);
  expect(data.agreements?.groups).toContainEqual({ keys: ['浙江省生态环境厅', 'MEMORANDUM'], count: 1 });
});
