import { type IngestResult, ingestPrepared, prepareDocuments } from './ingest.ts';
import { addCounts, type IngestCounts, NO_COUNTS } from './ingest-counts.ts';
import { limitHeap } from './limit-heap.ts';
import { type FoundDocument, readFiles } from './read-files.ts';
import type { Database } from './store/database.ts';

/** A document that could not be read, and why. */
type Quarantined = Extract<IngestResult, { status: 'quarantined' }>;

/** What became of many documents. */
export interface IngestSummary {
  readonly ingested: number;
  readonly known: number;
  readonly quarantined: readonly Quarantined[];
  /** What all of them together added to the graph. */
  readonly counts: IngestCounts;
}

/** Called after each document. `done` counts documents from 1, `file` the file that it came from, from 1 to `files`. */
export type OnProgress = (progress: {
  readonly done: number;
  readonly file: number;
  readonly files: number;
  readonly result: IngestResult;
}) => void;

/** So many documents, or so many bytes of them, make one transaction. */
const [MAX_DOCUMENTS, MAX_BYTES] = [256, 500_000];

const sizeOf = ({ read }: FoundDocument) => ('document' in read ? read.document.bytes.length : 0);

async function* batch(documents: AsyncIterable<FoundDocument>): AsyncGenerator<FoundDocument[]> {
  let [batch, size]: [FoundDocument[], number] = [[], 0];
  for await (const document of documents) {
    batch.push(document);
    size += sizeOf(document);
    if (batch.length < MAX_DOCUMENTS && size < MAX_BYTES) continue;
    yield batch;
    [batch, size] = [[], 0];
  }
  if (batch.length > 0) yield batch;
}

/** Counts what becomes of documents. */
class Tally {
  done = 0;
  #ingested = 0;
  #counts = NO_COUNTS;
  readonly #quarantined: Quarantined[] = [];

  add(result: IngestResult): void {
    this.done += 1;
    if (result.status === 'quarantined') this.#quarantined.push(result);
    if (result.status !== 'ingested') return;
    this.#ingested += 1;
    this.#counts = addCounts(this.#counts, result.counts);
  }

  get summary(): IngestSummary {
    const known = this.done - this.#ingested - this.#quarantined.length;
    return { ingested: this.#ingested, known, quarantined: this.#quarantined, counts: this.#counts };
  }
}

/**
 * Ingests files, folders of files and standard input (`-`): a file may hold very many documents.
 *
 * Documents are written many at a time, and read on meanwhile. What cannot be read is quarantined with its reason and the rest
 * goes on.
 */
export async function ingestFiles(
  database: Database,
  paths: readonly string[],
  onProgress: OnProgress = () => undefined,
): Promise<IngestSummary> {
  const tally = new Tally();
  let writing: Promise<void> = Promise.resolve();
  const write = async (
    found: readonly FoundDocument[],
    prepared: Awaited<ReturnType<typeof prepareDocuments>>,
  ) => {
    const results = await ingestPrepared(database, prepared);
    for (const [index, result] of results.entries()) {
      tally.add(result);
      const { file = 0, files = 0 } = found[index] ?? {};
      onProgress({ done: tally.done, file, files, result });
    }
  };
  try {
    for await (const found of batch(readFiles(paths))) {
      const reads = found.map(({ read }) => read);
      const prepared = await prepareDocuments(database, reads);
      await writing;
      limitHeap();
      writing = write(found, prepared);
      // It is awaited before the next one, or at the end; until then its failure is nobody's.
      writing.catch(() => undefined);
    }
  } finally {
    await writing;
  }
  return tally.summary;
}
