// npm run db:diff            prints the SQL that brings the migrations to prisma/schema.prisma
// npm run db:diff -- NAME    writes it as a new migration prisma/migrations/<time>_NAME/migration.sql
// The exit code is 0; a schema that the migrations make already prints nothing.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedDatabase } from '../src/store/postgres/embedded-database.ts';
import { migrationsFolder, readMigrations } from '../src/store/schema/migrations.ts';
import { openSchemaEngine } from '../src/store/schema/schema-engine.ts';

const [name] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'xiezuo-db-diff-'));
const server = await startEmbeddedDatabase(folder);
try {
  const { engine, schema, filters, close } = await openSchemaEngine(server.url, true);
  const { stdout, exitCode } = await engine.diff({
    from: { tag: 'migrations', ...readMigrations() },
    to: { tag: 'schemaDatamodel', files: [schema] },
    script: true,
    exitCode: true,
    filters,
  });
  await close();
  if (exitCode === 0) console.error('The migrations make the schema as it is: nothing to write.');
  else if (!name) console.log(stdout);
  else {
    const time = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
    const target = new URL(`${time}_${name}/`, migrationsFolder);
    mkdirSync(target, { recursive: true });
    writeFileSync(new URL('migration.sql', target), stdout ?? '');
    console.error(
      `Wrote prisma/migrations/${time}_${name}/migration.sql: read it, then run npm run generate.`,
    );
  }
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
