import type { Config } from '../config.ts';
import type { Database } from '../store/database.ts';
import { openStore } from '../store/open-store.ts';

/** Opens the graph, lets `decide` change it, and prints what it says. */
export async function runCuration(
  config: Config,
  decide: (database: Database) => Promise<string>,
): Promise<void> {
  const store = await openStore(config);
  try {
    console.log(await decide(store.database));
  } finally {
    await store.close();
  }
}
