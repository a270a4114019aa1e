import { rmSync } from 'node:fs';
import type { EmbeddedDatabase } from '../../src/store/postgres/embedded-database.ts';

/** Stops the run's PostgreSQL and takes its folder away. */
export default async function tearDown(): Promise<void> {
  const { server, folder } = (
    globalThis as unknown as { xiezuoTestServer: { server: EmbeddedDatabase; folder: string } }
  ).xiezuoTestServer;
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
