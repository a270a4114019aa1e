import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { prepareGraph } from '../../../src/ingest/ingest.ts';
import { reingest } from '../../../src/ingest/reingest.ts';
import { INDEXER_VERSION } from '../../../src/search/index/indexer-version.ts';
import { migrate } from '../../../src/store/schema/migrate.ts';
import { readMigrations } from '../../../src/store/schema/migrations.ts';
import {
  connect,
  createDatabaseIfMissing,
  type Database,
  openDatabase,
} from '../../../src/store/sql/database.ts';

/**
 * What the five pages of seed/documents were in a database that the commit before indicators made (5ea6347): its migrations, and
 * the rows of each table, but for the areas, which every version writes anew.
 */
const BEFORE = JSON.parse(
  gunzipSync(readFileSync(new URL('../../fixtures/upgrade/2026-11-30.json.gz', import.meta.url))).toString(),
) as { migrations: string[]; tables: Record<string, Record<string, unknown>[]> };

const server = process.env.XIEZUO_TEST_SERVER ?? '';
const name = `upgrade_${randomUUID().slice(0, 8)}`;
const url = server.replace(/xiezuo$/, name);
let database: Database;

/** Makes a database as it was. */
async function restore(): Promise<void> {
  await createDatabaseIfMissing(server, name);
  const client = await connect(url);
  await client.query(`CREATE TABLE _prisma_migrations (id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL,
    finished_at timestamptz, migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz,
    started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`);
  for (const { path, migrationFile } of readMigrations().migrationDirectories) {
    if (!BEFORE.migrations.includes(path)) continue;
    const script = migrationFile.content.value;
    await client.query(script);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
       VALUES ($1, $2, now(), $3, 1)`,
      [randomUUID(), createHash('sha256').update(script).digest('hex'), path],
    );
  }
  await client.query(`SET session_replication_role = replica`);
  for (const [table, rows] of Object.entries(BEFORE.tables))
    await client.query(`INSERT INTO "${table}" SELECT * FROM json_populate_recordset(NULL::"${table}", $1)`, [
      JSON.stringify(rows),
    ]);
  await client.end();
}

beforeAll(restore);
afterAll(async () => {
  await database?.close();
  const client = await connect(server);
  await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
  await client.end();
});

/** The rows of a table, each as text, with the columns that it had. */
async function listRows(table: string, columns: readonly string[]): Promise<string[]> {
  const { rows } = await database.pool.query<{ row: Record<string, unknown> }>(
    `SELECT to_jsonb(t) AS row FROM "${table}" AS t`,
  );
  return rows.map(({ row }) => JSON.stringify(columns.map((column) => row[column]))).sort();
}

test('a database of the commit before is migrated, and no row of it is lost or changed', async () => {
  const all = readMigrations().migrationDirectories.map(({ path }) => path);
  expect(await migrate(url)).toEqual(all.filter((path) => !BEFORE.migrations.includes(path)));
  database = await openDatabase(url);
  for (const [table, rows] of Object.entries(BEFORE.tables)) {
    const columns = Object.keys(rows[0] ?? {});
    const before = rows.map((row) => JSON.stringify(columns.map((column) => row[column]))).sort();
    expect({ table, rows: await listRows(table, columns) }).toEqual({ table, rows: before });
  }
});

test('its pages are read again with what is new, and what was there keeps its ids', async () => {
  await prepareGraph(database);
  await reingest(database);
  const { rows } = await database.pool.query(`SELECT measure FROM indicator`);
  expect(rows.length).toBeGreaterThanOrEqual(11);
  const words = await database.pool.query(
    `SELECT keywords[1] AS word, cardinality(keyword_weights) AS weights FROM article`,
  );
  expect(words.rows.length).toBeGreaterThan(0);
  expect(words.rows.filter(({ word, weights }) => !word || weights < 2)).toEqual([]);
  const entries = await database.pool.query<{ found: number; old: number; linked: number }>(
    `SELECT count(*)::int AS found, count(*) FILTER (WHERE indexer < $1)::int AS old,
      count(*) FILTER (WHERE entity_type = 'ARTICLE' AND EXISTS (SELECT FROM person AS n WHERE n.id = ANY (related)))::int AS linked
    FROM search_entry`,
    [INDEXER_VERSION],
  );
  expect(entries.rows[0]?.found).toBeGreaterThanOrEqual(BEFORE.tables.search_entry?.length ?? 1);
  expect(entries.rows[0]).toMatchObject({ old: 0 });
  expect(entries.rows[0]?.linked).toBeGreaterThan(0);
  for (const table of [
    'person',
    'organisation',
    'meeting',
    'agreement',
    'participation',
    'signature',
    'position',
  ]) {
    const ids = (BEFORE.tables[table] ?? []).map(({ id }) => JSON.stringify([id])).sort();
    expect({ table, ids: await listRows(table, ['id']) }).toEqual({ table, ids });
  }
});
