import { type Kysely, sql } from 'kysely';
import type { DB } from '../../generated/kysely/database.ts';
import type { ReplacedCode } from './replaced-article.ts';

/** An article on which the graph rests no more, and the one that stands in its place. */
export interface ReplacedListing {
  /** Of the page. */
  readonly name: string;
  readonly articleId: string;
  readonly code: ReplacedCode;
  /** The page of the article that took its place, or of the best copy of the release; null where that is gone. */
  readonly by: string | null;
  readonly byArticleId: string | null;
}

/** The articles on which the graph rests no more, the oldest first. */
export async function listReplaced(kysely: Kysely<DB>): Promise<ReplacedListing[]> {
  const { rows } = await sql<ReplacedListing>`
    SELECT d.name, a.id AS "articleId", CASE WHEN a.superseded_by_id IS NULL THEN 'SPUN' ELSE 'SUPERSEDED' END AS code,
      other.name AS by, next.id AS "byArticleId"
    FROM article AS a JOIN source_document AS d ON d.id = a.document_id
      LEFT JOIN article AS next ON next.id = coalesce(a.superseded_by_id, a.duplicate_of_id)
      LEFT JOIN source_document AS other ON other.id = next.document_id
    WHERE a.superseded_by_id IS NOT NULL OR a.is_spun ORDER BY a.id`.execute(kysely);
  return rows;
}
