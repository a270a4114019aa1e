import type { Transaction } from './database.ts';

/** How many hashes of the sketch articles share before they are compared; unrelated ones share three or four of 128. */
const MIN_SHARED = 5;
/** Hashes of set phrases stand in very many articles: no more than these, the newest, are looked at for each. */
const MAX_PER_HASH = 300;
const MAX_CANDIDATES = 30;

/**
 * The articles that share most hashes of a sketch, found by index, most alike first; at most 30.
 *
 * @param articleId is left out.
 */
export async function findCopyCandidates(
  tx: Transaction,
  articleId: string,
  sketch: Int32Array,
): Promise<string[]> {
  if (sketch.length === 0) return [];
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT found.article_id AS id
      FROM unnest(${[...sketch]}::int[]) AS wanted(hash)
      CROSS JOIN LATERAL (
        SELECT article_id FROM article_shingle
         WHERE article_shingle.hash = wanted.hash AND article_id <> ${articleId}
         ORDER BY article_id DESC LIMIT ${MAX_PER_HASH}
      ) AS found
     GROUP BY found.article_id HAVING count(*) >= ${MIN_SHARED}
     ORDER BY count(*) DESC, found.article_id LIMIT ${MAX_CANDIDATES}`;
  return rows.map(({ id }) => id);
}
