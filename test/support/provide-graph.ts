import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { prepareGraph } from '../../src/ingest/ingest.ts';
import type { Database } from '../../src/store/sql/database.ts';
import { clearGraph } from './clear-graph.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

/** Gives the tests of a file or a `describe` a database of their own, with areas in it, and each of them an empty graph there. */
export function provideGraph(): () => Database {
  let testDatabase: TestDatabase;
  const database = () => testDatabase.database;
  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    await prepareGraph(database());
  });
  beforeEach(() => clearGraph(database()));
  afterAll(() => testDatabase.drop());
  return database;
}
