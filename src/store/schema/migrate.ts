import type pg from 'pg';
import { XiezuoError } from '../../base/errors.ts';
import type { Report } from '../../base/report.ts';
import { Thread } from '../../base/thread.ts';
import { connect } from '../sql/database.ts';
import { readMigrations } from './migrations.ts';
import { MIGRATION_LOCK } from './schema-engine.ts';

/** The engine's own memory is WebAssembly's and not in it. */
const ENGINE_HEAP_MB = 128;

/** Names of the migrations that are applied, as Prisma keeps them; none where there is no such table yet. */
async function listApplied(client: pg.Client): Promise<Set<string>> {
  const table = await client.query(`SELECT to_regclass('_prisma_migrations') AS name`);
  if (table.rows[0]?.name === null) return new Set();
  const done = 'finished_at IS NOT NULL AND rolled_back_at IS NULL';
  const { rows } = await client.query(`SELECT migration_name FROM _prisma_migrations WHERE ${done}`);
  return new Set(rows.map((row) => String(row.migration_name)));
}

async function applyPending(url: string, client: pg.Client, report: Report): Promise<readonly string[]> {
  const migrations = readMigrations();
  const applied = await listApplied(client);
  if (migrations.migrationDirectories.every(({ path }) => applied.has(path))) return [];
  report("Bringing the database to this version's schema …");
  // The engine's memory, some 40 MB, is given back with the thread; in this one it would stay.
  const thread = new Thread({ entry: 'migration-thread', idleTimeoutMs: 0, heapMb: ENGINE_HEAP_MB });
  try {
    return await thread.run('apply', url);
  } finally {
    await thread.close();
  }
}

/**
 * Keeps others, and Prisma's own engines, from migrating until the transaction ends that is begun here: the lock of a session would stay behind where a pooler
 * hands the session on. The engine migrates over connections of its own meanwhile.
 */
async function lock(client: pg.Client): Promise<void> {
  await client.query(
    'BEGIN; SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0',
  );
  await client.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
}

/** The engine's messages run over many lines: the first that is not empty says what is wrong. */
function firstLine(error: unknown): string {
  const { message } = error as Error;
  return (
    String(message ?? error)
      .split('\n')
      .find((line) => line.trim() !== '') ?? 'unknown reason'
  );
}

/**
 * Brings a database to the schema of this installation, keeping the record that Prisma's own CLI keeps.
 *
 * Processes that migrate at the same time wait for each other.
 *
 * @param report is told when there is something to apply.
 * @returns the names of the migrations that were applied now, in order.
 * @throws {XiezuoError} DATABASE_UNREACHABLE, DATABASE_NOT_MIGRATABLE
 */
export async function migrate(url: string, report: Report = () => undefined): Promise<readonly string[]> {
  const client = await connect(url);
  try {
    await lock(client);
    const applied = await applyPending(url, client, report);
    await client.query('COMMIT');
    return applied;
  } catch (cause) {
    throw new XiezuoError(
      'DATABASE_NOT_MIGRATABLE',
      `The database cannot be brought to this version's schema (${firstLine(cause)}): use an empty database, or one that Xiezuo made, with an account that may create tables.`,
      { cause },
    );
  } finally {
    await client.end();
  }
}
