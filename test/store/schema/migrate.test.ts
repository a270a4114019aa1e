import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { XiezuoError } from '../../../src/base/errors.ts';
import { migrate } from '../../../src/store/schema/migrate.ts';
import { readMigrations } from '../../../src/store/schema/migrations.ts';
import { openSchemaEngine } from '../../../src/store/schema/schema-engine.ts';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts';

describe('migrate', () => {
  let testDatabase: TestDatabase;
  beforeAll(async () => {
    testDatabase = await createTestDatabase();
  });
  afterAll(() => testDatabase.drop());

  test('leaves the record that the Prisma CLI keeps', async () => {
    const { rows } = await testDatabase.database.pool.query(
      'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY migration_name',
    );
    const names = readMigrations().migrationDirectories.map(({ path }) => path);
    expect(rows.map((row) => row.migration_name)).toEqual(names);
  });

  test('passes over what is applied already', async () => {
    expect(await migrate(testDatabase.url)).toEqual([]);
  });

  test('a script is run whole: semicolons in functions, texts and comments do not end a statement', async () => {
    const { engine, close } = await openSchemaEngine(testDatabase.url);
    try {
      await engine.dbExecute({
        datasourceType: { tag: 'url', url: testDatabase.url },
        script: `-- One; two.
          CREATE FUNCTION told() RETURNS TEXT LANGUAGE plpgsql AS $$ BEGIN RETURN 'a;b'; END $$;
          CREATE TABLE told AS SELECT told() AS text;`,
      });
    } finally {
      await close();
    }
    expect((await testDatabase.database.pool.query('SELECT text FROM told')).rows).toEqual([{ text: 'a;b' }]);
  });

  test('refuses a database that holds something else, and says what to do', async () => {
    const { pool } = testDatabase.database;
    await pool.query('CREATE SCHEMA other; DROP TABLE _prisma_migrations');
    const error = await migrate(testDatabase.url).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(XiezuoError);
    expect(error).toMatchObject({
      code: 'DATABASE_NOT_MIGRATABLE',
      message: expect.stringContaining('use an empty database'),
    });
    expect((error as Error).message).not.toContain('\n');
  });
});
