import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlQuery,
} from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';
import { unmanagedTables } from './unmanaged-tables.ts';

let loaded = false;

type Binding = (...args: unknown[]) => unknown;

/** The engine's bindings, save that a timer of its (ten seconds a lock) keeps no process from ending. */
function bindWithoutWaiting(): Record<string, Binding> {
  const withoutWaiting =
    (setTimer: Binding): Binding =>
    (...args) =>
      (setTimer(...args) as NodeJS.Timeout).unref();
  const entries = Object.entries(bindings as unknown as Record<string, Binding>);
  return Object.fromEntries(
    entries.map(([name, binding]) => [
      name,
      name.startsWith('__wbg_setTimeout') ? withoutWaiting(binding) : binding,
    ]),
  );
}

/** Prisma's schema engine as WebAssembly: the native one is a download that not every network allows. */
function loadEngine(): void {
  if (loaded) return;
  const require = createRequire(import.meta.url);
  const binary = require
    .resolve('@prisma/schema-engine-wasm/schema_engine_bg')
    .replace(/schema_engine_bg\.js$/, 'schema_engine_bg.wasm');
  const module = new WebAssembly.Module(readFileSync(binary));
  const { exports } = new WebAssembly.Instance(module, { './schema_engine_bg.js': bindWithoutWaiting() });
  bindings.__wbg_set_wasm(exports);
  (exports.__wbindgen_start as () => void)();
  loaded = true;
}

/**
 * An adapter that hands scripts to PostgreSQL as they are. PrismaPg 7.10 cuts them at every semicolon, also at those in the body of a
 * function, in a text or in a comment.
 */
class WholeScriptAdapter extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    // Without values it goes by the simple protocol, which takes several statements and makes one transaction of them.
    adapter.executeScript = async (script: string) => {
      await adapter.executeRaw({ sql: script, args: [], argTypes: [] });
    };
    return adapter;
  }
}

/** Postgres' one-byte type "char", of which the system catalogue is full, and text. */
const [CHAR_OID, TEXT_OID] = [18, 25];

/**
 * An adapter whose shadow database is the database itself: for scratch databases that may be overwritten.
 *
 * PrismaPg 7.10 has no mapping for "char" and gives up on the catalogue that the engine reads, so its columns pass
 * the adapter as text and are named characters behind it.
 */
class ScratchAdapter extends WholeScriptAdapter {
  override async connectToShadowDb() {
    const adapter = await this.connect();
    const pool = adapter.underlyingDriver();
    const query = pool.query.bind(pool) as (config: pg.QueryConfig) => Promise<pg.QueryResult>;
    let characterColumns = new Set<string>();
    const queryCharactersAsText = async (config: pg.QueryConfig) => {
      const result = await query(config);
      const characters = (result.fields ?? []).filter((field) => field.dataTypeID === CHAR_OID);
      for (const field of characters) field.dataTypeID = TEXT_OID;
      characterColumns = new Set(characters.map((field) => field.name));
      return result;
    };
    pool.query = queryCharactersAsText as typeof pool.query;
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (sql: SqlQuery) => {
      const { columnNames, columnTypes, rows } = await queryRaw(sql);
      const typeOf = (name: string) => (characterColumns.has(name) ? ColumnTypeEnum.Character : null);
      return {
        columnNames,
        rows,
        columnTypes: columnTypes.map((type, i) => typeOf(columnNames[i] ?? '') ?? type),
      };
    };
    return adapter;
  }
}

/** The number of the lock by which Prisma's engines keep each other from migrating. */
export const MIGRATION_LOCK = 72_707_369;

/**
 * Connections that do not take the engine's lock, which is one of a session: behind a pooler it would stay where the session is handed on,
 * and keep all that come later from migrating. Who migrates holds the same lock by a transaction.
 */
function createLocklessPool(url: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, allowExitOnIdle: true });
  const query = pool.query.bind(pool) as (config: pg.QueryConfig) => Promise<pg.QueryResult>;
  const lock = `SELECT pg_advisory_lock(${MIGRATION_LOCK})`;
  const queryWithoutLock = (config: pg.QueryConfig) =>
    query(config.text === lock ? { ...config, text: 'SELECT' } : config);
  pool.query = queryWithoutLock as typeof pool.query;
  return pool;
}

/** The folder of the schema, its migrations and their lock file, of this installation. */
export const prismaFolder = new URL('../../../prisma/', import.meta.url);

const FILTERS = { externalTables: unmanagedTables, externalEnums: [] };

/**
 * Opens Prisma's schema engine on a database.
 *
 * @param isScratch the engine may overwrite the whole database, which comparing migrations with the schema needs.
 * @returns the engine, to be closed, with the schema and the filters that its commands want.
 */
export async function openSchemaEngine(url: string, isScratch = false) {
  loadEngine();
  const content = readFileSync(new URL('schema.prisma', prismaFolder), 'utf8');
  const pool = createLocklessPool(url);
  const Adapter = isScratch ? ScratchAdapter : WholeScriptAdapter;
  const adapter = bindMigrationAwareSqlAdapterFactory(new Adapter(pool));
  const engine = await bindings.SchemaEngine.new(
    { datamodels: [['schema.prisma', content]] },
    () => {},
    adapter,
  );
  const close = async () => {
    engine.free();
    await pool.end();
  };
  return { engine, schema: { path: 'schema.prisma', content }, filters: FILTERS, close };
}
