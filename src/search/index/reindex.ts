import { setTimeout } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import { XiezuoError } from '../../base/errors.ts';
import type { DB } from '../../generated/kysely/database.ts';
import type { Database } from '../../store/sql/database.ts';
import { databaseCode } from '../../store/sql/database-code.ts';
import { lockGraph } from '../../store/sql/lock-graph.ts';
import { runPipelined } from '../../store/sql/pipelined.ts';
import { ENTITY_TYPES, type EntityType } from '../entities/entity-type.ts';
import { type EntityRef, indexEntities, insertEntities, readEntities } from './index-entities.ts';
import { completeShadow, createShadow, inShadow, swapShadow, takeNoted } from './shadow-tables.ts';

/** What reindexing is at. */
export interface ReindexProgress {
  readonly step: 'entries' | 'indexes' | 'changes' | 'swap';
  /** How many entities are indexed. */
  readonly done: number;
  /** How many there were. */
  readonly total: number;
}

/** How many entities are written at a time. */
const BATCH = 200;

/** So few are written while writers wait; more are written before. */
const FEW = 200;

/** How often more are written before, while others go on writing. */
const MAX_ROUNDS = 20;

/** Milliseconds for which those who read may have to wait for the swap, and after which it is tried again. */
const [SWAP_WAIT_MS, RETRY_MS] = [100, 1_000];

/** Any number will do that nobody else takes. */
const REINDEX_LOCK = 0x78_7a_03;

/** SQLSTATE of a lock that was waited for too long. */
const LOCK_NOT_AVAILABLE = '55P03';

/**
 * Builds the search index anew beside the one that is searched and kept in step meanwhile, and swaps the two. Killed, it leaves
 * the index as it was; the next one clears away what it had built.
 *
 * @returns how many entities were indexed.
 * @throws {XiezuoError} REINDEX_RUNNING
 */
export function reindex(
  database: Database,
  onProgress: (progress: ReindexProgress) => void = () => undefined,
): Promise<number> {
  return alone(database, async () => {
    const begun = await begin(database);
    const total = await countEntities(database.kysely);
    let done = 0;
    const tell = (step: ReindexProgress['step']) => onProgress({ step, done, total });
    for await (const count of writeAll(database)) {
      done += count;
      tell('entries');
    }
    tell('indexes');
    await database.kysely.transaction().execute(completeShadow);
    tell('changes');
    let last = await catchUp(database, begun);
    while (!(await swap(database, last))) {
      tell('swap');
      await setTimeout(RETRY_MS);
      last = await catchUp(database, last);
    }
    return done;
  });
}

/** Does work that one process alone may do. The lock is that of a transaction: it ends with the process, through poolers too. */
async function alone<T>({ pool }: Database, work: () => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN; SET LOCAL idle_in_transaction_session_timeout = 0');
    const { rows } = await client.query('SELECT pg_try_advisory_xact_lock($1) AS taken', [REINDEX_LOCK]);
    if (!rows[0]?.taken)
      throw new XiezuoError('REINDEX_RUNNING', 'Another process is building the search index anew.');
    return await work();
  } finally {
    await client.query('ROLLBACK').catch(() => undefined);
    client.release();
  }
}

/** Makes the tables that are to be filled. Gives the number of the last change of the graph before. */
function begin(database: Database): Promise<string> {
  return database.kysely.transaction().execute(async (kysely) => {
    await lockGraph(kysely, database);
    await createShadow(kysely);
    return lastChange(kysely);
  });
}

async function lastChange(kysely: Kysely<DB>): Promise<string> {
  const { rows } = await sql<{
    last: string;
  }>`SELECT coalesce(max(id), 0)::text AS last FROM change`.execute(kysely);
  return rows[0]?.last ?? '0';
}

/** The table of the entities of a type. */
const tableOf = (type: EntityType) => sql.table(type.toLowerCase());

async function countEntities(kysely: Kysely<DB>): Promise<number> {
  const counts = ENTITY_TYPES.map((type) => sql`(SELECT count(*) FROM ${tableOf(type)})`);
  const { rows } = await sql<{
    total: number;
  }>`SELECT (${sql.join(counts, sql` + `)})::integer AS total`.execute(kysely);
  return rows[0]?.total ?? 0;
}

/** The ids of all entities of a type, some at a time. */
async function* listIds(kysely: Kysely<DB>, type: EntityType): AsyncGenerator<string[]> {
  for (let last = ''; ; ) {
    const { rows } = await sql<{ id: string }>`SELECT id FROM ${tableOf(type)} WHERE id > ${last}
      ORDER BY id LIMIT ${sql.lit(BATCH)}`.execute(kysely);
    const end = rows.at(-1);
    if (end === undefined) return;
    yield rows.map(({ id }) => id);
    last = end.id;
  }
}

/** Writes the entries of all entities, of some while those of the next are made; gives after each batch of how many. */
async function* writeAll({ kysely }: Database): AsyncGenerator<number> {
  let writing: Promise<void> = Promise.resolve();
  for (const type of ENTITY_TYPES)
    for await (const ids of listIds(kysely, type)) {
      const entities = await readEntities(kysely, type, ids);
      await writing;
      writing = runPipelined(kysely, (transaction) =>
        inShadow(transaction, () => insertEntities(transaction, type, entities)),
      );
      // It is awaited before the next one, or at the end; until then its failure is nobody's.
      writing.catch(() => undefined);
      yield ids.length;
    }
  await writing;
}

/** What was written of what has changed. */
interface Written {
  /** How many entities that were. */
  readonly count: number;
  /** The number of the last change that was looked at. */
  readonly last: string;
}

/** Writes the entries anew of what has changed since the change `since`. */
async function writeChanges(kysely: Kysely<DB>, since: string): Promise<Written> {
  const last = await lastChange(kysely);
  const refs = [...(await takeNoted(kysely)), ...(await listChanged(kysely, since, last))];
  await inShadow(kysely, async () => {
    for (let start = 0; start < refs.length; start += BATCH)
      await indexEntities(kysely, refs.slice(start, start + BATCH));
  });
  return { count: refs.length, last };
}

/** What an index that lacks entries would not tell of: who is merged away has none there that could be taken out. */
async function listChanged(kysely: Kysely<DB>, since: string, last: string): Promise<EntityRef[]> {
  const { rows } = await sql<EntityRef>`SELECT DISTINCT node_type::text AS type, node_id AS id FROM change
    WHERE id > ${since}::bigint AND id <= ${last}::bigint AND node_type::text = ANY (${ENTITY_TYPES}::text[])`.execute(
    kysely,
  );
  return rows;
}

/** Writes what has changed while others go on writing, until that is little. Gives the number of the last change. */
async function catchUp({ kysely }: Database, since: string): Promise<string> {
  let last = since;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const written = await runPipelined(kysely, (transaction) => writeChanges(transaction, last));
    last = written.last;
    if (written.count <= FEW) break;
  }
  return last;
}

/** Writes the last changes while nobody else writes, and swaps; false where somebody reads for too long. */
async function swap(database: Database, since: string): Promise<boolean> {
  try {
    await runPipelined(database.kysely, async (kysely) => {
      await lockGraph(kysely, database);
      await writeChanges(kysely, since);
      await swapShadow(kysely, SWAP_WAIT_MS);
    });
    return true;
  } catch (error) {
    if (databaseCode(error) === LOCK_NOT_AVAILABLE) return false;
    throw error;
  }
}
