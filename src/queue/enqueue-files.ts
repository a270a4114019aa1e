import { findDocuments, type RawDocument } from '../documents/stream/read-documents.ts';
import { readFiles } from '../files/read-files.ts';
import { ingestPrepared } from '../ingest/ingest.ts';
import {
  addSummaries,
  type IngestSummary,
  NOTHING_INGESTED,
  type OnProgress,
  summarise,
} from '../ingest/ingest-summary.ts';
import type { Database } from '../store/sql/database.ts';
import type { PageQueue } from './page-queue.ts';

/** So many pages, or bytes of them, are kept until they are put into the queue. */
const [MAX_PAGES, MAX_BYTES] = [1_000, 4_000_000];

/** What was put into a queue. */
export interface EnqueueSummary {
  readonly queued: number;
  /** What became of files of which not even the bytes could be had. */
  readonly unread: IngestSummary;
}

/**
 * Puts the documents of files, folders and standard input (`-`) into a queue, unread. Files that cannot be opened or unpacked are
 * quarantined with their reason.
 *
 * @param onUnread is told of each of those.
 */
export async function enqueueFiles(
  database: Database,
  { queue, paths }: { readonly queue: PageQueue; readonly paths: readonly string[] },
  onUnread: OnProgress,
): Promise<EnqueueSummary> {
  let [queued, unread, size] = [0, NOTHING_INGESTED, 0];
  let pages: RawDocument[] = [];
  const flush = async () => {
    await queue.add(pages);
    queued += pages.length;
    [pages, size] = [[], 0];
  };
  for await (const { read } of readFiles(paths, findDocuments)) {
    if ('error' in read) {
      const [result] = await ingestPrepared(database, [read]);
      if (result === undefined) throw new Error('A page has a result.');
      unread = addSummaries(unread, summarise(result));
      onUnread({ done: unread.quarantined, share: null, result });
      continue;
    }
    pages.push(read);
    size += read.bytes.length;
    if (pages.length >= MAX_PAGES || size >= MAX_BYTES) await flush();
  }
  await flush();
  return { queued, unread };
}
