import { createHash } from 'node:crypto';
import { parseDocument } from './documents/parse-document.ts';
import type { SourceDocument } from './documents/source-document.ts';
import { XiezuoError } from './errors.ts';
import type { Extraction } from './extraction/claim.ts';
import { extractClaims } from './extraction/extract-claims.ts';
import { listAreas } from './extraction/lexicon/areas.ts';
import type { ChangeSet } from './resolution/change-set.ts';
import type { CreateId } from './resolution/resolution-context.ts';
import { resolveClaims } from './resolution/resolve-claims.ts';
import { type EntityRef, indexEntities } from './search/index-entities.ts';
import type { Database, Transaction } from './store/database.ts';
import { loadKnownGraph } from './store/load-known-graph.ts';
import { newId, newRowId } from './store/new-id.ts';
import { quarantineDocument } from './store/quarantine-document.ts';
import { saveAreas } from './store/save-areas.ts';
import { saveChanges } from './store/save-changes.ts';
import { findDocument, lockGraph, saveArticle, saveDocument } from './store/save-document.ts';
import { kyselyOf } from './store/transaction-kysely.ts';

/** A page to ingest. */
export interface IngestInput {
  /** The file's base name. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly url?: string;
}

/** How many entities a page added to the graph. */
export interface IngestCounts {
  readonly articles: number;
  readonly meetings: number;
  readonly people: number;
  readonly organisations: number;
  readonly agreements: number;
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

/** The entities whose text changed, for the search index. */
function listTouched(changes: ChangeSet): EntityRef[] {
  const ref = (type: EntityRef['type'], ids: readonly string[]) => ids.map((id) => ({ type, id }));
  return [
    ...ref(
      'MEETING',
      [...changes.newMeetings, ...changes.grownMeetings].map(({ id }) => id),
    ),
    ...ref(
      'MEETING',
      [...changes.newPlaces, ...changes.newSessions].map(({ meetingId }) => meetingId),
    ),
    ...ref('PERSON', [
      ...changes.newPeople.map(({ id }) => id),
      ...changes.newPositions.map(({ personId }) => personId),
    ]),
    ...ref(
      'ORGANISATION',
      [...changes.newOrganisations, ...changes.grownOrganisations].map(({ id }) => id),
    ),
    ...ref(
      'AGREEMENT',
      [...changes.newAgreements, ...changes.grownAgreements].map(({ id }) => id),
    ),
    ...ref(
      'AGREEMENT',
      changes.newSignatures.map(({ agreementId }) => agreementId),
    ),
  ];
}

function distinct(refs: readonly EntityRef[]): EntityRef[] {
  return [...new Map(refs.map((ref) => [ref.id, ref])).values()];
}

async function writeDocument(
  tx: Transaction,
  document: SourceDocument,
  extractions: readonly Extraction[],
): Promise<IngestCounts> {
  const now = new Date();
  const documentId = await saveDocument(tx, document, now);
  const all: ChangeSet[] = [];
  const touched: EntityRef[] = [];
  for (const [ordinal, article] of document.articles.entries()) {
    const extraction = extractions[ordinal] ?? { claims: [], warnings: [] };
    const articleId = await saveArticle(tx, article, { documentId, ordinal, warnings: extraction.warnings });
    const known = await loadKnownGraph(tx, extraction);
    const changes = resolveClaims({ extraction, publishedOn: article.publishedOn, known, createId });
    await saveChanges(tx, changes, { articleId, text: article.text, decidedAt: now });
    all.push(changes);
    touched.push({ type: 'ARTICLE', id: articleId }, ...listTouched(changes));
  }
  await indexEntities(kyselyOf(tx), distinct(touched));
  const sum = (count: (changes: ChangeSet) => number) =>
    all.reduce((total, changes) => total + count(changes), 0);
  return {
    articles: document.articles.length,
    meetings: sum(({ newMeetings }) => newMeetings.length),
    people: sum(({ newPeople }) => newPeople.length),
    organisations: sum(({ newOrganisations }) => newOrganisations.length),
    agreements: sum(({ newAgreements }) => newAgreements.length),
  };
}

async function ingestRead(database: Database, document: SourceDocument): Promise<IngestResult> {
  const { name, sha256 } = document;
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

/**
 * Keeps a page that could not even be opened, or not be read, with the reason.
 *
 * @param content null where there are no bytes.
 */
export async function quarantine(
  database: Database,
  name: string,
  error: XiezuoError,
  bytes: Uint8Array | null = null,
): Promise<IngestResult> {
  const { code, message: reason } = error;
  const content = bytes === null ? null : { bytes, sha256: sha256Of(bytes) };
  await quarantineDocument(database, { name, content, code, reason }, new Date());
  return { status: 'quarantined', name, code, reason };
}

/**
 * Takes a page through the whole pipeline into the graph, in one transaction: all of it or nothing.
 *
 * The same bytes again change nothing. A page that cannot be read is quarantined with its reason.
 */
export async function ingestDocument(database: Database, input: IngestInput): Promise<IngestResult> {
  const { name, bytes, url } = input;
  if (await findDocument(database.prisma, sha256Of(bytes))) return { status: 'known', name };
  let document: SourceDocument;
  try {
    document = parseDocument(bytes, name, url === undefined ? {} : { url });
  } catch (error) {
    if (error instanceof XiezuoError) return quarantine(database, name, error, bytes);
    throw error;
  }
  return ingestRead(database, document);
}

/** Brings what every database must hold before pages come: the areas that facts refer to. */
export async function prepareGraph(database: Database): Promise<void> {
  await saveAreas(database, listAreas());
}
