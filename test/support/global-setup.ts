import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedDatabase } from '../../src/store/postgres/embedded-database.ts';
import { migrate } from '../../src/store/schema/migrate.ts';
import { createDatabaseIfMissing } from '../../src/store/sql/database.ts';

/**
 * Bundles the sources for the threads and commands of the tests, and starts one real PostgreSQL for the run, with a migrated
 * database that each test file's own is copied from.
 */
export default async function setUp(): Promise<void> {
  execFileSync(process.execPath, ['scripts/bundle-sources.mjs']);
  const folder = mkdtempSync(join(tmpdir(), 'xiezuo-test-'));
  const server = await startEmbeddedDatabase(folder, () => undefined);
  const template = server.url.replace(/xiezuo$/, 'template');
  await createDatabaseIfMissing(server.url, 'template');
  await migrate(template);
  process.env.XIEZUO_TEST_SERVER = server.url;
  Object.assign(globalThis, { xiezuoTestServer: { server, folder } });
}
