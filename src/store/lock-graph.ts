import { type Kysely, sql } from 'kysely';
import type { DB } from '../generated/kysely/database.ts';

/** Any number will do, so long as all writers take the same; the migrations have another. */
const WRITE_LOCK = 0x78_7a_02;

/**
 * Makes this transaction the only one that writes to the graph until it ends: two that resolve at once would not see
 * each other's entities and make them twice.
 */
export async function lockGraph(kysely: Kysely<DB>): Promise<void> {
  // However long the others take: who writes is not to fail for having waited.
  await sql`SET LOCAL statement_timeout = 0`.execute(kysely);
  await sql`SELECT FROM pg_advisory_xact_lock(${WRITE_LOCK})`.execute(kysely);
}
