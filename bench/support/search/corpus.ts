import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepareGraph } from '../../../src/ingest/ingest.ts';
import { ingestFiles } from '../../../src/ingest/ingest-files.ts';
import { reindex } from '../../../src/search/index/reindex.ts';
import { openStore } from '../../../src/store/open-store.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const SEED = join(ROOT, 'seed/documents');

/** What a graph is made by, and what its search index is made by: where they are the same, so is what they make. */
const MAKERS = {
  graph: ['src/documents', 'src/extraction', 'src/resolution', 'src/ingest', 'seed/documents'],
  index: ['src/search', 'src/kinds', 'prisma/migrations'],
} as const;

/** What a graph in a folder was made of and by. */
type Stamp = Record<keyof typeof MAKERS | 'files', string>;

function hashFolders(folders: readonly string[]): string {
  const hash = createHash('sha256');
  for (const folder of folders)
    for (const name of readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).sort())
      if (/\.\w+$/.test(name)) hash.update(name).update(readFileSync(join(ROOT, folder, name)));
  return hash.digest('hex');
}

/** A day that the judged queries ask for beside those of every nth day. */
const ASKED_FOR = '20260817.md';

/** Every nth file, an even share of all days, of which each has some twenty stories; the second last of each n is taken. */
function listFiles(folder: string, every: number): string[] {
  return readdirSync(folder)
    .filter((name) => /^\d{8}\.md$/.test(name))
    .sort()
    .filter((name, index) => (index + 2) % every === 0 || name === ASKED_FOR)
    .map((name) => join(folder, name));
}

/**
 * Makes a graph of the seed pages and of every nth day of `folder` in `dataDir`, unless one is there that was made of the same
 * files by the same sources; where only those of the index changed, the index alone is made anew.
 */
export async function makeCorpus(folder: string, every: number, dataDir: string): Promise<void> {
  const files = listFiles(folder, every);
  const place = join(dataDir, 'made-by.json');
  const stamp: Stamp = {
    graph: hashFolders(MAKERS.graph),
    index: hashFolders(MAKERS.index),
    files: `${files.length} of ${every}`,
  };
  const made: Partial<Stamp> = existsSync(place) ? JSON.parse(readFileSync(place, 'utf8')) : {};
  const isGraphMade = made.graph === stamp.graph && made.files === stamp.files;
  if (isGraphMade && made.index === stamp.index) return;
  if (!isGraphMade) rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(dataDir, { recursive: true });
  const store = await openStore({ databaseUrl: null, dataDir });
  const start = performance.now();
  try {
    if (isGraphMade) await reindex(store.database);
    else {
      await prepareGraph(store.database);
      await ingestFiles(store.database, [SEED, ...files]);
    }
    await store.database.pool.query('VACUUM ANALYZE');
    writeFileSync(place, JSON.stringify(stamp));
    const seconds = ((performance.now() - start) / 1000).toFixed(0);
    console.log(`${isGraphMade ? 'the index' : 'the graph'} was made in ${seconds} s`);
  } finally {
    await store.close();
  }
}
