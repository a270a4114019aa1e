import { type FoundDocument, findDocuments } from '../documents/stream/read-documents.ts';
import { readFiles } from '../files/read-files.ts';
import type { Database } from '../store/sql/database.ts';
import { ingestPrepared } from './ingest.ts';
import { type DocumentBatch, ingestBatches } from './ingest-batches.ts';
import {
  addSummaries,
  type IngestSummary,
  NOTHING_INGESTED,
  type OnProgress,
  summarise,
} from './ingest-summary.ts';

/** So many documents, or so many bytes of them, make one transaction. */
const [MAX_DOCUMENTS, MAX_BYTES] = [256, 500_000];

const sizeOf = (found: FoundDocument) => ('error' in found ? 0 : found.bytes.length);

/** What is found is a view of what was read of the file, which is read on. */
const keep = (found: FoundDocument): FoundDocument =>
  'error' in found ? found : { ...found, bytes: new Uint8Array(found.bytes) };

/** Documents of files, and how much of all files is read with them: null where one file holds all. */
interface FileBatch extends DocumentBatch {
  readonly share: number | null;
}

async function* batchFiles(paths: readonly string[]): AsyncGenerator<FileBatch> {
  let found: FoundDocument[] = [];
  let size = 0;
  let share: number | null = null;
  for await (const { read, file, files } of readFiles(paths, findDocuments)) {
    found.push(keep(read));
    size += sizeOf(read);
    share = files > 1 ? file / files : null;
    if (found.length < MAX_DOCUMENTS && size < MAX_BYTES) continue;
    yield { found, share };
    [found, size] = [[], 0];
  }
  if (found.length > 0) yield { found, share };
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
