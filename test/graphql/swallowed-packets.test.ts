import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createPool } from '../../src/store/sql/create-pool.ts';
import { type AdmittedApp, serveAdmitted } from '../support/admitted-app.ts';
import { type SwallowingProxy, startSwallowingProxy } from '../support/swallowing-proxy.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

const READ = '{ meetings { totalCount } }';
const FINE = { status: 200, codes: [], data: { meetings: { totalCount: 0 } } };

describe('a network that swallows packets', () => {
  let testDatabase: TestDatabase;
  let proxy: SwallowingProxy;
  let api: AdmittedApp;
  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    proxy = await startSwallowingProxy(testDatabase.url);
  });
  afterAll(async () => {
    await proxy.close();
    await testDatabase.drop();
  });
  const statusOf = async (path: string) => (await fetch(`${api.url}${path}`)).status;

  test('H13: holds no request; what was lost is not used again, and the server ends', async () => {
    api = await serveAdmitted(proxy.url, { readTimeoutMs: 3_000 });
    expect(await api.ask(READ)).toMatchObject(FINE);
    proxy.swallow();
    const start = performance.now();
    const replies = await Promise.all(Array.from({ length: 20 }, () => api.ask(READ)));
    for (const { status, retryAfter, data } of replies)
      expect({ status, retryAfter, data }).toEqual({
        status: 503,
        retryAfter: expect.stringMatching(/^[25]$/),
        data: null,
      });
    // The rest waited for these.
    const lost = replies.filter(({ codes }) => codes.includes('DATABASE_UNAVAILABLE'));
    expect(lost.length).toBeGreaterThan(0);
    expect(await Promise.all(['/health', '/ready', '/live'].map(statusOf))).toEqual([503, 503, 200]);
    expect(performance.now() - start).toBeLessThan(30_000);
    proxy.heal();
    expect(await api.ask(READ)).toMatchObject(FINE);
    expect(await statusOf('/health')).toBe(200);
    proxy.swallow();
    await api.close();
    expect(api.failures).toEqual([]);
  });

  test('H13: ends a transaction that writes, and its connection with it', async () => {
    proxy.heal();
    const pool = createPool(proxy.url, true, {
      size: 1,
      connectTimeoutMs: 5_000,
      statementTimeoutMs: 0,
      silenceTimeoutMs: 500,
    });
    const client = await pool.connect();
    await client.query('BEGIN');
    proxy.swallow();
    await expect(client.query('SELECT 1')).rejects.toMatchObject({ code: 'ETIMEDOUT' });
    await expect(client.query('ROLLBACK')).rejects.toThrow();
    client.release();
    expect(pool.totalCount).toBe(0);
    proxy.heal();
    expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    await pool.end();
  });
});
