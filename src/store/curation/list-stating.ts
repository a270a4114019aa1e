import { type Kysely, sql } from 'kysely';
import type { DB } from '../../generated/kysely/database.ts';
import type { FactRef } from '../graph/evidence-rows.ts';

/** The articles that state a fact, and those that may: some fact of its kind is left out of them because a person rejected it. */
export async function listStating(kysely: Kysely<DB>, { kind, id }: FactRef): Promise<string[]> {
  const rejected = JSON.stringify([{ kind, code: 'REJECTED' }]);
  const { rows } = await sql<{
    id: string;
  }>`SELECT article_id AS id FROM evidence WHERE ${sql.ref(`${kind}_id`)} = ${id}
    UNION SELECT id FROM article WHERE left_out <> '[]' AND left_out @> ${rejected}::jsonb ORDER BY 1`.execute(
    kysely,
  );
  return rows.map((row) => row.id);
}
