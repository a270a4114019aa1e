import type { FastifyInstance } from 'fastify';
import { type Logger, pino } from 'pino';
import { type AppOptions, buildApp } from '../../src/app.ts';
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

/** A log that prints nothing and keeps the errors that it is given. */
export function collectFailures(failures: unknown[]): Logger {
  const logMethod = ([first]: unknown[]) => failures.push((first as { err?: unknown }).err ?? first);
  return pino({ level: 'error', hooks: { logMethod } });
}

/** Builds the app on a fresh database; for `beforeAll`. */
export async function createTestApp({
  apiKey,
  ...options
}: Partial<AppOptions> & { apiKey?: string } = {}): Promise<TestApp> {
  const test = await createTestDatabase();
  const failures: unknown[] = [];
  const statements: string[] = [];
  const { pool, kysely } = test.database;
  const counting = new Proxy(pool, {
    get(target, name) {
      if (name === 'query') {
        return (statement: string | { text: string }) => {
          statements.push(typeof statement === 'string' ? statement : statement.text);
          return target.query(statement as never);
        };
      }
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  const app = await buildApp({
    database: { pool: counting, kysely },
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
