import pg from 'pg';
import { startEmbeddedDatabase } from '../../../src/store/postgres/embedded-database.ts';
import { startServerProcess } from '../server-process.ts';

/** Runs `use` with the product serving the graph in `dataDir`. */
export async function withServer<T>(
  dataDir: string,
  use: (url: string, pool: pg.Pool) => Promise<T>,
): Promise<T> {
  const database = await startEmbeddedDatabase(dataDir);
  const pool = new pg.Pool({ connectionString: database.url });
  const server = await startServerProcess(dataDir);
  try {
    return await use(server.url, pool);
  } finally {
    await server.stop();
    await pool.end();
    await database.stop();
  }
}
