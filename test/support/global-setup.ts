import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedDatabase } from '../../src/store/postgres/embedded-database.ts';
import { migrate } from '../../src/store/schema/migrate.ts';
import { connect, createDatabaseIfMissing } from '../../src/store/sql/database.ts';

/**
 * Bundles the sources for the threads and commands of the tests, and starts one real PostgreSQL for the run, with a migrated
 * database that each test file's own is copied from.
 */
export default async function setUp(): Promise<void> {
  execFileSync(process.execPath, ['scripts/bundle-sources.mjs']);
  const folder = mkdtempSync(join(tmpdir(), 'xiezuo-test-'));
  const server = await startEmbeddedDatabase(folder, () => undefined);
  await forgetCrashes(server.url);
  const template = server.url.replace(/xiezuo$/, 'template');
  await createDatabaseIfMissing(server.url, 'template');
  await migrate(template);
  process.env.XIEZUO_TEST_SERVER = server.url;
  Object.assign(globalThis, { xiezuoTestServer: { server, folder } });
}

/** Has the server write without waiting for the disk: what a crash of the machine would take from a test, nobody misses. */
async function forgetCrashes(url: string): Promise<void> {
  const client = await connect(url);
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes'])
    await client.query(`ALTER SYSTEM SET ${setting} = off`);
  await client.query('SELECT pg_reload_conf()').finally(() => client.end());
}
