import { prepareGraph } from '../ingest/ingest.ts';
import { reingest } from '../ingest/reingest.ts';
import { openStore } from '../store/open-store.ts';
import type { Config } from './config.ts';
import { printLine } from './print.ts';

/**
 * Reads stale articles again, with progress on standard error and a summary on standard output.
 *
 * @returns whether all could be read.
 */
export async function runReingest(config: Config): Promise<boolean> {
  const store = await openStore(config);
  try {
    await prepareGraph(store.database);
    const { read, unread } = await reingest(store.database, (done, total) => {
      if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${done}/${total} articles`);
    });
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
    printLine(read + unread === 0 ? 'Nothing to read again.' : `${read} articles read again.`);
    if (unread > 0)
      printLine(
        `${unread} articles could not be read again, and stay as they were: \`xiezuo warnings\` lists them as NOT_READ_AGAIN.`,
      );
    return unread === 0;
  } finally {
    await store.close();
  }
}
