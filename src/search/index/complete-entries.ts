import { type Kysely, sql } from 'kysely';
import type { DB } from '../../generated/kysely/database.ts';
import type { Database } from '../../store/sql/database.ts';
import { lockGraph } from '../../store/sql/lock-graph.ts';
import { kyselyOf } from '../../store/sql/transaction-kysely.ts';
import { type EntityRef, indexEntities } from './index-entities.ts';
import { INDEXER_VERSION } from './indexer-version.ts';

/** How many entities one transaction writes anew, and the milliseconds that it may wait and take. */
const [BATCH, MAX_WAIT_MS, TIMEOUT_MS] = [200, 60_000, 600_000];

async function listOutdated(kysely: Kysely<DB>): Promise<EntityRef[]> {
  const { rows } = await sql<EntityRef>`SELECT DISTINCT entity_type AS type, entity_id AS id FROM (
    SELECT entity_type, entity_id FROM search_entry WHERE indexer < ${INDEXER_VERSION} ORDER BY indexer LIMIT ${BATCH}
  ) AS entry`.execute(kysely);
  return rows;
}

/**
 * Writes anew the entries that an older version of the indexer wrote, so that they are found by what this one knows. Interrupted, it goes
 * on where it was.
 */
export async function completeEntries(database: Database): Promise<void> {
  // Nearly always there is nothing to do, for which nobody need wait.
  while ((await listOutdated(database.kysely)).length > 0)
    await database.prisma.$transaction(
      async (tx) => {
        const kysely = kyselyOf(tx);
        await lockGraph(kysely, database);
        await indexEntities(kysely, await listOutdated(kysely));
      },
      { maxWait: MAX_WAIT_MS, timeout: TIMEOUT_MS },
    );
}
