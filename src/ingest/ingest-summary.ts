import type { IngestResult } from './ingest.ts';
import { addCounts, type IngestCounts, NO_COUNTS } from './ingest-counts.ts';

/** What became of many documents. */
export interface IngestSummary {
  readonly ingested: number;
  readonly known: number;
  readonly quarantined: number;
  /** What all of them together added to the graph. */
  readonly counts: IngestCounts;
}

/** What became of no documents. */
export const NOTHING_INGESTED: IngestSummary = { ingested: 0, known: 0, quarantined: 0, counts: NO_COUNTS };

/** What became of two lots of documents. */
export function addSummaries(left: IngestSummary, right: IngestSummary): IngestSummary {
  return {
    ingested: left.ingested + right.ingested,
    known: left.known + right.known,
    quarantined: left.quarantined + right.quarantined,
    counts: addCounts(left.counts, right.counts),
  };
}

/** What became of one document, as a summary. */
export function summarise(result: IngestResult): IngestSummary {
  return {
    ...NOTHING_INGESTED,
    [result.status]: 1,
    counts: result.status === 'ingested' ? result.counts : NO_COUNTS,
  };
}

/** Called after each document. */
export type OnProgress = (progress: {
  /** How many documents are done. */
  readonly done: number;
  /** How much of all is done, 0 to 1; null where that is not known. */
  readonly share: number | null;
  readonly result: IngestResult;
}) => void;
