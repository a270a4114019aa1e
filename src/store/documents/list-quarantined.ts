import { type Kysely, sql } from 'kysely';
import type { DB } from '../../generated/kysely/database.ts';

/** A page that could not be read, without its bytes. */
export interface QuarantinedPage {
  readonly name: string;
  readonly code: string;
  readonly reason: string;
  /** An instant, ISO 8601. */
  readonly quarantinedAt: string;
  /** How many bytes of it are kept; 0 where none could be had, or too many. */
  readonly sizeBytes: number;
}

/** The pages that could not be read, those first that came first. */
export async function listQuarantined(kysely: Kysely<DB>): Promise<QuarantinedPage[]> {
  const { rows } = await sql<QuarantinedPage>`
    SELECT name, code, reason, octet_length(bytes) AS "sizeBytes",
      to_char(quarantined_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "quarantinedAt"
    FROM quarantined_document ORDER BY quarantined_at, id`.execute(kysely);
  return rows;
}
