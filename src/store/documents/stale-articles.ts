import { type Kysely, sql } from 'kysely';
import type { Article, Paragraph } from '../../documents/model/source-document.ts';
import type { Extraction, Warning } from '../../extraction/model/claim.ts';
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

/** Writes what was read from an article in place of what was read before. */
export async function saveExtraction(
  tx: Transaction,
  id: string,
  { extraction, extractor }: { readonly extraction: Extraction; readonly extractor: number },
): Promise<void> {
  const read = { claims: toJson(extraction.claims), warnings: toJson(extraction.warnings) };
  await tx.article.update({ where: { id }, data: { ...read, extractor } });
}

/** Notes on an article why it could not be read again: what was read before stands, and is not tried again until the next version. */
export async function saveUnread(
  kysely: Kysely<DB>,
  id: string,
  { reason, extractor }: { readonly reason: string; readonly extractor: number },
): Promise<void> {
  const code = 'NOT_READ_AGAIN';
  const message = `What an older version read stands; this one could not read it. ${reason}`;
  const warning: Warning = { code, message, start: 0, end: 0 };
  await sql`UPDATE article SET extractor = ${extractor}, warnings = ${JSON.stringify([warning])}::jsonb
      || jsonb_path_query_array(warnings, '$[*] ? (@.code != $code)', jsonb_build_object('code', ${code}::text))
    WHERE id = ${id}`.execute(kysely);
}
