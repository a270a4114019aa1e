import {
  type GraphQLInputField,
  type GraphQLInputObjectType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  parse,
} from 'graphql';
import { composeStatement, valuesOf } from '../../src/graphql/context/statement.ts';
import { understandAll } from '../../src/graphql/context/understand-all.ts';
import { composeRoot } from '../../src/graphql/fields/root.ts';
import { Selection } from '../../src/graphql/read-plan/selection.ts';
import { schema } from '../../src/graphql/schema.ts';
import { makeCursor } from '../support/make-cursor.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { fillLargeGraph, LARGE } from './large-graph.ts';

/** What has to look at every row, and why; docs/limits.md says so too. */
const WHOLE: readonly RegExp[] = [
  // Related rows are counted for each.
  / orderBy: \{ field: (?:MEETINGS|PARTICIPATIONS),/,
  // A headline may be longer than an index takes.
  / orderBy: \{ field: HEADLINE,/,
  // They are ordered by what stands in another row, or by several values in one.
  /^participations orderBy: \{ field: STARTS_ON,/,
  /^signatures orderBy: \{ field: SIGNED_ON,/,
  /^positions orderBy: \{ field: (?:TIMELINE|TITLE),/,
  // The text of an article is found by `search`; a filter reads it.
  /\btext: \{/,
];

/** How deep filters of other lists are asked for. */
const DEPTH = 1;

/** Tables of so many rows must not be read from end to end. */
const MOST_ROWS = 10_000;

let testDatabase: TestDatabase;
let sizes: ReadonlyMap<string, number>;
beforeAll(async () => {
  testDatabase = await createTestDatabase();
  await fillLargeGraph(testDatabase.database.pool);
  const { rows } = await testDatabase.database.pool.query(
    `SELECT relname AS name, reltuples::integer AS size FROM pg_class WHERE relkind = 'r'`,
  );
  sizes = new Map(rows.map(({ name, size }) => [name, size]));
}, 120_000);
afterAll(() => testDatabase.drop());

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly Plan[];
}

/** The tables that a plan reads from end to end. */
const scanned = (plan: Plan): string[] => [
  ...(plan['Node Type'].endsWith('Seq Scan') ? [plan['Relation Name'] ?? ''] : []),
  ...(plan.Plans ?? []).flatMap(scanned),
];

/** The large tables that the statement of a query reads from end to end. */
async function largeScans(query: string): Promise<string[]> {
  const operation = parse(query).definitions[0];
  const info = { schema, fragments: {}, variableValues: {} };
  const [field] = new Selection(info, [operation as never]).on('Query');
  if (!field) throw new Error(`Nothing is asked: ${query}`);
  const plan = await composeRoot(schema, field, 'answer');
  const statement = composeStatement(plan, testDatabase.database.kysely);
  const understood = await understandAll(statement.queries);
  const { rows } = await testDatabase.database.reads.pool.query({
    text: `EXPLAIN (FORMAT JSON) ${statement.text}`,
    values: valuesOf(statement, { variables: {}, bytesLeft: 1_000_000, understood }),
  });
  return scanned(rows[0]['QUERY PLAN'][0].Plan).filter((table) => (sizes.get(table) ?? 0) > MOST_ROWS);
}

/** A value that an input field takes, as GraphQL has it; null where it takes a filter, which is asked for field by field. */
function valueFor({ name, type }: GraphQLInputField): string | null {
  const of = getNamedType(type);
  const list = (value: string) => (isListType(getNullableType(type)) ? `[${value}]` : value);
  if (isEnumType(of)) return list(of.getValues()[0]?.name ?? '');
  if (isInputObjectType(of)) {
    if (of.name === 'DateTimeRange') return '{ from: "2024-01-02T03:00:00Z", to: "2024-01-02T03:10:00Z" }';
    if (of.name === 'DateRange') return '{ from: "2024-03-01", to: "2024-03-02" }';
    return 'and' in of.getFields() ? null : '';
  }
  const known: Readonly<Record<string, string>> = {
    area: '"330500"',
    ids: '"mtg_00042"',
    series: '"ser_00042"',
    article: '"art_00042"',
    meeting: '"mtg_00042"',
    person: '"per_00042"',
  };
  if (of.name === 'Boolean') return 'true';
  if (of.name === 'Int') return '1';
  if (of.name === 'Decimal') return '"42"';
  return list(known[name] ?? '"per_00042"');
}

/**
 * The filters of a type, one field at a time; of the filters of other lists those that few rows pass: where most pass, all are the
 * answer.
 */
function filtersOf(type: GraphQLInputObjectType, depth: number): string[] {
  return Object.values(type.getFields()).flatMap((field) => {
    // Counts look at every row.
    if (['and', 'or', 'not', 'count'].includes(field.name)) return [];
    const of = getNamedType(field.type);
    if (depth < DEPTH && !['ID', 'StringFilter'].includes(of.name)) return [];
    const value = valueFor(field);
    if (value !== null && value !== '') return [`{ ${field.name}: ${value} }`];
    if (!isInputObjectType(of) || depth === 0) return [];
    const below =
      value === null
        ? filtersOf(of, depth - 1)
        : Object.values(of.getFields()).map(
            (test) => `{ ${test.name}: ${test.name === 'in' ? '["甲00042"]' : textFor(test)} }`,
          );
    return below.map((filter) => `{ ${field.name}: ${filter} }`);
  });
}

/** A text that few rows hold. */
const textFor = ({ type }: GraphQLInputField) => (getNamedType(type).name === 'Decimal' ? '"42"' : '"00042"');

const listings = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(
  ({ type, args }) =>
    getNamedType(type).name.endsWith('Connection') &&
    args.some(({ name }) => name === 'where') &&
    LARGE.includes(getNamedType(type).name.replace('Connection', '')),
);

/** The arguments of all orders and filters of a list. */
function argumentsOf({ args }: (typeof listings)[number]): string[] {
  const where = getNamedType(args.find(({ name }) => name === 'where')?.type as never);
  const orderBy = getNamedType(args.find(({ name }) => name === 'orderBy')?.type as never);
  const orders = isInputObjectType(orderBy) ? getNamedType(orderBy.getFields().field?.type as never) : null;
  return [
    ...(isEnumType(orders)
      ? orders
          .getValues()
          .flatMap(({ name }) =>
            ['ASC', 'DESC'].map((direction) => `orderBy: { field: ${name}, direction: ${direction} }`),
          )
      : []),
    ...(isInputObjectType(where) ? filtersOf(where, DEPTH).map((filter) => `where: ${filter}`) : []),
  ];
}

test('the lists that are looked at', () => {
  expect(listings.length).toBeGreaterThan(5);
});

test.each(listings.map((field) => [field.name, field] as const))(
  '%s: no filter and no order reads a large table from end to end',
  async (name, field) => {
    const found: string[] = [];
    for (const argument of argumentsOf(field)) {
      if (WHOLE.some((one) => one.test(`${name} ${argument}`))) continue;
      const tables = await largeScans(`{ ${name}(first: 20, ${argument}) { nodes { __typename } } }`);
      if (tables.length > 0) found.push(`${argument}: ${[...new Set(tables)].join(', ')}`);
    }
    expect(found).toEqual([]);
  },
);

test.each([
  'first: 20',
  'last: 20',
  'since: "2999-01-01T00:00:00Z"',
  'types: [MEETING_SERIES]',
  `after: "${makeCursor(['Change', ['1000'], '1000'])}"`,
])('changes: %s does not read all of them from end to end', async (argument) => {
  expect(sizes.get('change')).toBeGreaterThan(MOST_ROWS);
  expect(await largeScans(`{ changes(${argument}) { nodes { id } pageInfo { hasNextPage } } }`)).toEqual([]);
});
