import { randomUUID } from 'node:crypto';
import { connect, type Database, openDatabase } from '../../src/store/sql/database.ts';

/** A database of a test file's own. */
export interface TestDatabase {
  readonly url: string;
  readonly database: Database;
  /** Closes and removes it; for `afterAll`. */
  drop(): Promise<void>;
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = await connect(url);
  await client.query(statement).finally(() => client.end());
}

/** Makes a migrated, empty database on the run's PostgreSQL; for `beforeAll`. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = process.env.XIEZUO_TEST_SERVER;
  if (server === undefined)
    throw new Error('No PostgreSQL runs for this test: jest.config.js sees no import of the database in it.');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, `CREATE DATABASE ${name} TEMPLATE template`);
  const url = server.replace(/xiezuo$/, name);
  const database = await openDatabase(url);
  return {
    url,
    database,
    async drop() {
      await database.close();
      await onServer(server, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}
