import { type Report, reportToStderr } from '../base/report.ts';
import { startEmbeddedDatabase } from './postgres/embedded-database.ts';
import { migrate } from './schema/migrate.ts';
import { type Database, type DatabaseLimits, openDatabase } from './sql/database.ts';

/** A migrated database, ready for use. */
export interface Store {
  readonly database: Database;
  /** Where it is, for people: `embedded in .data`, `DATABASE_URL`. */
  readonly place: string;
  /** Names of the migrations that were applied now. */
  readonly applied: readonly string[];
  /** Closes the connections, and stops an embedded server that this process answers for. */
  close(): Promise<void>;
}

/** Which database is opened. */
export interface StoreLocation {
  /** Null for the embedded one. */
  readonly databaseUrl: string | null;
  /** The folder of the embedded one. */
  readonly dataDir: string;
}

/** How a database is opened. */
export interface StoreOptions {
  /** Is told what is being done; by default standard error is. */
  readonly report?: Report;
  /** By default those of the command line, where nobody waits. */
  readonly limits?: DatabaseLimits;
}

/**
 * Opens the database that `location` names, or starts the embedded one, and migrates it.
 *
 * @throws {XiezuoError} as the steps do; what was started by then is stopped again.
 */
export async function openStore(
  location: StoreLocation,
  { report = reportToStderr, limits }: StoreOptions = {},
): Promise<Store> {
  const embedded =
    location.databaseUrl === null ? await startEmbeddedDatabase(location.dataDir, report) : null;
  const url = location.databaseUrl ?? embedded?.url ?? '';
  try {
    const applied = await migrate(url, report);
    const database = await openDatabase(url, limits);
    return {
      database,
      place: embedded === null ? 'at DATABASE_URL' : `embedded in ${location.dataDir}`,
      applied,
      async close() {
        await database.close();
        await embedded?.stop();
      },
    };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}
