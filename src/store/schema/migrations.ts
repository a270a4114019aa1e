import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { prismaFolder } from './schema-engine.ts';

const LOCK_FILE = 'migration_lock.toml';

/** The folder of the migrations: one folder a migration, in the order of their names. */
export const migrationsFolder = new URL('migrations/', prismaFolder);

function readMigration(name: string) {
  const sql = readFileSync(new URL(`${name}/migration.sql`, migrationsFolder), 'utf8');
  return {
    path: name,
    migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } },
  };
}

/** All migrations of this installation, in the form in which Prisma's schema engine takes them. */
export function readMigrations() {
  const entries = existsSync(migrationsFolder) ? readdirSync(migrationsFolder, { withFileTypes: true }) : [];
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return {
    baseDir: fileURLToPath(migrationsFolder),
    shadowDbInitScript: '',
    lockfile: { path: LOCK_FILE, content: 'provider = "postgresql"\n' },
    migrationDirectories: names.sort().map(readMigration),
  };
}
