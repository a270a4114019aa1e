import type { FastifyInstance } from 'fastify';
import { type AppOptions, buildApp } from '../../src/http/app.ts';
import { collectFailures } from '../support/collect-failures.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

/** An answer over HTTP; `data` is whatever the query asks for. */
interface Answer {
  readonly status: number;
  readonly data: Json;
  readonly errors: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

/** JSON that a test walks into; what is not there is undefined. */
type Json = { readonly [key: string]: Json } & { readonly [index: number]: Json } & Iterable<Json> & unknown;

/** An app on a database of its own, for one test file. */
export interface TestApp {
  readonly app: FastifyInstance;
  readonly test: TestDatabase;
  /** What the app logged as its own failures. */
  readonly failures: unknown[];
  /** The statements that the app sent since the last call. */
  takeStatements(): string[];
  query(query: string, variables?: Record<string, unknown>): Promise<Answer>;
  close(): Promise<void>;
}

/** Builds the app on a fresh database; for `beforeAll`. */
export async function createTestApp({
  apiKey,
  ...options
}: Partial<AppOptions> & { apiKey?: string } = {}): Promise<TestApp> {
  const test = await createTestDatabase();
  const failures: unknown[] = [];
  const statements: string[] = [];
  const { reads } = test.database;
  reads.pool.on('connect', (client) => {
    const query = client.query.bind(client) as (statement: string | { text: string }) => unknown;
    const counted = (statement: string | { text: string }) => {
      statements.push(typeof statement === 'string' ? statement : statement.text);
      return query(statement);
    };
    client.query = counted as typeof client.query;
  });
  const app = await buildApp({
    database: reads,
    health: test.database.health,
    ...(apiKey !== undefined && { writer: { database: test.database, apiKey } }),
    log: collectFailures(failures),
    ...options,
  });
  return {
    app,
    test,
    failures,
    takeStatements: () => statements.splice(0),
    async query(query, variables = {}) {
      const response = await app.inject({ method: 'POST', url: '/graphql', payload: { query, variables } });
      const { data, errors = [] } = response.json();
      return { status: response.statusCode, data, errors };
    },
    async close() {
      await app.close();
      await test.drop();
    },
  };
}
