import { type Kysely, sql } from 'kysely';
import { groupBy } from '../../base/group-by.ts';
import type { DB } from '../../generated/kysely/database.ts';
import { later } from '../sql/pipelined.ts';

/** An article's id with its sketch. */
export interface SketchedArticle {
  readonly id: string;
  readonly sketch: Int32Array;
}

/** How many hashes of a sketch, its lowest, are indexed: copies share most, spun copies, of which a fifth is left, some six. */
const INDEXED = 32;
/** So many shared ones make a candidate. Set phrases stand in very many texts: only the newest with each hash are looked at. */
const [MIN_SHARED, MAX_PER_HASH] = [2, 10];
const MAX_CANDIDATES = 10;

const PREFIX = 'art_';
const indexedPart = (sketch: Int32Array) => sketch.subarray(0, INDEXED);
const toUuid = (id: string) => id.slice(PREFIX.length);

/** Numbers as PostgreSQL reads an array; the driver takes much longer for the same. */
const toArray = (values: readonly (string | number)[]) => `{${values.join()}}`;

interface Candidate {
  readonly id: string;
  readonly shared: number;
}

async function findStored(kysely: Kysely<DB>, articles: readonly SketchedArticle[]) {
  const wanted = articles.flatMap(({ sketch }, place) =>
    [...indexedPart(sketch)].map((hash) => ({ hash, place })),
  );
  // In the order of the index, so that its pages are read once.
  wanted.sort((a, b) => a.hash - b.hash);
  const { rows } = await sql<Candidate & { place: number }>`
    SELECT wanted.place, ${PREFIX} || replace(found.article::text, '-', '') AS id, count(*)::int AS shared
      FROM unnest(${toArray(wanted.map(({ place }) => place))}::int[], ${toArray(wanted.map(({ hash }) => hash))}::int[])
        AS wanted(place, hash)
      CROSS JOIN LATERAL (
        SELECT article FROM article_shingle WHERE article_shingle.hash = wanted.hash
         ORDER BY article DESC LIMIT ${sql.lit(MAX_PER_HASH)}) AS found
     GROUP BY wanted.place, found.article HAVING count(*) >= ${sql.lit(MIN_SHARED)}`.execute(kysely);
  return groupBy(rows, ({ place }) => place);
}

/** For each article those before it in the list that may be copies. */
function findBefore(articles: readonly SketchedArticle[]): Candidate[][] {
  const holders = new Map<number, string[]>();
  return articles.map(({ id, sketch }) => {
    const found = new Map<string, number>();
    for (const hash of indexedPart(sketch)) {
      const newest = holders.get(hash) ?? [];
      for (const other of newest) found.set(other, (found.get(other) ?? 0) + 1);
      holders.set(hash, [...newest, id].slice(-MAX_PER_HASH));
    }
    return [...found].flatMap(([id, shared]) => (shared >= MIN_SHARED ? { id, shared } : []));
  });
}

/**
 * For each of some new articles those that may be copies of it, most alike first, at most 10: stored ones, found by
 * index, and those before it in the list. The hashes of the new ones must not be stored yet.
 */
export async function findCopyCandidates(
  kysely: Kysely<DB>,
  articles: readonly SketchedArticle[],
): Promise<string[][]> {
  const stored = await findStored(kysely, articles);
  return findBefore(articles).map((before, place) =>
    [...before, ...(stored.get(place) ?? [])]
      .sort((a, b) => b.shared - a.shared || (a.id < b.id ? 1 : -1))
      .slice(0, MAX_CANDIDATES)
      .map(({ id }) => id),
  );
}

/** Stores the hashes by which later copies find the articles. */
export async function saveSketches(kysely: Kysely<DB>, articles: readonly SketchedArticle[]): Promise<void> {
  const all = articles.flatMap(({ id, sketch }) => [...indexedPart(sketch)].map((hash) => ({ hash, id })));
  // In the order of the index: neighbours go to one page of it.
  all.sort((a, b) => a.hash - b.hash);
  await later(
    kysely,
    sql`INSERT INTO article_shingle (hash, article)
    SELECT * FROM unnest(${toArray(all.map(({ hash }) => hash))}::int[], ${toArray(all.map(({ id }) => toUuid(id)))}::uuid[])`.execute(
      kysely,
    ),
  );
}

/** Lets articles be found no more. */
export async function deleteSketches(
  kysely: Kysely<DB>,
  articles: readonly SketchedArticle[],
): Promise<void> {
  for (const { id, sketch } of articles)
    await sql`DELETE FROM article_shingle
      WHERE hash = ANY (${toArray([...indexedPart(sketch)])}::int[]) AND article = ${toUuid(id)}::uuid`.execute(
      kysely,
    );
}
