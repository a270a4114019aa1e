import { type Kysely, sql } from 'kysely';
import type { DB } from '../generated/kysely/database.ts';
import { groupBy } from '../resolution/group-by.ts';

/** An article's id with its sketch. */
export interface SketchedArticle {
  readonly id: string;
  readonly sketch: Int32Array;
}

/** How many hashes of a sketch, its lowest, are indexed: of a spun copy, which keeps a tenth of them, some are the same almost surely. */
const INDEXED = 32;
/** Articles that share so many of them are candidates, and those that share a rare one: set phrases stand in very many texts. */
const MIN_SHARED = 2;
const MAX_RARE = 10;
/** Only the newest articles with a hash are looked at, so that set phrases cost no scan. */
const MAX_PER_HASH = MAX_RARE + 1;
const MAX_CANDIDATES = 30;

const PREFIX = 'art_';
const indexedPart = (sketch: Int32Array) => sketch.subarray(0, INDEXED);
const toUuid = (id: string) => id.slice(PREFIX.length);

/** Numbers as PostgreSQL reads an array; the driver takes much longer for the same. */
const toArray = (values: readonly (string | number)[]) => `{${values.join()}}`;

interface Candidate {
  readonly id: string;
  readonly shared: number;
  /** How many articles, of those that were looked at, have the rarest of the hashes that both have. */
  readonly holders: number;
}

const isCandidate = ({ shared, holders }: Candidate) => shared >= MIN_SHARED || holders <= MAX_RARE;

async function findStored(kysely: Kysely<DB>, articles: readonly SketchedArticle[]) {
  const wanted = articles.flatMap(({ sketch }, place) =>
    [...indexedPart(sketch)].map((hash) => [place, hash] as const),
  );
  const { rows } = await sql<Candidate & { place: number }>`
    SELECT wanted.place, ${PREFIX} || replace(found.article::text, '-', '') AS id,
        count(*)::int AS shared, min(found.holders)::int AS holders
      FROM unnest(${toArray(wanted.map(([place]) => place))}::int[], ${toArray(wanted.map(([, hash]) => hash))}::int[])
        AS wanted(place, hash)
      CROSS JOIN LATERAL (
        SELECT article, count(*) OVER () AS holders FROM (
          SELECT article FROM article_shingle WHERE article_shingle.hash = wanted.hash
           ORDER BY article DESC LIMIT ${sql.lit(MAX_PER_HASH)}) AS newest
      ) AS found
     GROUP BY wanted.place, found.article
    HAVING count(*) >= ${sql.lit(MIN_SHARED)} OR min(found.holders) <= ${sql.lit(MAX_RARE)}`.execute(kysely);
  return groupBy(rows, ({ place }) => place);
}

/** For each article those before it in the list that may be copies. */
function findBefore(articles: readonly SketchedArticle[]): Candidate[][] {
  const holders = new Map<number, string[]>();
  return articles.map(({ id, sketch }) => {
    const found = new Map<string, Candidate>();
    for (const hash of indexedPart(sketch)) {
      const all = holders.get(hash) ?? [];
      for (const other of all.slice(-MAX_PER_HASH)) {
        const known = found.get(other);
        const rarest = Math.min(known?.holders ?? all.length, all.length);
        found.set(other, { id: other, shared: (known?.shared ?? 0) + 1, holders: rarest });
      }
      holders.set(hash, [...all.slice(-MAX_PER_HASH), id]);
    }
    return [...found.values()].filter(isCandidate);
  });
}

/**
 * For each of some new articles those that may be copies of it, most alike first, at most 30: stored ones, found by
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
  await sql`INSERT INTO article_shingle (hash, article)
    SELECT * FROM unnest(${toArray(all.map(({ hash }) => hash))}::int[], ${toArray(all.map(({ id }) => toUuid(id)))}::uuid[])`.execute(
    kysely,
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
