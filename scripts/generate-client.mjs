// Writes the types of the schema for gql.tada, which the typed client in client/ is made with.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { buildSchema, introspectionFromSchema } from 'graphql';

// What gql.tada's own command uses; the command itself needs the TypeScript compiler in JavaScript.
const require = createRequire(createRequire(import.meta.url).resolve('gql.tada'));
const { minifyIntrospection, outputIntrospectionFile } = require('@gql.tada/internal');

const folder = new URL('../client/generated/', import.meta.url);
const schema = buildSchema(readFileSync(new URL('../src/graphql/schema.graphql', import.meta.url), 'utf8'));
const introspection = minifyIntrospection(introspectionFromSchema(schema, { descriptions: false }));
mkdirSync(folder, { recursive: true });
writeFileSync(
  new URL('introspection.d.ts', folder),
  outputIntrospectionFile(introspection, { fileType: '.d.ts', shouldPreprocess: true }),
);
