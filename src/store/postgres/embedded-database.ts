import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Report, reportToStderr } from '../../base/report.ts';
import { connect, createDatabaseIfMissing } from '../sql/database.ts';
import { openCluster } from './cluster.ts';
import { Ownership } from './ownership.ts';
import { endPostmaster } from './postmaster.ts';
import { reachServer, type Server, serverUrl } from './reach-server.ts';
import { stopPostmaster } from './start-postmaster.ts';
import { Supervisor } from './supervisor.ts';

/** A PostgreSQL server of our own, on this machine's loopback address. */
export interface EmbeddedDatabase {
  /** Connection string of its database `xiezuo`. */
  readonly url: string;
  /** Stops the server if this process answers for it and nobody else uses it; a server that another process started goes on. */
  stop(): Promise<void>;
}

const DATABASE_NAME = 'xiezuo';

/** How often, and after how many milliseconds again, it is asked who is connected: a connection that was just closed may linger. */
const [CLIENT_CHECKS, CLIENT_CHECK_MS] = [5, 50];

/** Whether others use the server. */
async function hasOtherClients(url: string): Promise<boolean> {
  const client = await connect(url).catch(() => null);
  if (client === null) return false;
  try {
    for (let check = 0; check < CLIENT_CHECKS; check++) {
      if (check > 0) await setTimeout(CLIENT_CHECK_MS);
      const { rowCount } = await client.query(`SELECT FROM pg_stat_activity
        WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`);
      if (rowCount === 0) return false;
    }
    return true;
  } finally {
    await client.end();
  }
}

/** Whoever is last stops the server: the process that started it may have ended before those that joined it. */
async function leave({ cluster, ownership }: Server, url: string): Promise<void> {
  if (!(await ownership.claim())) return;
  if (!(await hasOtherClients(url))) await stopPostmaster(cluster);
  await ownership.release();
}

/**
 * Starts a real PostgreSQL in a folder, or joins the one that runs there already, and sees to it that it goes on running.
 *
 * The server listens on the loopback address only, on a port and with a password of its own. When it dies it is started again on
 * the same port; until then connections fail. A process that ends without `stop` tells it to end; it outlives one that is killed,
 * and the next one to come finds it and answers for it from then on.
 *
 * @param dataFolder holds the cluster, its log and its password; made where it does not exist.
 * @param report is told what is being done, and later when the server has died and what came of it; by default standard error.
 * @throws {XiezuoError} DATA_FOLDER_NOT_WRITABLE, POSTGRES_NOT_INSTALLED, DATABASE_START_FAILED
 */
export async function startEmbeddedDatabase(
  dataFolder: string,
  report: Report = reportToStderr,
): Promise<EmbeddedDatabase> {
  const cluster = await openCluster(resolve(dataFolder), report);
  const ownership = new Ownership(cluster);
  const endWithProcess = () => {
    if (ownership.isOurs) endPostmaster(cluster.data);
  };
  process.once('exit', endWithProcess);
  const server: Server = { cluster, ownership, report };
  const reached = await reachServer(server, null);
  const supervisor = new Supervisor(server, reached);
  const url = await serverUrl(cluster, reached.port);
  const stop = async () => {
    await supervisor.stop();
    await leave(server, `${url}/postgres`);
    process.removeListener('exit', endWithProcess);
  };
  try {
    await createDatabaseIfMissing(`${url}/postgres`, DATABASE_NAME);
    return { url: `${url}/${DATABASE_NAME}`, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
