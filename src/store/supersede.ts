import { type Kysely, sql } from 'kysely';
import type { DB } from '../generated/kysely/database.ts';

/** Part of the sentences of the shorter text that two versions of a page have in common at least. */
const SHARED_PART = 0.3;

/** Sentences too short to tell a page. */
const MIN_SENTENCE = 6;

/** A stored article, as versions of a page are told by. */
interface Version {
  readonly id: string;
  readonly documentId: string;
  readonly ordinal: number;
  readonly headline: string | null;
  readonly text: string;
  /** Whether the page has the very address of the new one. */
  readonly isSamePlace: boolean;
}

function sentencesOf(text: string): Set<string> {
  return new Set(text.split(/[。！？；\n]/).filter((sentence) => sentence.length >= MIN_SENTENCE));
}

/** Whether two articles are versions of one: files of one name, such as index.html, need not be. */
function isVersion(left: Version, right: Version): boolean {
  if (left.headline !== null && left.headline === right.headline) return true;
  const [a, b] = [sentencesOf(left.text), sentencesOf(right.text)];
  const shared = [...a].filter((sentence) => b.has(sentence)).length;
  return shared > 0 && shared >= SHARED_PART * Math.min(a.size, b.size);
}

async function loadVersions(kysely: Kysely<DB>, documentId: string): Promise<Version[]> {
  const { rows } =
    await sql<Version>`SELECT a.id, a.document_id AS "documentId", a.ordinal, a.headline, a.text,
      coalesce(d.url = new.url, false) AS "isSamePlace"
    FROM source_document AS new JOIN source_document AS d ON d.id = new.id OR d.url = new.url
      OR (d.name = new.name AND (d.url IS NULL OR new.url IS NULL))
    JOIN article AS a ON a.document_id = d.id
    WHERE new.id = ${documentId} AND a.superseded_by_id IS NULL ORDER BY a.document_id, a.ordinal`.execute(
      kysely,
    );
  return rows;
}

/**
 * Finds the articles of earlier versions of a page that was just written, and marks them as superseded by the new ones.
 *
 * A page is the same page by its URL; without one by its name, if its text is much the same.
 *
 * @returns the ids of the articles on which the graph is to rest no more.
 */
export async function supersedeVersions(kysely: Kysely<DB>, documentId: string): Promise<string[]> {
  const versions = await loadVersions(kysely, documentId);
  const own = versions.filter((version) => version.documentId === documentId);
  const old = versions.filter((version) => version.documentId !== documentId);
  const superseded = old.flatMap((version) => {
    const heir = own.find((article) => isVersion(version, article));
    if (!heir && !version.isSamePlace) return [];
    const next = heir ?? own.find(({ ordinal }) => ordinal === version.ordinal) ?? own[0];
    return next ? { id: version.id, next: next.id } : [];
  });
  for (const { id, next } of superseded) {
    await sql`UPDATE article SET superseded_by_id = ${next} WHERE id = ${id}`.execute(kysely);
    // The copies of an old version are copies of the new one; the old one is a copy of nothing any more.
    await sql`UPDATE article SET duplicate_of_id = ${next} WHERE duplicate_of_id = ${id}`.execute(kysely);
    await sql`DELETE FROM article_shingle WHERE article_id = ${id}`.execute(kysely);
  }
  return superseded.map(({ id }) => id);
}
