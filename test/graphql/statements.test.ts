import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  getNamedType,
  isAbstractType,
  isEnumType,
  isLeafType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { resolveRoot } from '../../src/graphql/fields/root.ts';
import { schema } from '../../src/graphql/schema.ts';
import { warmWords } from '../../src/search/words/words.ts';
import { fillGraph } from './graph-fixture.ts';
import { createTestApp, type TestApp } from './graphql-client.ts';

/** Values of arguments that must be given. */
const VALUES: Readonly<Record<string, string>> = {
  id: '"per_wen"',
  ids: '["per_wen", "mtg_lake"]',
  code: '"330000"',
  query: '"太湖"',
  prefix: '"太"',
  from: '"per_wen"',
  to: '"per_lu"',
};
/** How deep fields are selected below the root. */
const DEPTH = 4;

let api: TestApp;
beforeAll(async () => {
  api = await createTestApp();
  await fillGraph(api.test.database.kysely);
  await warmWords();
});
afterAll(() => api.close());

type Field = GraphQLField<unknown, unknown>;
const queries = Object.values(schema.getQueryType()?.getFields() ?? {});

/** A value of an argument: of a list of an enum its first. */
function argumentValue({ name, type }: GraphQLArgument): string {
  const of = getNamedType(type);
  return isEnumType(of) ? `[${of.getValues()[0]?.name}]` : (VALUES[name] ?? 'null');
}

/** A field with the arguments that it must have, one row of each list, and what is selected below it; empty where that is nothing. */
function select({ name, args, type }: Field, depth: number): string {
  const given = args.flatMap((argument) => {
    if (argument.name === 'first') return ['first: 1'];
    return isNonNullType(argument.type) ? [`${argument.name}: ${argumentValue(argument)}`] : [];
  });
  const below = selectOf(getNamedType(type), depth);
  if (below === null) return '';
  return `${name}${given.length > 0 ? `(${given.join(', ')})` : ''} ${below}`;
}

/** What is selected of a type: null where it is deeper than fields are selected. */
function selectOf(type: GraphQLNamedType, depth: number): string | null {
  if (isLeafType(type)) return '';
  if (depth === 0) return null;
  if (isAbstractType(type))
    return `{ __typename ${schema
      .getPossibleTypes(type)
      .map((member, place) => `... on ${member.name} { ${fieldsOf(member, depth, `m${place}_`)} }`)
      .join(' ')} }`;
  return isObjectType(type) ? `{ __typename ${fieldsOf(type, depth, '')} }` : null;
}

/** The fields of a type, with aliases by which those of several types do not meet. */
function fieldsOf(type: GraphQLNamedType, depth: number, prefix: string): string {
  if (!isObjectType(type)) return '';
  return Object.values(type.getFields())
    .map((field) => select(field, depth - 1))
    .filter(Boolean)
    .map((selected, place) => (prefix === '' ? selected : `${prefix}${place}: ${selected}`))
    .join(' ');
}

const planned = queries.filter(({ resolve }) => resolve === resolveRoot);

test('most of what can be asked has a plan', () => {
  expect(queries.length - planned.length).toBeLessThanOrEqual(2);
});

test.each(planned.map((field) => [field.name, field] as const))(
  '%s is one statement, with all that is below it',
  async (_name, field) => {
    let depth = DEPTH;
    for (; depth > 1; depth--) {
      api.takeStatements();
      const query = `{ ${select(field, depth)} again: ${select(field, 1) || select(field, 2)} }`;
      const { data, errors } = await api.query(query);
      // The whole of it may ask for too much: then less is asked.
      if (
        errors.some(({ extensions }) =>
          ['QUERY_TOO_COMPLEX', 'GRAPHQL_PARSE_FAILED'].includes(extensions.code),
        )
      )
        continue;
      expect(errors).toEqual([]);
      expect(data).toHaveProperty('again');
      expect(api.takeStatements()).toHaveLength(2);
      return;
    }
    expect(depth).toBeGreaterThan(1);
  },
);
