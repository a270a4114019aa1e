import { fileURLToPath } from 'node:url';
import { ingestFiles } from '../src/ingest/ingest-files.ts';
import type { IngestSummary } from '../src/ingest/ingest-summary.ts';
import type { Database } from '../src/store/sql/database.ts';

/** Ingests the pages of `seed/documents/` that are not in the graph yet. */
export function seed(database: Database): Promise<IngestSummary> {
  return ingestFiles(database, [fileURLToPath(new URL('documents/', import.meta.url))]);
}
