import { type Kysely, sql } from 'kysely';
import { readCopyText } from '../documents/copies/copy-text.ts';
import { sketchText } from '../documents/copies/sketch-text.ts';
import type { Paragraph } from '../documents/source-document.ts';
import type { DB } from '../generated/kysely/database.ts';
import { deleteSketches } from './find-copy-candidates.ts';
import type { NewDocument } from './save-documents.ts';

/** Part of the sentences of the shorter text that two versions of a page have in common at least. */
const SHARED_PART = 0.3;

/** Sentences too short to tell a page. */
const MIN_SENTENCE = 6;

/** Of pages of one name so many, the newest, are looked at: a mirror of a site may hold thousands of index.html. */
const MAX_SAME_NAME = 100;

/** An article, as versions of a page are told by. */
interface Version {
  readonly id: string;
  readonly ordinal: number;
  readonly headline: string | null;
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  /** Of its page. */
  readonly name: string;
  readonly url: string | null;
}

type Page = Pick<Version, 'name' | 'url'>;

const isSamePlace = (left: Page, right: Page) => left.url !== null && left.url === right.url;

const isSameName = (left: Page, right: Page) =>
  left.name === right.name && (left.url === null || right.url === null);

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

/** The stored articles, superseded ones left out, of pages that have the address or the name of new ones. */
async function loadVersions(kysely: Kysely<DB>, documents: readonly NewDocument[]): Promise<Version[]> {
  const ids = documents.map(({ id }) => id);
  const names = documents.map(({ document }) => document.name);
  const urls = documents.map(({ document }) => document.url);
  const { rows } = await sql<Version>`
    WITH place AS MATERIALIZED (
      SELECT id FROM source_document WHERE url = ANY (${urls.filter((url) => url !== null)}::text[])
      UNION SELECT near.id FROM (SELECT DISTINCT * FROM unnest(${names}::text[], ${urls.map((url) => url !== null)}::boolean[])
          AS page(name, has_url)) AS new
        CROSS JOIN LATERAL (SELECT d.id FROM source_document AS d
          WHERE d.name = new.name AND (d.url IS NULL OR NOT new.has_url) AND d.id <> ALL (${ids}::text[])
          ORDER BY d.id DESC LIMIT ${sql.lit(MAX_SAME_NAME)}) AS near)
    SELECT a.id, a.ordinal, a.headline, a.text, a.paragraphs, d.name, d.url
    FROM place JOIN source_document AS d ON d.id = place.id JOIN article AS a ON a.document_id = d.id
    WHERE a.superseded_by_id IS NULL AND d.id <> ALL (${ids}::text[]) ORDER BY d.id, a.ordinal`.execute(
    kysely,
  );
  return rows;
}

const versionsOf = ({ document, articles }: NewDocument): Version[] =>
  articles.map(({ id, article: { headline, text, paragraphs } }, ordinal) => ({
    id,
    ordinal,
    headline,
    text,
    paragraphs,
    name: document.name,
    url: document.url,
  }));

/** A version, and the article that takes its place. */
interface Superseded {
  readonly old: Version;
  readonly next: string;
}

function findHeirs(own: readonly Version[], earlier: readonly Version[]): Superseded[] {
  const [page] = own;
  if (page === undefined) return [];
  return earlier.flatMap((old) => {
    const isHere = isSamePlace(page, old);
    if (!isHere && !isSameName(page, old)) return [];
    const heir = own.find((article) => isVersion(old, article));
    if (!heir && !isHere) return [];
    const next = heir ?? own.find(({ ordinal }) => ordinal === old.ordinal) ?? page;
    return [{ old, next: next.id }];
  });
}

async function markSuperseded(kysely: Kysely<DB>, superseded: readonly Superseded[]): Promise<void> {
  for (const { old, next } of superseded) {
    await sql`UPDATE article SET superseded_by_id = ${next} WHERE id = ${old.id}`.execute(kysely);
    // The copies of an old version are copies of the new one; the old one is a copy of nothing any more.
    await sql`UPDATE article SET duplicate_of_id = ${next} WHERE duplicate_of_id = ${old.id}`.execute(kysely);
  }
  await deleteSketches(
    kysely,
    superseded.map(({ old: { id, text, paragraphs } }) => ({
      id,
      sketch: sketchText(readCopyText(text, paragraphs)),
    })),
  );
}

/**
 * Finds the articles of earlier versions of pages that were just written, and marks them as superseded by the new ones.
 * Of pages of one place in the list the later one is the newer.
 *
 * A page is the same page by its URL; without one by its name, if its text is much the same.
 *
 * @returns the ids of the articles on which the graph is to rest no more.
 */
export async function supersedeVersions(
  kysely: Kysely<DB>,
  documents: readonly NewDocument[],
): Promise<string[]> {
  const current = new Map((await loadVersions(kysely, documents)).map((version) => [version.id, version]));
  const superseded: Superseded[] = [];
  for (const document of documents) {
    const own = versionsOf(document);
    const found = findHeirs(own, [...current.values()]);
    for (const { old } of found) current.delete(old.id);
    for (const version of own) current.set(version.id, version);
    superseded.push(...found);
  }
  await markSuperseded(kysely, superseded);
  return superseded.map(({ old }) => old.id);
}
