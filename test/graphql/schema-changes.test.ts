import { readFileSync } from 'node:fs';
import { CriticalityLevel, DiffRule, diff } from '@graphql-inspector/core';
import { buildSchema, type GraphQLSchema, printSchema } from 'graphql';
import { schema } from '../../src/graphql/schema.ts';

/** The schema of the last version; docs/api.md says how it comes to be the next one's. */
const RELEASED = readFileSync(new URL('../../src/graphql/released.graphql', import.meta.url), 'utf8');

/** What users of the schema `released` would lose by `current` without having been told by a deprecation. */
async function breaking(released: GraphQLSchema, current: GraphQLSchema): Promise<string[]> {
  const changes = await diff(released, current, [DiffRule.suppressRemovalOfDeprecatedField]);
  return changes.flatMap(({ criticality, message }) =>
    criticality.level === CriticalityLevel.Breaking ? [message] : [],
  );
}

test('nothing of the last version is taken away that was not deprecated in it', async () => {
  expect(await breaking(buildSchema(RELEASED), buildSchema(printSchema(schema)))).toEqual([]);
});

test.each([
  ['a field that is taken away', 'type Query { a: Int b: Int }', 'type Query { a: Int }', 1],
  ['a deprecated one', 'type Query { a: Int b: Int @deprecated(reason: "c") }', 'type Query { a: Int }', 0],
  ['a value that may now be null', 'type Query { a: Int! }', 'type Query { a: Int }', 1],
  ['an argument that must be given', 'type Query { a: Int }', 'type Query { a(b: Int!): Int }', 1],
  ['a field more', 'type Query { a: Int }', 'type Query { a: Int b: Int }', 0],
])('%s: %#', async (_what, before, after, count) => {
  expect(await breaking(buildSchema(before), buildSchema(after))).toHaveLength(count);
});
