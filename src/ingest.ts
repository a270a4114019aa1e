import { createHash } from 'node:crypto';
import { parseDocument } from './documents/parse-document.ts';
import type { SourceDocument } from './documents/source-document.ts';
import type { ReadDocument } from './documents/stream/read-documents.ts';
import { XiezuoError } from './errors.ts';
import { extractClaims } from './extraction/extract-claims.ts';
import { listAreas } from './extraction/lexicon/areas.ts';
import type { IngestCounts } from './ingest-counts.ts';
import { reingest } from './reingest.ts';
import type { Database } from './store/database.ts';
import { quarantineDocument } from './store/quarantine-document.ts';
import { saveAreas } from './store/save-areas.ts';
import { findDocument, lockGraph } from './store/save-document.ts';
import { countStaleArticles } from './store/stale-articles.ts';
import { writeDocument } from './write-document.ts';

/** A page to ingest. */
export interface IngestInput {
  /** The file's base name. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly url?: string;
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

/** Milliseconds that a page may wait for others' writes, and that its own may take. */
const [MAX_WAIT_MS, WRITE_TIMEOUT_MS] = [60_000, 120_000];

const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function ingestParsed(database: Database, document: SourceDocument): Promise<IngestResult> {
  const { name, sha256 } = document;
  if (await findDocument(database.prisma, sha256)) return { status: 'known', name, sha256 };
  const extractions = document.articles.map(extractClaims);
  const counts = await database.prisma.$transaction(
    async (tx) => {
      await lockGraph(tx);
      if (await findDocument(tx, sha256)) return null;
      return writeDocument(tx, { document, extractions });
    },
    { maxWait: MAX_WAIT_MS, timeout: WRITE_TIMEOUT_MS },
  );
  return counts === null ? { status: 'known', name, sha256 } : { status: 'ingested', name, sha256, counts };
}

/** Keeps a page that could not be read, with the reason. */
async function quarantine(
  database: Database,
  { name, error, bytes }: Extract<ReadDocument, { error: XiezuoError }>,
): Promise<IngestResult> {
  const { code, message: reason } = error;
  const content = bytes === null ? null : { bytes, sha256: sha256Of(bytes) };
  await quarantineDocument(database, { name, content, code, reason }, new Date());
  return { status: 'quarantined', name, code, reason };
}

/**
 * Takes a document that was read through the rest of the pipeline into the graph, in one transaction: all of it or
 * nothing. The same bytes again change nothing. What could not be read is quarantined with its reason.
 */
export function ingestRead(database: Database, read: ReadDocument): Promise<IngestResult> {
  return 'document' in read ? ingestParsed(database, read.document) : quarantine(database, read);
}

/** Reads a page and ingests it, as `ingestRead` does. */
export function ingestDocument(database: Database, input: IngestInput): Promise<IngestResult> {
  return ingestRead(database, readInput(input));
}

function readInput({ name, bytes, url }: IngestInput): ReadDocument {
  try {
    return { document: parseDocument(bytes, name, url === undefined ? {} : { url }) };
  } catch (error) {
    if (error instanceof XiezuoError) return { name, error, bytes };
    throw error;
  }
}

/**
 * Brings what every database must hold before pages come: the areas that facts refer to, and the facts of pages that were
 * stored before their claims were.
 */
export async function prepareGraph(database: Database): Promise<void> {
  await saveAreas(database, listAreas());
  if ((await countStaleArticles(database.prisma, 1)) > 0) await reingest(database);
}
