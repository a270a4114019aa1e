import { type Kysely, sql } from 'kysely';
import type { DB } from '../../generated/kysely/database.ts';

/** The words that tell a text from others, with their weights, weightiest first. */
export type Keywords = readonly { readonly word: string; readonly weight: number }[];

/** The columns of an article's row that hold its keywords. */
export function keywordColumns(keywords: Keywords) {
  return {
    keywords: keywords.map(({ word }) => word),
    keyword_weights: keywords.map(({ weight }) => weight),
  };
}

/** Articles of which keywords are not known yet, the first by id, at most `limit`. */
export async function listWithoutKeywords(
  kysely: Kysely<DB>,
  limit: number,
): Promise<{ id: string; text: string }[]> {
  const { rows } = await sql<{ id: string; text: string }>`SELECT id, text FROM article
    WHERE keywords IS NULL ORDER BY id LIMIT ${limit}`.execute(kysely);
  return rows;
}

/** Writes the keywords of articles. */
export async function saveKeywords(
  kysely: Kysely<DB>,
  articles: readonly { readonly id: string; readonly keywords: Keywords }[],
): Promise<void> {
  const rows = articles.map(({ id, keywords }) => ({ id, ...keywordColumns(keywords) }));
  await sql`UPDATE article AS a SET keywords = k.keywords, keyword_weights = k.keyword_weights
    FROM json_populate_recordset(NULL::article, ${JSON.stringify(rows)}::json) AS k WHERE a.id = k.id`.execute(
    kysely,
  );
}
