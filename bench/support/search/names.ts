import { askEach } from './ask-search.ts';
import { describeHits, isAmong, type Known, printFigure } from './figure.ts';
import type { Part } from './part.ts';

const WANTED = { otherNames: 0.97, posts: 0.9 } as const;

/** Every other name of an organisation, with all organisations that bear it. */
const OTHER_NAMES = `WITH named AS (
    SELECT id, unnest(other_names || name) AS name FROM organisation WHERE merged_into_id IS NULL)
  SELECT name AS query, array_agg(DISTINCT id) AS "right" FROM named
  WHERE name IN (SELECT unnest(other_names) FROM organisation WHERE merged_into_id IS NULL)
  GROUP BY 1 ORDER BY 1`;

/**
 * Every post that names its body or area, as printed, with those who hold it: who was seen in it within half a year of the last time that
 * anyone was, as some posts are several people's at once.
 */
const POSTS = `WITH held AS (
    SELECT title, person_id, max(observed_on) AS last_on FROM position
    WHERE title <> role AND length(title) >= 4 AND observed_on IS NOT NULL
      AND coalesce(organisation_id, area_code) IS NOT NULL GROUP BY 1, 2),
  latest AS (SELECT title, max(last_on) AS last_on FROM held GROUP BY 1)
  SELECT title AS query, array_agg(coalesce(p.merged_into_id, p.id)) AS "right"
  FROM held JOIN latest USING (title) JOIN person AS p ON p.id = held.person_id
  WHERE held.last_on >= latest.last_on - 182 GROUP BY 1 ORDER BY 1`;

interface Row {
  readonly query: string;
  readonly right: readonly string[];
}

/** How many of what a statement gives is found first by its query, among entities of all kinds. */
const firstOf =
  (statement: string, name: string, wanted: number): Part =>
  async ({ ask, pool }) => {
    const { rows } = await pool.query<Row>(statement);
    const known = rows.map(({ query, right }): Known => ({ query, right: new Set(right) }));
    const scores = await askEach(known, async ({ query, right }) => {
      const found = await ask(query);
      return { score: isAmong(found, right, 1), query, came: describeHits(found.hits) };
    });
    return printFigure({ name, scores, wanted });
  };

/** Whether the other names of organisations find them first. */
export const otherNames = firstOf(OTHER_NAMES, 'other names of organisations, hit@1', WANTED.otherNames);

/** Whether posts find first who holds them. */
export const posts = firstOf(POSTS, 'posts, their holder, hit@1', WANTED.posts);
