import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ingestDocument, prepareGraph } from '../../src/ingest/ingest.ts';
import { createTestApp, type TestApp } from './graphql-client.ts';

const PAGE = `湖州市生态环境工作会议召开
2023年2月21日，全市生态环境工作会议在浙江省湖州市召开。湖州市市长温若水主持会议。
2022年，湖州市PM2.5平均浓度为25微克/立方米，同比下降3.20%。湖州市完成治理项目136个。
2023年，湖州市将投资9007199254740993元。浙江省生态环境厅签约项目35个。
300余名代表参加会议。`;
/** Another page that states one of these numbers too, as the last page that came. */
const OTHER = `湖州去年空气转好
2023年3月1日，记者获悉，2022年，湖州市PM2.5平均浓度为25微克/立方米。`;

let api: TestApp;
beforeAll(async () => {
  api = await createTestApp();
  await prepareGraph(api.test.database);
  for (const [name, text] of Object.entries({ 'page.txt': PAGE, 'other.txt': OTHER }))
    expect(await ingestDocument(api.test.database, { name, bytes: Buffer.from(text) })).toMatchObject({
      status: 'ingested',
    });
});
afterAll(() => api.close());

type Row = Readonly<Record<string, unknown>>;
interface Nodes {
  readonly totalCount: number;
  readonly nodes: readonly Row[];
}

/** What a query gives, in the shape that it asks for. */
async function ask<T>(query: string, variables?: Record<string, unknown>): Promise<T> {
  const { data, errors } = await api.query(query, variables);
  expect(errors).toEqual([]);
  return data as unknown as T;
}

const find = async (where: object) => {
  const { indicators } = await ask<{ indicators: Nodes }>(
    `query ($where: IndicatorFilter) { indicators(where: $where, orderBy: { field: MEASURE, direction: ASC }) {
      nodes { measure form value unit } } }`,
    { where },
  );
  return indicators.nodes.map(({ measure, form, value, unit }) => `${measure} ${form} ${value} ${unit}`);
};

const PM = 'PM2.5平均浓度 LEVEL 25 ug/m3';
const FALL = 'PM2.5平均浓度 CHANGE -3.2 %';
const MONEY = '投资 LEVEL 9007199254740993 CNY';

test.each<[string, object, string[]]>([
  ['what is measured', { measure: { contains: 'pm2.5' } }, [FALL, PM]],
  ['unit and size', { unit: ['ug/m3'], value: { from: '20', to: '25' } }, [PM]],
  ['unit and size, nothing there', { unit: ['ug/m3'], value: { to: '24.999' } }, []],
  ['size beyond what a float holds', { value: { from: '9007199254740993' } }, [MONEY]],
  ['size one above it', { value: { from: '9007199254740994' } }, []],
  ['form', { form: 'CHANGE' }, [FALL]],
  ['period', { period: { from: '2022-06-01', to: '2022-06-30' }, form: 'LEVEL', unit: ['ug/m3'] }, [PM]],
  ['plan', { isPlanned: true }, [MONEY]],
  [
    'area, or an organisation there',
    { area: '330000', unit: ['个'] },
    ['治理项目 LEVEL 136 个', '项目 LEVEL 35 个'],
  ],
])('indicators are found by %s', async (_by, where, found) => {
  expect((await find(where)).sort()).toEqual(found.sort());
});

test('an indicator says of what, when, how near, and in which words of which pages', async () => {
  const { a, b } = await ask<{ a: Nodes; b: Nodes }>(`{
    a: indicators(where: { unit: ["ug/m3"] }) { nodes {
      id printed bound isPlanned startsOn endsOn area { name } organisation { name } meeting { name }
      articles { totalCount } evidence { quote } } }
    b: indicators(where: { unit: ["名"] }) { nodes { bound meeting { name indicators { totalCount } } } } }`);
  const [level] = a.nodes;
  expect(level).toMatchObject({
    printed: '25微克/立方米',
    bound: 'EXACT',
    isPlanned: false,
    startsOn: '2022-01-01',
    endsOn: '2022-12-31',
    area: { name: '湖州市' },
    organisation: null,
    meeting: null,
    articles: { totalCount: 2 },
  });
  expect(level?.evidence).toHaveLength(2);
  const [attendance] = b.nodes;
  expect(attendance).toMatchObject({ bound: 'AT_LEAST', meeting: { indicators: { totalCount: 1 } } });
  const again = await ask<Row>(
    `query ($id: ID!) { node(id: $id) { __typename id } indicator(id: $id) { value } }`,
    {
      id: level?.id,
    },
  );
  expect(again).toEqual({
    node: { __typename: 'Indicator', id: level?.id },
    indicator: { value: '25' },
  });
});

test('indicators are counted in groups, and listed below what they tell of', async () => {
  const { indicators } = await ask<{ indicators: { groups: Row[] } }>(
    `{ indicators { groups(by: [UNIT]) { keys count } } }`,
  );
  expect(indicators.groups).toContainEqual({ keys: ['个'], count: 2 });
  const { area, organisations, articles } = await ask<Record<string, { indicators: Nodes } & Nodes>>(`{
    area(code: "330500") { indicators { totalCount } }
    organisations(where: { name: { equals: "浙江省生态环境厅" } }) { nodes { indicators { nodes { measure } } } }
    articles(where: { headline: { contains: "召开" } }) { nodes { indicators { totalCount } } } }`);
  expect(area?.indicators.totalCount).toBe(4);
  expect(organisations?.nodes).toEqual([{ indicators: { nodes: [{ measure: '项目' }] } }]);
  expect(articles?.nodes).toEqual([{ indicators: { totalCount: 6 } }]);
});

test('search finds indicators by what they measure and of what', async () => {
  const { search } = await ask<{ search: Nodes }>(`{
    search(query: "PM2.5平均浓度 湖州", types: [INDICATOR]) { totalCount nodes { ... on Indicator { value unit } } } }`);
  // Behind them come those that have one of the words.
  const found = search.nodes.map(({ value, unit }) => `${value} ${unit}`);
  expect(found.slice(0, 2).sort()).toEqual(['-3.2 %', '25 ug/m3']);
});

test.each(['1e5', true, '', '1'.repeat(50), null])('%p is no end of a range of numbers', async (from) => {
  const { errors } = await api.query(
    'query ($where: IndicatorFilter) { indicators(where: $where) { totalCount } }',
    { where: { value: { from } } },
  );
  expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
});
