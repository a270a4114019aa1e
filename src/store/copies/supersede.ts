import { type Kysely, sql } from 'kysely';
import { readCopyText } from '../../documents/copies/copy-text.ts';
import { sketchText } from '../../documents/copies/sketch-text.ts';
import type { DB } from '../../generated/kysely/database.ts';
import type { NewDocument } from '../documents/save-documents.ts';
import { deleteSketches } from './find-copy-candidates.ts';
import { isSameName, isSamePlace, isVersion, type Version } from './is-version.ts';
import type { ReplacedArticle } from './replaced-article.ts';

/** Of pages of one name so many, the newest, are looked at: a mirror of a site may hold thousands of index.html. */
const MAX_SAME_NAME = 100;

/** A name and what it ends with: `a/b.html`, `b.html`. From another folder on the same page has one of these names. */
function listEnds(name: string): string[] {
  const parts = name.split('/');
  return parts.map((_, index) => parts.slice(index).join('/'));
}

/** A name, and whether the page that is looked for by it has an address. */
type SoughtName = readonly [name: string, hasUrl: boolean];

/** SQL of names as a table, each once. */
const namesOf = (sought: readonly SoughtName[]) =>
  sql`(SELECT DISTINCT * FROM unnest(${sought.map(([name]) => name)}::text[], ${sought.map(([, hasUrl]) => hasUrl)}::boolean[])
    AS page(name, has_url)) AS new`;

/**
 * The stored articles, superseded ones left out, of pages that have the address or the name of new ones, or a name of which one ends as
 * the other is called. Longer names are found by their index from the end on.
 */
async function loadVersions(kysely: Kysely<DB>, documents: readonly NewDocument[]): Promise<Version[]> {
  const ids = documents.map(({ id }) => id);
  const urls = documents.flatMap(({ document }) => document.url ?? []);
  const own = documents.map(({ document: { name, url } }): SoughtName => [name, url !== null]);
  const ends = own.flatMap(([name, hasUrl]) => listEnds(name).map((end): SoughtName => [end, hasUrl]));
  const { rows } = await sql<Version>`
    WITH place AS MATERIALIZED (
      SELECT id FROM source_document WHERE url = ANY (${urls}::text[])
      UNION SELECT near.id FROM ${namesOf(ends)}
        CROSS JOIN LATERAL (SELECT d.id FROM source_document AS d
          WHERE d.name = new.name AND (d.url IS NULL OR NOT new.has_url) AND d.id <> ALL (${ids}::text[])
          ORDER BY d.id DESC LIMIT ${sql.lit(MAX_SAME_NAME)}) AS near
      UNION SELECT near.id FROM ${namesOf(own)}
        CROSS JOIN LATERAL (SELECT d.id FROM source_document AS d
          WHERE reverse(d.name) COLLATE "C" >= reverse(new.name) || '/' AND reverse(d.name) COLLATE "C" < reverse(new.name) || '0'
            AND d.url IS NULL AND d.id <> ALL (${ids}::text[])
          ORDER BY reverse(d.name) COLLATE "C" LIMIT ${sql.lit(MAX_SAME_NAME)}) AS near)
    SELECT a.id, a.ordinal, a.headline, a.text, a.paragraphs, a.published_on::text AS "publishedOn", d.name, d.url
    FROM place JOIN source_document AS d ON d.id = place.id JOIN article AS a ON a.document_id = d.id
    WHERE a.superseded_by_id IS NULL AND d.id <> ALL (${ids}::text[]) ORDER BY d.id, a.ordinal`.execute(
    kysely,
  );
  return rows;
}

const versionsOf = ({ document, articles }: NewDocument): Version[] =>
  articles.map(({ id, article: { headline, text, paragraphs, publishedOn } }, ordinal) => ({
    id,
    ordinal,
    headline,
    text,
    paragraphs,
    publishedOn,
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
 * A page is the same page by its URL; without one by its name, if its text is much the same: see `isVersion`.
 *
 * @returns the articles of earlier versions.
 */
export async function supersedeVersions(
  kysely: Kysely<DB>,
  documents: readonly NewDocument[],
): Promise<ReplacedArticle[]> {
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
  return superseded.map(({ old, next }) => ({ id: old.id, code: 'SUPERSEDED', shownBy: next }));
}
