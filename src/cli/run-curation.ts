import { prepareGraph } from '../ingest/ingest.ts';
import { openStore } from '../store/open-store.ts';
import type { Database } from '../store/sql/database.ts';
import type { Config } from './config.ts';
import { printLine } from './print.ts';

/** Opens the graph, lets `decide` change it, and prints what it says. */
export async function runCuration(
  config: Config,
  decide: (database: Database) => Promise<string>,
): Promise<void> {
  const store = await openStore(config);
  try {
    await prepareGraph(store.database);
    printLine(await decide(store.database));
  } finally {
    await store.close();
  }
}
