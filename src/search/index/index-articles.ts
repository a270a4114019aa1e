import type { Kysely } from 'kysely';
import type { DB } from '../../generated/kysely/database.ts';
import { type IndexRow, layRows, type RowPassages } from '../entities/index-rows.ts';
import { listArticleFields, loadArticleBelongings } from '../entities/load-entity-texts.ts';
import { insertEntities } from './index-entities.ts';

/** An article that the index does not know yet. */
export interface NewArticleEntry {
  readonly id: string;
  readonly headline: string | null;
  readonly publishedOn: string | null;
  readonly publisher: string | null;
  /** What `makeIndexRows` makes of `layArticleRows`. */
  readonly rows: readonly IndexRow[];
}

/** The passages of the index rows of an article: they depend on its text alone, and can be laid out before it is written. */
export function layArticleRows(article: {
  readonly headline: string | null;
  readonly text: string;
}): RowPassages[] {
  return layRows(listArticleFields(article));
}

/**
 * Writes what search knows of new articles, whose facts are written already.
 *
 * @param kysely of the transaction that wrote them.
 */
export async function indexArticles(kysely: Kysely<DB>, articles: readonly NewArticleEntry[]): Promise<void> {
  const belongings = await loadArticleBelongings(
    kysely,
    articles.map(({ id }) => id),
  );
  await insertEntities(
    kysely,
    'ARTICLE',
    articles.map(({ id, headline, publishedOn, publisher, rows }) => ({
      id,
      happenedOn: publishedOn,
      ...(belongings.get(id) ?? { areaCodes: [], related: [id] }),
      publisher,
      names: headline === null ? [] : [headline],
      shortNames: [],
      posts: [],
      rows,
    })),
  );
}
