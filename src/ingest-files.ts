import { basename } from 'node:path';
import { XiezuoError } from './errors.ts';
import { type IngestCounts, type IngestResult, ingestDocument, quarantine } from './ingest.ts';
import { listFiles } from './list-files.ts';
import { readBytes } from './read-bytes.ts';
import type { Database } from './store/database.ts';

/** What became of many files. */
export interface IngestSummary {
  readonly ingested: number;
  readonly known: number;
  readonly quarantined: readonly Extract<IngestResult, { status: 'quarantined' }>[];
  /** What all of them together added to the graph. */
  readonly counts: IngestCounts;
}

/** Called after each file. `done` counts from 1 to `total`. */
export type OnProgress = (progress: {
  readonly done: number;
  readonly total: number;
  readonly result: IngestResult;
}) => void;

const nothing: IngestCounts = { articles: 0, meetings: 0, people: 0, organisations: 0, agreements: 0 };

function addCounts(left: IngestCounts, right: IngestCounts): IngestCounts {
  return {
    articles: left.articles + right.articles,
    meetings: left.meetings + right.meetings,
    people: left.people + right.people,
    organisations: left.organisations + right.organisations,
    agreements: left.agreements + right.agreements,
  };
}

async function ingestFile(database: Database, path: string): Promise<IngestResult> {
  const name = basename(path);
  let bytes: Uint8Array;
  try {
    bytes = await readBytes(path);
  } catch (error) {
    if (error instanceof XiezuoError) return quarantine(database, name, error);
    throw error;
  }
  return ingestDocument(database, { name, bytes });
}

/**
 * Ingests files and folders of files, one document after the other.
 *
 * What cannot be read is quarantined with its reason and the rest goes on.
 */
export async function ingestFiles(
  database: Database,
  paths: readonly string[],
  onProgress: OnProgress = () => undefined,
): Promise<IngestSummary> {
  const files = await listFiles(paths);
  const results: IngestResult[] = [];
  for (const file of files) {
    const result =
      'error' in file
        ? await quarantine(database, basename(file.path), file.error)
        : await ingestFile(database, file.path);
    results.push(result);
    onProgress({ done: results.length, total: files.length, result });
  }
  return {
    ingested: results.filter(({ status }) => status === 'ingested').length,
    known: results.filter(({ status }) => status === 'known').length,
    quarantined: results.filter((result) => result.status === 'quarantined'),
    counts: results.reduce(
      (sum, result) => (result.status === 'ingested' ? addCounts(sum, result.counts) : sum),
      nothing,
    ),
  };
}
