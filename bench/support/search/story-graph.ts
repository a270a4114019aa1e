import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepareGraph } from '../../../src/ingest/ingest.ts';
import { ingestFiles } from '../../../src/ingest/ingest-files.ts';
import { openStore } from '../../../src/store/open-store.ts';

/** So many rounds take all days: each takes every sixteenth, and some lie between those of the rounds before. */
const [ROUNDS, STRIDE] = [16, 5];

/** Makes a graph of some `count` stories, evenly spread over the days of `folder`, unless it is there. */
export async function makeStories(folder: string, count: number, dataDir: string): Promise<void> {
  const done = join(dataDir, 'complete');
  if (existsSync(done)) return;
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort();
  const store = await openStore({ databaseUrl: null, dataDir });
  const start = performance.now();
  try {
    await prepareGraph(store.database);
    let made = 0;
    for (let round = 0; round < ROUNDS && made < count; round++) {
      const some = files.filter((_, index) => index % ROUNDS === (round * STRIDE) % ROUNDS);
      const { counts } = await ingestFiles(
        store.database,
        some.map((name) => join(folder, name)),
      );
      made += counts.articles;
    }
    await store.database.pool.query('VACUUM ANALYZE');
    writeFileSync(done, '');
    const seconds = (performance.now() - start) / 1000;
    console.log(`${made} stories in ${seconds.toFixed(0)} s, ${(made / seconds).toFixed(0)} a second`);
  } finally {
    await store.close();
  }
}
