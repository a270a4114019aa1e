import { type IngestResult, ingestRead } from './ingest.ts';
import { addCounts, type IngestCounts, NO_COUNTS } from './ingest-counts.ts';
import { readFiles } from './read-files.ts';
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

/**
 * Ingests files, folders of files and standard input (`-`), one document after the other: a file may hold very many.
 *
 * What cannot be read is quarantined with its reason and the rest goes on.
 */
export async function ingestFiles(
  database: Database,
  paths: readonly string[],
  onProgress: OnProgress = () => undefined,
): Promise<IngestSummary> {
  const quarantined: Quarantined[] = [];
  let [done, ingested, counts] = [0, 0, NO_COUNTS];
  for await (const { read, file, files } of readFiles(paths)) {
    const result = await ingestRead(database, read);
    done += 1;
    if (result.status === 'quarantined') quarantined.push(result);
    if (result.status === 'ingested') {
      ingested += 1;
      counts = addCounts(counts, result.counts);
    }
    onProgress({ done, file, files, result });
  }
  return { ingested, known: done - ingested - quarantined.length, quarantined, counts };
}
