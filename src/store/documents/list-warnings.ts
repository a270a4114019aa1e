import { type Kysely, sql } from 'kysely';
import type { Warning } from '../../extraction/model/claim.ts';
import type { DB } from '../../generated/kysely/database.ts';

/** A doubt that an article leaves. */
export interface ArticleWarning extends Warning {
  /** Of the page. */
  readonly name: string;
  readonly articleId: string;
}

/** The doubts of the articles that no newer version took the place of, oldest articles first, in the order of each text. */
export async function listWarnings(kysely: Kysely<DB>): Promise<ArticleWarning[]> {
  const { rows } = await sql<ArticleWarning>`
    SELECT d.name, a.id AS "articleId", one.code, one.message, one.start, one.end
    FROM article AS a JOIN source_document AS d ON d.id = a.document_id
      CROSS JOIN jsonb_to_recordset(a.warnings) AS one(code text, message text, start int, "end" int)
    WHERE a.superseded_by_id IS NULL ORDER BY a.id, one.start, one.code`.execute(kysely);
  return rows;
}
