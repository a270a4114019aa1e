import { subtle } from 'node:crypto';
import type { CivilDate, SourceDocument } from '../documents/model/source-document.ts';
import type { FoundDocument, RawDocument, UnreadDocument } from '../documents/stream/read-documents.ts';
import { listAreas } from '../extraction/lexicon/areas.ts';
import { completeEntries } from '../search/index/complete-entries.ts';
import { findDocuments, findQuarantined } from '../store/documents/find-documents.ts';
import { quarantineDocument } from '../store/documents/quarantine-document.ts';
import { saveAreas } from '../store/documents/save-areas.ts';
import { countStaleArticles } from '../store/documents/stale-articles.ts';
import type { Database } from '../store/sql/database.ts';
import { isUnreachable } from '../store/sql/is-unreachable.ts';
import { lockGraph } from '../store/sql/lock-graph.ts';
import { runPipelined } from '../store/sql/pipelined.ts';
import { completeKeywords } from './complete-keywords.ts';
import { extractDocuments } from './extract-documents.ts';
import type { IngestCounts } from './ingest-counts.ts';
import { reingest } from './reingest.ts';
import { type ExtractedDocument, type WrittenCounts, writeDocuments } from './write-documents.ts';

/** A page to ingest. */
export interface IngestInput {
  /** The file's name, with the folders that tell it from others of the name: `2021/index.html`. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly url?: string;
  /** The day of publication, where the caller knows it. */
  readonly publishedOn?: CivilDate;
}

/** What became of a page: it is in the graph now, was there before, or could not be read. */
export type IngestResult =
  | {
      readonly status: 'ingested';
      readonly name: string;
      readonly sha256: string;
      readonly counts: IngestCounts;
    }
  | { readonly status: 'known'; readonly name: string; readonly sha256: string }
  | { readonly status: 'quarantined'; readonly name: string; readonly code: string; readonly reason: string };

async function sha256Of(bytes: Uint8Array): Promise<string> {
  return Buffer.from(await subtle.digest('SHA-256', bytes)).toString('hex');
}

/** A document that was read, with what is in it where that is not known yet, and is to be written. */
export type PreparedDocument =
  | ExtractedDocument
  | { readonly known: { readonly name: string; readonly sha256: string } }
  | UnreadDocument;

/** Keeps a page that could not be read, with the reason. */
async function quarantine(database: Database, { name, error, bytes }: UnreadDocument): Promise<IngestResult> {
  const { code, message: reason } = error;
  const content = bytes === null ? null : { bytes, sha256: await sha256Of(bytes) };
  await quarantineDocument(database, { name, content, code, reason }, new Date());
  return { status: 'quarantined', name, code, reason };
}

/** Reads documents that were found, and extracts what they say, but those that are stored already. */
export async function prepareDocuments(
  database: Database,
  found: readonly FoundDocument[],
): Promise<PreparedDocument[]> {
  const raw = found.filter((one): one is RawDocument => !('error' in one));
  const sums = new Map(await Promise.all(raw.map(async (one) => [one, await sha256Of(one.bytes)] as const)));
  const stored = await findDocuments(database.kysely, [...sums.values()]);
  const known = new Map([...sums].filter(([, sha256]) => stored.has(sha256)));
  const read = (await extractDocuments(raw.filter((one) => !known.has(one)))).values();
  return found.map((one) => {
    if ('error' in one) return one;
    const sha256 = known.get(one);
    if (sha256 !== undefined) return { known: { name: one.name, sha256 } };
    const { value } = read.next();
    if (value === undefined) throw new Error('Each page is read.');
    return value;
  });
}

/** Writes documents in one transaction, but those that are stored already. Gives what each of the others added. */
function writeTogether(database: Database, documents: readonly ExtractedDocument[]): Promise<WrittenCounts> {
  return runPipelined(database.kysely, async (kysely) => {
    await lockGraph(kysely, database);
    const sums = documents.map(({ document }) => document.sha256);
    const seen = await findDocuments(kysely, sums);
    const fresh = documents.filter(({ document: { sha256 } }) => !seen.has(sha256) && seen.add(sha256));
    return writeDocuments(kysely, fresh);
  });
}

