import { describeCounts } from '../ingest/ingest-counts.ts';
import type { IngestSummary } from '../ingest/ingest-summary.ts';
import { printLine } from './print.ts';

/** Says on standard output what became of documents, and how long it took. */
export function printSummary({ ingested, known, quarantined, counts }: IngestSummary, seconds: number): void {
  printLine(`${ingested} documents ingested, ${known} known already, ${quarantined} quarantined.`);
  printLine(`New: ${describeCounts(counts)}.`);
  const { leftOut, superseded, spun, warnings } = counts;
  if (superseded + spun > 0)
    printLine(
      `${superseded} articles superseded by newer versions, ${spun} found to be spun copies: \`xiezuo replaced\` lists them.`,
    );
  if (leftOut > 0)
    printLine(`${leftOut} statements left out: \`xiezuo left-out\` lists them with the reason.`);
  if (warnings > 0) printLine(`${warnings} doubts noted: \`xiezuo warnings\` lists them.`);
  const rate = (ingested + known + quarantined) / Math.max(seconds, 0.001);
  printLine(`${seconds.toFixed(1)} s, ${rate.toFixed(1)} documents a second.`);
}
