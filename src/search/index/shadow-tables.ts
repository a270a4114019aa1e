import { type Kysely, sql } from 'kysely';
import type { DB } from '../../generated/kysely/database.ts';
import { unmanagedTables } from '../../store/schema/unmanaged-tables.ts';
import type { EntityRef } from './index-entities.ts';

/** The schema in which the tables of the search index are built anew, under their own names: what writes them need not know. */
const SHADOW = 'xiezuo_reindex';

/** The tables of the index. */
const TABLES = unmanagedTables.map((name) => name.slice(name.indexOf('.') + 1));

/** What becomes of rows of the index, and where a trigger finds them. */
const EVENTS = { INSERT: 'NEW', UPDATE: 'NEW', DELETE: 'OLD' } as const;

const shadow = (table: string) => sql.id(SHADOW, table);

const run = (kysely: Kysely<DB>, text: string) => sql.raw(text).execute(kysely);

/**
 * Makes empty tables without indexes, in the place of those that one before left who was killed, and notes from now on which entities' entries
 * are written.
 *
 * @param kysely of a transaction that holds the graph's lock: nobody is writing entries.
 */
export async function createShadow(kysely: Kysely<DB>): Promise<void> {
  await run(kysely, `CREATE SCHEMA IF NOT EXISTS ${SHADOW}`);
  await run(kysely, `DROP TABLE IF EXISTS ${[...TABLES, 'noted'].map((table) => `${SHADOW}.${table}`)}`);
  await run(kysely, `CREATE TABLE ${SHADOW}.noted (entity_type TEXT NOT NULL, entity_id TEXT NOT NULL)`);
  await run(
    kysely,
    `CREATE OR REPLACE FUNCTION ${SHADOW}.note_entities() RETURNS TRIGGER LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO ${SHADOW}.noted SELECT DISTINCT entity_type, entity_id FROM entries;
      RETURN NULL;
    END $$`,
  );
  for (const table of TABLES) {
    const like = `(LIKE ${table} INCLUDING ALL EXCLUDING INDEXES)`;
    await run(kysely, `CREATE TABLE ${SHADOW}.${table} ${like}`);
    for (const [event, rows] of Object.entries(EVENTS))
      await run(
        kysely,
        `CREATE OR REPLACE TRIGGER note_${event.toLowerCase()} AFTER ${event} ON ${table}
        REFERENCING ${rows} TABLE AS entries FOR EACH STATEMENT EXECUTE FUNCTION ${SHADOW}.note_entities()`,
      );
  }
}

/** Does work of a transaction that writes the tables that are built wherever it writes those of the index, for as long as it takes. */
export async function inShadow(kysely: Kysely<DB>, work: () => Promise<void>): Promise<void> {
  const set = (name: string, value: string) =>
    sql`SELECT set_config(${name}, ${value}, TRUE)`.execute(kysely);
  const { rows } = await sql<{ path: string }>`SELECT current_setting('search_path') AS path,
    set_config('statement_timeout', '0', TRUE)`.execute(kysely);
  const path = rows[0]?.path ?? '';
  await set('search_path', `${SHADOW}, ${path}`);
  await work();
  await set('search_path', path);
}

/** Makes the indexes that the tables of the index have, with their names, and lets the planner know what is in the tables. */
export async function completeShadow(kysely: Kysely<DB>): Promise<void> {
  await sql`SELECT set_config('statement_timeout', '0', TRUE)`.execute(kysely);
  for (const table of TABLES) {
    const { rows: keys } = await sql<{ name: string; definition: string }>`
      SELECT conname AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint
      WHERE conrelid = ${table}::regclass AND contype IN ('p', 'u', 'x')`.execute(kysely);
    const { rows: indexes } = await sql<{ definition: string }>`
      SELECT pg_get_indexdef(i.indexrelid) AS definition FROM pg_index AS i
      WHERE i.indrelid = ${table}::regclass
        AND NOT EXISTS (SELECT FROM pg_constraint AS c WHERE c.conindid = i.indexrelid)`.execute(kysely);
    for (const { name, definition } of keys)
      await sql`ALTER TABLE ${shadow(table)} ADD CONSTRAINT ${sql.id(name)} ${sql.raw(definition)}`.execute(
        kysely,
      );
    for (const { definition } of indexes)
      await run(kysely, definition.replace(/ ON \S+ USING /, ` ON ${SHADOW}.${table} USING `));
    await copyStatisticsTargets(kysely, table);
    await run(kysely, `ANALYZE ${SHADOW}.${table}`);
  }
}

/** LIKE takes over all that columns have, but for how much ANALYZE is to keep of them. */
async function copyStatisticsTargets(kysely: Kysely<DB>, table: string): Promise<void> {
  const { rows } = await sql<{
    name: string;
    target: number;
  }>`SELECT attname AS name, attstattarget::integer AS target
    FROM pg_attribute WHERE attrelid = ${table}::regclass AND attnum > 0 AND attstattarget >= 0`.execute(
    kysely,
  );
  for (const { name, target } of rows)
    await sql`ALTER TABLE ${shadow(table)} ALTER COLUMN ${sql.id(name)} SET STATISTICS ${sql.lit(target)}`.execute(
      kysely,
    );
}

/** The entities whose entries were written since they were last asked for; whose transaction goes on are told of later. */
export async function takeNoted(kysely: Kysely<DB>): Promise<EntityRef[]> {
  const { rows } =
    await sql<EntityRef>`WITH taken AS (DELETE FROM ${shadow('noted')} RETURNING entity_type, entity_id)
    SELECT DISTINCT entity_type AS type, entity_id AS id FROM taken`.execute(kysely);
  return rows;
}

/** Those who may read the tables of the index are to go on reading them. */
async function copyGrants(kysely: Kysely<DB>, table: string): Promise<void> {
  const { rows } = await sql<{ grant: string }>`
    SELECT format('GRANT %s ON %I.%I TO %s', a.privilege_type, ${SHADOW}::text, ${table}::text,
      CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END) AS grant
    FROM pg_class AS c CROSS JOIN aclexplode(c.relacl) AS a
    WHERE c.oid = ${table}::regclass AND a.grantee <> c.relowner`.execute(kysely);
  for (const { grant } of rows) await run(kysely, grant);
}

/**
 * Puts the tables that were built in the place of those of the index.
 *
 * @param kysely of a transaction that holds the graph's lock, and does nothing more.
 * @param waitMs how long it waits for those who read: who comes meanwhile waits behind it. @throws SQLSTATE 55P03
 */
export async function swapShadow(kysely: Kysely<DB>, waitMs: number): Promise<void> {
  const { rows } = await sql<{ live: string }>`SELECT relnamespace::regnamespace::text AS live FROM pg_class
    WHERE oid = ${TABLES[0]}::regclass`.execute(kysely);
  const live = rows[0]?.live ?? '';
  for (const table of TABLES) await copyGrants(kysely, table);
  await sql`SELECT set_config('lock_timeout', ${`${waitMs}ms`}, TRUE)`.execute(kysely);
  const tables = TABLES.map((table) => sql.id(live, table));
  await sql`LOCK TABLE ${sql.join(tables)} IN ACCESS EXCLUSIVE MODE`.execute(kysely);
  await sql`DROP TABLE ${sql.join(tables)}`.execute(kysely);
  for (const table of TABLES)
    await sql`ALTER TABLE ${shadow(table)} SET SCHEMA ${sql.id(live)}`.execute(kysely);
  await run(kysely, `DROP SCHEMA ${SHADOW} CASCADE`);
}
