import { lexicographicSortSchema, printSchema as print } from 'graphql';
import { schema } from './schema.ts';

/** The schema in SDL, its types and fields in alphabetical order: what schema.graphql holds. */
export function printSchema(): string {
  return `${print(lexicographicSortSchema(schema))}\n`;
}
