import { describeCounts } from '../ingest/ingest-counts.ts';
import type { IngestSummary } from '../ingest/ingest-summary.ts';
import { printLine } from './print.ts';

/** Says on standard output what became of documents, and how long it took. */
export function printSummary({ ingested, known, quarantined, counts }: IngestSummary, seconds: number): void {
  printLine(`${ingested} documents ingested, ${known} known already, ${quarantined} quarantined.`);
  printLine(`New: ${describeCounts(counts)}.`);
  if (counts.leftOut > 0)
    printLine(`${counts.leftOut} statements left out: \`xiezuo left-out\` lists them with the reason.`);
  const rate = (ingested + known + quarantined) / Math.max(seconds, 0.001);
  printLine(`${seconds.toFixed(1)} s, ${rate.toFixed(1)} documents a second.`);
}
