import { createRequire } from 'node:module';
import type pg from 'pg';

/** An article as the quality of search is measured with. */
export interface Story {
  readonly id: string;
  /** Empty where it has none. */
  readonly headline: string;
  /** Its text without the headline that it begins with. */
  readonly body: string;
  /** Headline and body, folded as PostgreSQL folds them. */
  readonly folded: string;
  /** Ids of itself and its copies: whoever looks for one may be given another. */
  readonly copies: ReadonlySet<string>;
}

const STATEMENT = `SELECT id, headline, CASE WHEN starts_with(text, headline) THEN substr(text, length(headline) + 1) ELSE text END AS body,
    lower(normalize(concat_ws(E'\\n', headline, text), NFKC)) AS folded, coalesce(duplicate_of_id, id) AS best
  FROM (SELECT id, coalesce(headline, '') AS headline, text, duplicate_of_id, published_on FROM article WHERE superseded_by_id IS NULL) AS a
  ORDER BY published_on, id`;

/** All articles, by day; the headline is empty where there is none. */
export async function loadStories(pool: pg.Pool): Promise<Story[]> {
  const { rows } = await pool.query<Omit<Story, 'copies'> & { best: string }>(STATEMENT);
  const groups = new Map<string, Set<string>>();
  for (const { id, best } of rows) groups.set(best, (groups.get(best) ?? new Set()).add(id));
  return rows.map(({ best, ...row }) => ({ ...row, copies: groups.get(best) ?? new Set([row.id]) }));
}

const { cut, cutForSearch } = createRequire(import.meta.url)('nodejieba') as Record<
  'cut' | 'cutForSearch',
  (text: string, strict?: boolean) => string[]
>;

const isWord = (word: string) => /[\p{L}\p{N}]/u.test(word);

/** The words of a text, as those who make an index of words cut it. */
export const indexWords = (text: string) => cutForSearch(text.toLowerCase(), true).filter(isWord);

/** The words of a text, each character in one of them. */
export const plainWords = (text: string) => cut(text.toLowerCase(), true).filter(isWord);
