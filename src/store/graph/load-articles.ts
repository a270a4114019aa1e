import { type Kysely, sql } from 'kysely';
import type { Claim } from '../../extraction/claim.ts';
import type { DB } from '../../generated/kysely/database.ts';
import type { ResolvedArticle } from '../../resolution/derive-facts.ts';

/** An article with what its facts are made of. */
export interface GraphArticle extends ResolvedArticle {
  readonly id: string;
  readonly text: string;
}

interface ArticleRow {
  readonly id: string;
  readonly text: string;
  readonly publishedOn: string | null;
  readonly claims: readonly Claim[];
  readonly entities: readonly (readonly [ordinal: number, id: string])[];
}

/** Loads articles with the entities that they name, as identities are now. */
export async function loadGraphArticles(kysely: Kysely<DB>, ids: readonly string[]): Promise<GraphArticle[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<ArticleRow>`SELECT a.id, a.text, a.published_on::text AS "publishedOn", a.claims,
      (SELECT coalesce(json_agg(json_build_array(m.ordinal, h.root)), '[]') FROM mention AS m
        JOIN identity_home AS h ON h.id = m.home WHERE m.article_id = a.id) AS entities
    FROM article AS a WHERE a.id = ANY (${ids}::text[]) ORDER BY a.id`.execute(kysely);
  return rows.map((row) => ({ ...row, entities: new Map(row.entities) }));
}
