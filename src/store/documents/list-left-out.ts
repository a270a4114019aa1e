import { type Kysely, sql } from 'kysely';
import type { DB } from '../../generated/kysely/database.ts';
import type { LeftOut } from '../../resolution/left-out.ts';

/** Something that an article states and the graph does not hold, or not whole. */
export interface LeftOutStatement extends Omit<LeftOut, 'ordinal'> {
  /** Of the page. */
  readonly name: string;
  readonly articleId: string;
  /** The sentence that states it. */
  readonly quote: string;
}

/** What articles state and the graph does not hold, oldest articles first, in the order in which each was read. */
export async function listLeftOut(kysely: Kysely<DB>): Promise<LeftOutStatement[]> {
  const { rows } = await sql<LeftOutStatement>`
    SELECT d.name, a.id AS "articleId", one.kind, one."isWhole", one.code, one.reason, one.quote
    FROM article AS a JOIN source_document AS d ON d.id = a.document_id
      CROSS JOIN jsonb_to_recordset(a.left_out)
        AS one(ordinal int, kind text, "isWhole" boolean, code text, reason text, quote text)
    WHERE a.left_out <> '[]'::jsonb ORDER BY a.id, one.ordinal`.execute(kysely);
  return rows;
}