/** A document that could not be written, and why. */
interface Unwritten {
  readonly name: string;
  readonly error: unknown;
}

/** The error of documents that could not be written: it names all of them, and says of the first why. */
function createUnwrittenError(failed: readonly [Unwritten, ...Unwritten[]]): Error {
  const [{ error }] = failed;
  const reason = error instanceof Error ? error.message : String(error);
  const names = failed.map(({ name }) => name).join(', ');
  return new Error(`${reason.trimEnd()} (of ${names})`, { cause: error });
}

/** Writes documents one by one: those that fail do not keep the others from being written. @throws one error that names them. */
async function writeApart(
  database: Database,
  documents: readonly ExtractedDocument[],
): Promise<WrittenCounts> {
  const counts: (readonly [SourceDocument, IngestCounts])[] = [];
  const failed: Unwritten[] = [];
  for (const document of documents) {
    try {
      counts.push(...(await writeTogether(database, [document])));
    } catch (error) {
      if (isUnreachable(error)) throw error;
      failed.push({ name: document.document.name, error });
    }
  }
  const [first, ...others] = failed;
  if (first !== undefined) throw createUnwrittenError([first, ...others]);
  return new Map(counts);
}

/** Writes documents together; where one of them makes that fail, each for itself. */
async function writeAll(database: Database, documents: readonly ExtractedDocument[]): Promise<WrittenCounts> {
  if (documents.length === 0) return new Map();
  try {
    return await writeTogether(database, documents);
  } catch (error) {
    if (documents.length === 1 || isUnreachable(error)) throw error;
    return writeApart(database, documents);
  }
}

/**
 * Takes documents through the rest of the pipeline into the graph, in one transaction: of each all or nothing. The same bytes
 * again change nothing. What could not be read is quarantined with its reason.
 *
 * @returns what became of each, in their order.
 * @throws what made a document fail, after the others were written.
 */
export async function ingestPrepared(
  database: Database,
  prepared: readonly PreparedDocument[],
): Promise<IngestResult[]> {
  const documents = prepared.filter((one): one is ExtractedDocument => 'document' in one);
  const written = await writeAll(database, documents);
  const results: IngestResult[] = [];
  for (const one of prepared) {
    if ('error' in one) {
      results.push(await quarantine(database, one));
      continue;
    }
    const { name, sha256 } = 'known' in one ? one.known : one.document;
    // What was not written was stored in the meantime, or stands twice among these.
    const counts = 'known' in one ? undefined : written.get(one.document);
    results.push(
      counts === undefined ? { status: 'known', name, sha256 } : { status: 'ingested', name, sha256, counts },
    );
  }
  return results;
}

/** Whether a page is in the graph, or in quarantine with a reason, under whatever name. */
export async function isKept({ kysely }: Database, bytes: Uint8Array): Promise<boolean> {
  const sums = [await sha256Of(bytes)];
  return (await findDocuments(kysely, sums)).size + (await findQuarantined(kysely, sums)).size > 0;
}

/** Reads a page and ingests it. */
export async function ingestDocument(database: Database, input: IngestInput): Promise<IngestResult> {
  const { name, bytes, ...options } = input;
  const page: RawDocument = { name, kind: 'page', bytes, options };
  const [result] = await ingestPrepared(database, await prepareDocuments(database, [page]));
  if (result === undefined) throw new Error('A page has a result.');
  return result;
}

/**
 * Brings what every database must hold before pages come: the areas that facts refer to, and the facts and keywords of pages that were
 * stored before their claims and keywords were, and entries of the search index as this version writes them.
 */
export async function prepareGraph(database: Database): Promise<void> {
  await saveAreas(database, listAreas());
  if ((await countStaleArticles(database.kysely, 1)) > 0) await reingest(database);
  await completeKeywords(database);
  await completeEntries(database);
}
