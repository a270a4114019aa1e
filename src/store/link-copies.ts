import { chooseBestCopy, type RankedCopy } from '../documents/copies/choose-best-copy.ts';
import { type CopyComparison, compareCopies } from '../documents/copies/compare-copies.ts';
import { readCopyText } from '../documents/copies/copy-text.ts';
import { sketchText } from '../documents/copies/sketch-text.ts';
import type { Paragraph } from '../documents/source-document.ts';
import { fromDate } from './civil-date.ts';
import type { Transaction } from './database.ts';
import { findCopyCandidates } from './find-copy-candidates.ts';

/** What the copies of a new article turned out to be. */
export interface CopyLinks {
  /** Whether the new article was spun of another. */
  readonly isSpun: boolean;
  /** Articles that were held for good until now, and were spun of the new one. */
  readonly unmasked: readonly string[];
}

/** An article as copies are told by. */
interface StoredCopy extends RankedCopy {
  readonly id: string;
  /** Its running text. */
  readonly body: string;
  readonly duplicateOfId: string | null;
}

/** How the new article compares with another. */
interface Link {
  readonly copy: StoredCopy;
  readonly comparison: CopyComparison;
}

/**
 * Finds the copies of an article that was just written and puts all of them into one cluster: the best copy stands for it,
 * the others point there. The order in which copies come does not matter.
 */
export async function linkCopies(tx: Transaction, articleId: string): Promise<CopyLinks> {
  const [article] = await loadCopies(tx, [articleId]);
  if (article === undefined) throw new Error(`There is no article ${articleId}`);
  const sketch = sketchText(article.body);
  await tx.articleShingle.createMany({ data: [...sketch].map((hash) => ({ hash, articleId })) });
  const candidates = await loadCopies(tx, await findCopyCandidates(tx, articleId, sketch));
  const links = candidates.flatMap((copy): Link[] => {
    const comparison = compareCopies(article.body, copy.body);
    return comparison === null ? [] : [{ copy, comparison }];
  });
  if (links.length === 0) return { isSpun: false, unmasked: [] };
  const isSpun = links.some(({ comparison }) => comparison.spun === 'left');
  const unmasked = links.flatMap(({ copy, comparison }) =>
    comparison.spun === 'right' && !copy.isSpun ? copy.id : [],
  );
  await markSpun(tx, isSpun ? [articleId, ...unmasked] : unmasked);
  await formCluster(tx, [articleId, ...links.map(({ copy }) => copy.duplicateOfId ?? copy.id)]);
  return { isSpun, unmasked };
}

async function loadCopies(tx: Transaction, ids: readonly string[]): Promise<StoredCopy[]> {
  if (ids.length === 0) return [];
  const rows = await tx.article.findMany({
    where: { id: { in: [...ids] } },
    include: { document: { select: { sha256: true } } },
    omit: { sourceOffsets: true, warnings: true },
  });
  return rows.map(({ text, paragraphs, publishedOn, document, ordinal, ...row }) => {
    const body = readCopyText(text, paragraphs as unknown as Paragraph[]);
    const key = `${document.sha256} ${ordinal}`;
    return { ...row, publishedOn: fromDate(publishedOn), body, length: body.length, key };
  });
}

async function markSpun(tx: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length > 0)
    await tx.article.updateMany({ where: { id: { in: [...ids] } }, data: { isSpun: true } });
}

/** Makes one cluster of the new article and of those that the given articles stand for. */
async function formCluster(tx: Transaction, heads: readonly string[]): Promise<void> {
  const rows = await tx.article.findMany({
    where: { OR: [{ id: { in: [...heads] } }, { duplicateOfId: { in: [...heads] } }] },
    select: { id: true },
  });
  const copies = await loadCopies(
    tx,
    rows.map(({ id }) => id),
  );
  const best = chooseBestCopy(copies);
  await tx.article.update({ where: { id: best.id }, data: { duplicateOfId: null, similarity: null } });
  for (const copy of copies) {
    if (copy.id === best.id || copy.duplicateOfId === best.id) continue;
    // Copies of copies may have drifted too far apart to be compared.
    const similarity = compareCopies(best.body, copy.body)?.similarity ?? null;
    await tx.article.update({ where: { id: copy.id }, data: { duplicateOfId: best.id, similarity } });
  }
}
