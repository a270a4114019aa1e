import { type Kysely, sql } from 'kysely';
import type { DB } from '../../generated/kysely/database.ts';

/** Which of the SHA-256 sums are those of documents that are stored. */
export async function findDocuments(kysely: Kysely<DB>, sums: readonly string[]): Promise<Set<string>> {
  if (sums.length === 0) return new Set();
  const { rows } = await sql<{ sha256: string }>`SELECT sha256 FROM source_document
    WHERE sha256 = ANY (${sums}::text[])`.execute(kysely);
  return new Set(rows.map(({ sha256 }) => sha256));
}

/** Which of the SHA-256 sums are those of pages that are kept in quarantine. */
export async function findQuarantined(kysely: Kysely<DB>, sums: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ sha256: string }>`SELECT sha256 FROM quarantined_document
    WHERE sha256 = ANY (${sums}::text[])`.execute(kysely);
  return new Set(rows.map(({ sha256 }) => sha256));
}
