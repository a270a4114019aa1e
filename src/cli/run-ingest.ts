import type { Config } from '../config.ts';
import { prepareGraph } from '../ingest.ts';
import { type IngestSummary, ingestFiles, type OnProgress } from '../ingest-files.ts';
import { openStore } from '../store/open-store.ts';

/** Shows progress on one line of a terminal; elsewhere only what could not be read, which a log should hold. */
const showProgress: OnProgress = ({ done, file, files, result }) => {
  if (process.stderr.isTTY)
    process.stderr.write(`\r\u001b[K${done} documents, file ${file}/${files} ${result.name}`);
  if (result.status !== 'quarantined') return;
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  console.error(`quarantined ${result.name}: ${result.code}: ${result.reason}`);
};

function printSummary({ ingested, known, quarantined, counts }: IngestSummary): void {
  console.log(`${ingested} documents ingested, ${known} known already, ${quarantined.length} quarantined.`);
  const { articles, meetings, people, organisations, agreements } = counts;
  console.log(
    `New: ${articles} articles, ${meetings} meetings, ${people} people, ${organisations} organisations, ${agreements} agreements.`,
  );
}

/**
 * Ingests files, folders and standard input (`-`), with progress on standard error and a summary on standard output.
 *
 * @returns whether all could be read.
 */
export async function runIngest(config: Config, paths: readonly string[]): Promise<boolean> {
  const store = await openStore(config);
  try {
    await prepareGraph(store.database);
    const summary = await ingestFiles(store.database, paths, showProgress);
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
    printSummary(summary);
    return summary.quarantined.length === 0;
  } finally {
    await store.close();
  }
}
