import { prepareGraph } from '../ingest/ingest.ts';
import { reingest } from '../ingest/reingest.ts';
import { openStore } from '../store/open-store.ts';
import type { Config } from './config.ts';
import { printLine } from './print.ts';

/** Reads stale articles again, with progress on standard error and a summary on standard output. */
export async function runReingest(config: Config): Promise<void> {
  const store = await openStore(config);
  try {
    await prepareGraph(store.database);
    const count = await reingest(store.database, (done, total) => {
      if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${done}/${total} articles`);
    });
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
    printLine(count === 0 ? 'Nothing to read again.' : `${count} articles read again.`);
  } finally {
    await store.close();
  }
}
