import type { FoundDocument } from '../documents/stream/read-documents.ts';
import type { Database } from '../store/sql/database.ts';
import { type PreparedDocument, prepareDocuments } from './ingest.ts';
import { expectGarbage, limitHeap } from './limit-heap.ts';

/** Documents that are written together. */
export interface DocumentBatch {
  readonly found: readonly FoundDocument[];
}

/**
 * Takes batches of documents into the graph, one after the other; while one is written, the next is read and extracted.
 *
 * @param write takes a batch with what is to be written of it.
 */
export async function ingestBatches<B extends DocumentBatch>(
  database: Database,
  batches: AsyncIterable<B>,
  write: (batch: B, prepared: readonly PreparedDocument[]) => Promise<void>,
): Promise<void> {
  expectGarbage();
  let writing: Promise<void> = Promise.resolve();
  try {
    for await (const batch of batches) {
      const prepared = await prepareDocuments(database, batch.found);
      await writing;
      limitHeap();
      writing = write(batch, prepared);
      // It is awaited before the next one, or at the end; until then its failure is nobody's.
      writing.catch(() => undefined);
    }
  } finally {
    await writing;
  }
}
