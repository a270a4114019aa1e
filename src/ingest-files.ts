import { type ReadDocument, readDocuments } from './documents/stream/read-documents.ts';
import { ingestPrepared } from './ingest.ts';
import { type DocumentBatch, ingestBatches } from './ingest-batches.ts';
import {
  addSummaries,
  type IngestSummary,
  NOTHING_INGESTED,
  type OnProgress,
  summarise,
} from './ingest-summary.ts';
import { readFiles } from './read-files.ts';
import type { Database } from './store/database.ts';

/** So many documents, or so many bytes of them, make one transaction. */
const [MAX_DOCUMENTS, MAX_BYTES] = [256, 500_000];

const sizeOf = (read: ReadDocument) => ('document' in read ? read.document.bytes.length : 0);

/** Documents of files, and how much of all files is read with them: null where one file holds all. */
interface FileBatch extends DocumentBatch {
  readonly share: number | null;
}

async function* batchFiles(paths: readonly string[]): AsyncGenerator<FileBatch> {
  let reads: ReadDocument[] = [];
  let size = 0;
  let share: number | null = null;
  for await (const { read, file, files } of readFiles(paths, readDocuments)) {
    reads.push(read);
    size += sizeOf(read);
    share = files > 1 ? file / files : null;
    if (reads.length < MAX_DOCUMENTS && size < MAX_BYTES) continue;
    yield { reads, share };
    [reads, size] = [[], 0];
  }
  if (reads.length > 0) yield { reads, share };
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
  let summary = NOTHING_INGESTED;
  let done = 0;
  await ingestBatches(database, batchFiles(paths), async ({ share }, prepared) => {
    for (const result of await ingestPrepared(database, prepared)) {
      summary = addSummaries(summary, summarise(result));
      done += 1;
      onProgress({ done, share, result });
    }
  });
  return summary;
}
