import { type Kysely, sql } from 'kysely';
import { chooseBestCopy, type RankedCopy } from '../../documents/copies/choose-best-copy.ts';
import { type CopyComparison, compareCopies } from '../../documents/copies/compare-copies.ts';
import { readCopyText } from '../../documents/copies/copy-text.ts';
import { sketchText } from '../../documents/copies/sketch-text.ts';
import type { Paragraph } from '../../documents/model/source-document.ts';
import type { DB } from '../../generated/kysely/database.ts';
import type { NewDocument } from '../documents/save-documents.ts';
import { findCopyCandidates, saveSketches } from './find-copy-candidates.ts';
import type { ReplacedArticle } from './replaced-article.ts';

/** Two texts share so many of the 128 hashes of their sketches before they are compared; unrelated ones share three or four. */
const MIN_SHARED = 5;

/** An article as copies are told by. */
interface Copy extends RankedCopy {
  readonly id: string;
  /** Its running text. */
  readonly body: string;
  readonly sketch: Int32Array;
}

/** How a new article compares with another. */
interface Link {
  readonly copy: Copy;
  readonly comparison: CopyComparison;
}

type CopyFields = Omit<Copy, 'body' | 'sketch' | 'length' | 'key'> & {
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  readonly sha256: string;
  readonly ordinal: number;
};

/** How many sketches are remembered: some four megabytes. */
const REMEMBERED = 8_192;
const sketches = new Map<string, Int32Array>();

/** The sketch of an article's running text, which never changes. Candidates are new articles for the most part. */
function sketchOf(id: string, body: string): Int32Array {
  const known = sketches.get(id);
  if (known !== undefined) return known;
  const sketch = sketchText(body);
  if (sketches.size >= REMEMBERED) sketches.clear();
  sketches.set(id, sketch);
  return sketch;
}

function createCopy({ text, paragraphs, sha256, ordinal, ...row }: CopyFields): Copy {
  const body = readCopyText(text, paragraphs);
  return { ...row, body, sketch: sketchOf(row.id, body), length: body.length, key: `${sha256} ${ordinal}` };
}

async function loadCopies(kysely: Kysely<DB>, ids: readonly string[]): Promise<Copy[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<CopyFields>`SELECT a.id, a.headline, a.publisher, a.is_spun AS "isSpun", a.text,
      a.published_on::text AS "publishedOn", a.paragraphs, a.ordinal, d.sha256
    FROM article AS a JOIN source_document AS d ON d.id = a.document_id
    WHERE a.id = ANY (${ids}::text[]) ORDER BY a.id`.execute(kysely);
  return rows.map(createCopy);
}

function countShared(left: Int32Array, right: Int32Array): number {
  let shared = 0;
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    const [a, b] = [left[i] ?? 0, right[j] ?? 0];
    if (a === b) shared++;
    if (a <= b) i++;
    if (b <= a) j++;
  }
  return shared;
}

function listLinks(article: Copy, candidates: readonly Copy[]): Link[] {
  return candidates.flatMap((copy): Link[] => {
    if (countShared(article.sketch, copy.sketch) < MIN_SHARED) return [];
    const comparison = compareCopies(article.body, copy.body);
    return comparison === null ? [] : [{ copy, comparison }];
  });
}

async function markSpun(kysely: Kysely<DB>, ids: readonly string[]): Promise<void> {
  if (ids.length > 0)
    await sql`UPDATE article SET is_spun = true WHERE id = ANY (${ids}::text[])`.execute(kysely);
}

/** All articles of the clusters that some belong to. */
async function listMembers(kysely: Kysely<DB>, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`WITH head AS MATERIALIZED (
      SELECT coalesce(duplicate_of_id, id) AS id FROM article WHERE id = ANY (${ids}::text[]))
    SELECT id FROM head UNION SELECT a.id FROM article AS a JOIN head ON a.duplicate_of_id = head.id`.execute(
    kysely,
  );
  return rows.map(({ id }) => id);
}

/** Makes one cluster of the clusters that some articles belong to. */
async function formCluster(kysely: Kysely<DB>, ids: readonly string[]): Promise<void> {
  const copies = await loadCopies(kysely, await listMembers(kysely, ids));
  const best = chooseBestCopy(copies);
  for (const copy of copies) {
    const of = copy.id === best.id ? null : best.id;
    // Copies of copies may have drifted too far apart to be compared.
    const similarity = of === null ? null : (compareCopies(best.body, copy.body)?.similarity ?? null);
    await sql`UPDATE article SET duplicate_of_id = ${of}, similarity = ${similarity}
      WHERE id = ${copy.id} AND (duplicate_of_id IS DISTINCT FROM ${of} OR similarity IS DISTINCT FROM ${similarity})`.execute(
      kysely,
    );
  }
}

/** The articles of new documents as copies, without those too short to be told by a sketch. */
function listCopies(documents: readonly NewDocument[], superseded: ReadonlySet<string>): Copy[] {
  return documents
    .flatMap(({ document, articles }) =>
      articles.map(({ id, article }, ordinal) => {
        const { headline, publisher, publishedOn, text, paragraphs } = article;
        const { sha256 } = document;
        return createCopy({
          id,
          headline,
          publisher,
          publishedOn,
          text,
          paragraphs,
          sha256,
          ordinal,
          isSpun: false,
        });
      }),
    )
    .filter(({ id, sketch }) => sketch.length > 0 && !superseded.has(id));
}

/**
 * Finds the copies of the articles of documents that were just written and puts those of one release into one cluster: the best
 * copy stands for it, the others point there. The order in which copies come does not matter.
 *
 * @param superseded articles that are left out.
 * @returns the articles, new ones and others, that turned out to be spun of another.
 */
export async function linkCopies(
  kysely: Kysely<DB>,
  documents: readonly NewDocument[],
  superseded: ReadonlySet<string>,
): Promise<ReplacedArticle[]> {
  const copies = listCopies(documents, superseded);
  if (copies.length === 0) return [];
  const candidates = await findCopyCandidates(kysely, copies);
  await saveSketches(kysely, copies);
  const own = new Set(copies.map(({ id }) => id));
  const stored = await loadCopies(
    kysely,
    [...new Set(candidates.flat())].filter((id) => !own.has(id)),
  );
  const byId = new Map([...stored, ...copies].map((copy) => [copy.id, copy]));
  const known = new Set(stored.flatMap(({ id, isSpun }) => (isSpun ? id : [])));
  const spun = new Map<string, ReplacedArticle>();
  for (const [place, article] of copies.entries()) {
    const links = listLinks(
      article,
      (candidates[place] ?? []).flatMap((id) => byId.get(id) ?? []),
    );
    if (links.length === 0) continue;
    const found = links.flatMap(({ copy, comparison }) => {
      if (comparison.spun === null) return [];
      return comparison.spun === 'left' ? article.id : copy.id;
    });
    const fresh = [...new Set(found)].filter((id) => !known.has(id) && !spun.has(id));
    for (const id of fresh) spun.set(id, { id, code: 'SPUN', shownBy: article.id });
    await markSpun(kysely, fresh);
    await formCluster(kysely, [article.id, ...links.map(({ copy }) => copy.id)]);
  }
  return [...spun.values()];
}
