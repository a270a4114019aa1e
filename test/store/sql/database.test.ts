import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { openDatabase } from '../../../src/store/sql/database.ts';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts';

describe('openDatabase', () => {
  test('says which server cannot be reached, without its password', async () => {
    const error = await openDatabase('postgresql://someone:secret@127.0.0.1:1/graph').catch(
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({
      code: 'DATABASE_UNREACHABLE',
      message: expect.stringMatching(
        /^The database 127\.0\.0\.1:1\/graph cannot be reached \(.*\): check DATABASE_URL/,
      ),
    });
    expect((error as Error).message).not.toContain('secret');
  });

  test('C3: prints no part of a password that is not escaped', async () => {
    await expect(openDatabase('postgresql://u:p@sesame/door@127.0.0.1:1/x')).rejects.toMatchObject({
      code: 'DATABASE_UNREACHABLE',
      message: expect.not.stringMatching(/sesame|door/),
    });
  });
});

describe('a connection that breaks', () => {
  let testDatabase: TestDatabase;
  beforeAll(async () => {
    testDatabase = await createTestDatabase();
  });
  afterAll(() => testDatabase.drop());

  test('between two statements of a transaction fails the next one, and nothing else', async () => {
    const { kysely, pool } = testDatabase.database;
    const work = kysely.transaction().execute(async (transaction) => {
      const { rows } = await sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`.execute(transaction);
      const { pid } = rows[0] ?? {};
      await pool.query('SELECT pg_terminate_backend($1)', [pid]);
      const isThere = async () =>
        (await pool.query('SELECT FROM pg_stat_activity WHERE pid = $1', [pid])).rowCount === 1;
      while (await isThere()) await setTimeout(20);
      // Until the end of the connection is noticed here too.
      await setTimeout(100);
      await sql`SELECT 1`.execute(transaction);
    });
    await expect(work).rejects.toThrow();
    expect((await sql<{ one: number }>`SELECT 1 AS one`.execute(kysely)).rows).toEqual([{ one: 1 }]);
  });
});
