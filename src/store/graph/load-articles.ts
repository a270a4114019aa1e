import { type Kysely, sql } from 'kysely';
import type { Claim } from '../../extraction/claim.ts';
import type { DB } from '../../generated/kysely/database.ts';
import type { ResolvedArticle } from '../../resolution/article-references.ts';
import { groupBy } from '../../resolution/group-by.ts';

/** An article with what its facts are made of. */
export interface GraphArticle extends ResolvedArticle {
  readonly text: string;
  /** The entities that it named before, where its facts were read off for those. */
  readonly former: ResolvedArticle['entities'] | null;
}

/** An article that need not be loaded. */
export type LoadedArticle = Pick<GraphArticle, 'id' | 'text' | 'publishedOn' | 'claims'>;

/** Which articles are loaded, and what is known of them. */
export interface GraphArticleQuery {
  readonly ids: readonly string[];
  readonly loaded: ReadonlyMap<string, LoadedArticle>;
  /** For homes that are another entity now, which one they were. */
  readonly formerRoots: ReadonlyMap<string, string>;
  /** Articles of whose former entities nothing else has changed. */
  readonly moved: ReadonlySet<string>;
}

interface MentionRow {
  readonly articleId: string;
  readonly ordinal: number;
  readonly home: string;
  readonly root: string;
}

async function loadArticles(kysely: Kysely<DB>, ids: readonly string[]): Promise<LoadedArticle[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<LoadedArticle & { claims: readonly Claim[] }>`SELECT id, text, claims,
      published_on::text AS "publishedOn" FROM article WHERE id = ANY (${ids}::text[])`.execute(kysely);
  return rows;
}

async function loadEntities(kysely: Kysely<DB>, ids: readonly string[]) {
  const { rows } = await sql<MentionRow>`SELECT m.article_id AS "articleId", m.ordinal, m.home, h.root
    FROM mention AS m JOIN identity_home AS h ON h.id = m.home WHERE m.article_id = ANY (${ids}::text[])`.execute(
    kysely,
  );
  return groupBy(rows, ({ articleId }) => articleId);
}

/** The days that pages state for the meetings that articles name, now or formerly, and leave open. */
async function loadDays(
  kysely: Kysely<DB>,
  articles: readonly Pick<GraphArticle, 'entities' | 'former' | 'claims'>[],
): Promise<Map<string, string>> {
  const ids = articles.flatMap(({ claims, entities, former }) =>
    claims.flatMap((claim, ordinal) =>
      claim.kind === 'meeting' && claim.startsOn === null
        ? [entities.get(ordinal), former?.get(ordinal)].filter((id) => id !== undefined)
        : [],
    ),
  );
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; day: string }>`SELECT id, starts_on::text AS day FROM meeting
    WHERE id = ANY (${ids}::text[]) AND starts_on IS NOT NULL AND month_day IS NULL`.execute(kysely);
  return new Map(rows.map(({ id, day }) => [id, day]));
}

/** Loads articles with the entities that they name, as identities are now; in the order of their ids. */
export async function loadGraphArticles(
  kysely: Kysely<DB>,
  { ids, loaded, formerRoots, moved }: GraphArticleQuery,
): Promise<GraphArticle[]> {
  if (ids.length === 0) return [];
  const rest = await loadArticles(
    kysely,
    ids.filter((id) => !loaded.has(id)),
  );
  const mentions = await loadEntities(kysely, ids);
  const articles = [...ids.flatMap((id) => loaded.get(id) ?? []), ...rest];
  const named = articles
    .sort((left, right) => (left.id < right.id ? -1 : 1))
    .map(({ id, text, publishedOn, claims }) => {
      const own = mentions.get(id) ?? [];
      const entities = new Map(own.map(({ ordinal, root }) => [ordinal, root]));
      const former = new Map(own.map(({ ordinal, home, root }) => [ordinal, formerRoots.get(home) ?? root]));
      return { id, text, publishedOn, claims, entities, former: moved.has(id) ? former : null };
    });
  const days = await loadDays(kysely, named);
  return named.map((article) => ({ ...article, days }));
}
