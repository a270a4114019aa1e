import { type Kysely, sql } from 'kysely';
import type { Article, Paragraph } from '../../documents/model/source-document.ts';
import type { Extraction } from '../../extraction/model/claim.ts';
import type { DB } from '../../generated/kysely/database.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import { fromDate } from '../sql/civil-date.ts';
import type { Transaction } from '../sql/database.ts';
import { readOffsets } from './article-offsets.ts';

/** Plain data as Prisma's JSON; it is JSON, though readonly. */
const toJson = (value: readonly unknown[]) => value as unknown as Prisma.InputJsonValue;

/** An article as it is stored, for reading it again. */
export interface StaleArticle {
  readonly id: string;
  /** Whether the graph rests on it. */
  readonly counts: boolean;
  readonly article: Article;
}

/** Articles that an older version of the extractor read, the oldest first, at most `limit`. */
export async function listStaleArticles(
  tx: Pick<Transaction, 'article'>,
  { extractor, limit }: { readonly extractor: number; readonly limit: number },
): Promise<StaleArticle[]> {
  const rows = await tx.article.findMany({
    where: { extractor: { lt: extractor } },
    orderBy: { id: 'asc' },
    take: limit,
  });
  return rows.map(({ id, isSpun, supersededById, paragraphs, sourceOffsets, publishedOn, ...row }) => ({
    id,
    counts: !isSpun && supersededById === null,
    article: {
      ...row,
      publishedOn: fromDate(publishedOn),
      paragraphs: paragraphs as unknown as Paragraph[],
      sourceOffsets: readOffsets(sourceOffsets, row.text.length),
    },
  }));
}

/** How many articles an older version of the extractor read. */
export async function countStaleArticles(kysely: Kysely<DB>, extractor: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`SELECT count(*)::int AS count FROM article
    WHERE extractor < ${extractor}`.execute(kysely);
  return rows[0]?.count ?? 0;
}

/** Writes what was read from an article in place of what was read before; null: that stands. */
export async function saveExtraction(
  tx: Transaction,
  id: string,
  { extraction, extractor }: { readonly extraction: Extraction | null; readonly extractor: number },
): Promise<void> {
  const read =
    extraction === null ? {} : { claims: toJson(extraction.claims), warnings: toJson(extraction.warnings) };
  await tx.article.update({ where: { id }, data: { ...read, extractor } });
}
