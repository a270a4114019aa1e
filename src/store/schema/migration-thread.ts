/** The task of the thread that migrates; `migrate.ts` starts it where a migration is pending, and ends it. */
import { readMigrations } from './migrations.ts';
import { openSchemaEngine } from './schema-engine.ts';

/** Applies the migrations that a database lacks, and gives their names. */
export async function apply(url: string): Promise<readonly string[]> {
  const { engine, filters, close } = await openSchemaEngine(url);
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: readMigrations(),
      filters,
    });
    return appliedMigrationNames;
  } finally {
    await close();
  }
}
