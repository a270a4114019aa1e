import type pg from 'pg';
import { XiezuoError } from '../errors.ts';
import type { Report } from '../report.ts';
import { connect } from './database.ts';
import { readMigrations } from './migrations.ts';
import { openSchemaEngine } from './schema-engine.ts';

/** Any number will do, so long as all processes that migrate take the same. */
const ADVISORY_LOCK = 0x78_7a_01;

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
  const { engine, filters, close } = await openSchemaEngine(url);
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList: migrations, filters });
    return appliedMigrationNames;
  } finally {
    await close();
  }
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
    await client.query('SELECT pg_advisory_lock($1)', [ADVISORY_LOCK]);
    return await applyPending(url, client, report);
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
