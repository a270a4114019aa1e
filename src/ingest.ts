import { createHash } from 'node:crypto';
import { parseDocument } from './documents/parse-document.ts';
import type { Article, SourceDocument } from './documents/source-document.ts';
import type { ReadDocument } from './documents/stream/read-documents.ts';
import { XiezuoError } from './errors.ts';
import type { Extraction } from './extraction/claim.ts';
import { extractClaims } from './extraction/extract-claims.ts';
import { listAreas } from './extraction/lexicon/areas.ts';
import { countNew, type IngestCounts } from './ingest-counts.ts';
import type { ChangeSet } from './resolution/change-set.ts';
import type { CreateId } from './resolution/resolution-context.ts';
import { resolveClaims } from './resolution/resolve-claims.ts';
import { type EntityRef, indexEntities } from './search/index-entities.ts';
import type { Database, Transaction } from './store/database.ts';
import { linkCopies } from './store/link-copies.ts';
import { loadKnownGraph } from './store/load-known-graph.ts';
import { newId, newRowId } from './store/new-id.ts';
import { quarantineDocument } from './store/quarantine-document.ts';
import { retractFacts } from './store/retract-facts.ts';
import { saveAreas } from './store/save-areas.ts';
import { saveChanges } from './store/save-changes.ts';
import { findDocument, lockGraph, saveArticle, saveDocument } from './store/save-document.ts';
import { kyselyOf } from './store/transaction-kysely.ts';
import { distinct, listRetracted, listTouched } from './touched-entities.ts';

/** A page to ingest. */
export interface IngestInput {
  /** The file's base name. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly url?: string;
}

/** What became of a page: it is in the graph now, was there before, or could not be read. */
export type IngestResult =
  | { readonly status: 'ingested'; readonly name: string; readonly counts: IngestCounts }
  | { readonly status: 'known'; readonly name: string }
  | { readonly status: 'quarantined'; readonly name: string; readonly code: string; readonly reason: string };

/** Milliseconds that a page may wait for others' writes, and that its own may take. */
const [MAX_WAIT_MS, WRITE_TIMEOUT_MS] = [60_000, 120_000];

const createId: CreateId = (kind) => (kind === 'fact' ? newRowId() : newId(kind));

const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** What writing an article did to the graph. */
interface WrittenArticle {
  /** Null where no fact of it counts: it is a spun copy. */
  readonly changes: ChangeSet | null;
  readonly touched: readonly EntityRef[];
}

/** What comes with an article. */
interface ArticleContext {
  readonly documentId: string;
  readonly ordinal: number;
  readonly extraction: Extraction;
  readonly now: Date;
}

/** Writes an article and its facts; those of a spun copy do not count, nor those of one that it shows to be spun. */
async function writeArticle(
  tx: Transaction,
  article: Article,
  { documentId, ordinal, extraction, now }: ArticleContext,
): Promise<WrittenArticle> {
  const articleId = await saveArticle(tx, article, { documentId, ordinal, warnings: extraction.warnings });
  const { isSpun, unmasked } = await linkCopies(tx, articleId);
  const touched: EntityRef[] = [{ type: 'ARTICLE', id: articleId }];
  if (unmasked.length > 0) touched.push(...listRetracted(await retractFacts(tx, unmasked)));
  if (isSpun) return { changes: null, touched };
  const known = await loadKnownGraph(tx, extraction);
  const changes = resolveClaims({ extraction, publishedOn: article.publishedOn, known, createId });
  await saveChanges(tx, changes, { articleId, text: article.text, decidedAt: now });
  return { changes, touched: [...touched, ...listTouched(changes)] };
}

async function writeDocument(
  tx: Transaction,
  document: SourceDocument,
  extractions: readonly Extraction[],
): Promise<IngestCounts> {
  const now = new Date();
  const documentId = await saveDocument(tx, document, now);
  const written: WrittenArticle[] = [];
  for (const [ordinal, article] of document.articles.entries()) {
    const extraction = extractions[ordinal] ?? { claims: [], warnings: [] };
    written.push(await writeArticle(tx, article, { documentId, ordinal, extraction, now }));
  }
  await indexEntities(kyselyOf(tx), distinct(written.flatMap(({ touched }) => touched)));
  const all = written.flatMap(({ changes }) => changes ?? []);
  return countNew(document.articles.length, all);
}

async function ingestParsed(database: Database, document: SourceDocument): Promise<IngestResult> {
  const { name, sha256 } = document;
  if (await findDocument(database.prisma, sha256)) return { status: 'known', name };
  const extractions = document.articles.map(extractClaims);
  const counts = await database.prisma.$transaction(
    async (tx) => {
      await lockGraph(tx);
      if (await findDocument(tx, sha256)) return null;
      return writeDocument(tx, document, extractions);
    },
    { maxWait: MAX_WAIT_MS, timeout: WRITE_TIMEOUT_MS },
  );
  return counts === null ? { status: 'known', name } : { status: 'ingested', name, counts };
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

/** Brings what every database must hold before pages come: the areas that facts refer to. */
export async function prepareGraph(database: Database): Promise<void> {
  await saveAreas(database, listAreas());
}
