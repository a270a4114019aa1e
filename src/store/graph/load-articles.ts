import { type Kysely, sql } from 'kysely';
import { groupBy } from '../../base/group-by.ts';
import type { CivilDate } from '../../documents/model/source-document.ts';
import type { Claim } from '../../extraction/model/claim.ts';
import type { DB } from '../../generated/kysely/database.ts';
import type { ResolvedArticle } from '../../kinds/article-references.ts';

/** An article with what its facts are made of. */
export interface GraphArticle extends ResolvedArticle {
  readonly text: string;
  /** What its facts were read off for, where that is known: the entities that it named, and their days. */
  readonly former: Pick<ResolvedArticle, 'entities' | 'days'> | null;
}

/** An article that need not be loaded. */
export type LoadedArticle = Pick<GraphArticle, 'id' | 'text' | 'publishedOn' | 'claims'>;

/** Which articles are loaded, and what is known of them. */
export interface GraphArticleQuery {
  readonly ids: readonly string[];
  readonly loaded: ReadonlyMap<string, LoadedArticle>;
  /** For homes that are another entity now, which one they were. */
  readonly formerRoots: ReadonlyMap<string, string>;
  /** By id of a meeting whose day is another now the day before; null where there was none. */
  readonly formerDays: ReadonlyMap<string, CivilDate | null>;
  /** Articles of which nothing else has changed. */
  readonly known: ReadonlySet<string>;
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

/** An article with the entities that it names now, and those that it named. */
interface NamedArticle extends LoadedArticle {
  readonly entities: ResolvedArticle['entities'];
  readonly formerEntities: ResolvedArticle['entities'];
}

/** The days that pages state for the meetings that articles name, now or formerly, and leave open. */
async function loadDays(
  kysely: Kysely<DB>,
  articles: readonly NamedArticle[],
): Promise<Map<string, CivilDate>> {
  const ids = articles.flatMap(({ claims, entities, formerEntities }) =>
    claims.flatMap((claim, ordinal) =>
      claim.kind === 'meeting' && claim.startsOn === null
        ? [entities.get(ordinal), formerEntities.get(ordinal)].filter((id) => id !== undefined)
        : [],
    ),
  );
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; day: string }>`SELECT id, starts_on::text AS day FROM meeting
    WHERE id = ANY (${ids}::text[]) AND starts_on IS NOT NULL AND month_day IS NULL
      AND merged_into_id IS NULL`.execute(kysely);
  return new Map(rows.map(({ id, day }) => [id, day]));
}

/** Days as they were. */
function restoreDays(days: ReadonlyMap<string, CivilDate>, former: GraphArticleQuery['formerDays']) {
  if (former.size === 0) return days;
  const restored = new Map<string, CivilDate | null>([...days, ...former]);
  return new Map([...restored].flatMap(([id, day]) => (day === null ? [] : [[id, day] as const])));
}

/** Loads articles with the entities that they name, as identities are now; in the order of their ids. */
export async function loadGraphArticles(
  kysely: Kysely<DB>,
  { ids, loaded, formerRoots, formerDays, known }: GraphArticleQuery,
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
    .map(({ id, text, publishedOn, claims }): NamedArticle => {
      const own = mentions.get(id) ?? [];
      const entities = new Map(own.map(({ ordinal, root }) => [ordinal, root]));
      const formerEntities = new Map(
        own.map(({ ordinal, home, root }) => [ordinal, formerRoots.get(home) ?? root]),
      );
      return { id, text, publishedOn, claims, entities, formerEntities };
    });
  const days = await loadDays(kysely, named);
  const before = restoreDays(days, formerDays);
  return named.map(({ formerEntities, ...article }) => ({
    ...article,
    days,
    former: known.has(article.id) ? { entities: formerEntities, days: before } : null,
  }));
}
