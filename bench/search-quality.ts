// npm run bench -- search-quality FOLDER [DATA] [--every N] [--only PART] [--seed SEED]    whether search finds what people type
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createRandom } from './support/random.ts';
import { searchAt } from './support/search/ask-search.ts';
import { makeCorpus } from './support/search/corpus.ts';
import { bodies, mistyped } from './support/search/headlines.ts';
import { judged } from './support/search/judged.ts';
import { otherNames, posts } from './support/search/names.ts';
import type { Part } from './support/search/part.ts';
import { substrings, verbatim } from './support/search/phrases.ts';
import { randomQueries } from './support/search/random-queries.ts';
import { agreements, meetings } from './support/search/related.ts';
import { loadStories } from './support/search/stories.ts';
import { withServer } from './support/search/with-server.ts';
import { rareWords } from './support/search/words.ts';

/** Of so many days one is taken: some 7,200 stories of the folder. */
const EVERY = '5';
/** The fewest stories for which the figures say what was asked for. */
const FEWEST = 6_000;

const PARTS: Readonly<Record<string, Part>> = {
  bodies,
  rareWords,
  mistyped,
  verbatim,
  otherNames,
  posts,
  meetings,
  agreements,
  substrings,
  judged,
  randomQueries,
};

interface Options {
  readonly seed: number;
  readonly names: readonly string[];
  readonly peers: string;
}

/** Runs parts against a server of the graph in `dataDir`; true where all are as wanted. */
function measure(dataDir: string, { seed, names, peers }: Options): Promise<boolean> {
  return withServer(dataDir, async (url, pool) => {
    const stories = await loadStories(pool);
    const few = stories.length < FEWEST ? `; ${FEWEST} are wanted` : '';
    console.log(`${stories.length} stories, seed ${seed}${few}`);
    const ask = searchAt(url);
    let isMet = true;
    for (const name of names) {
      const start = performance.now();
      const part = PARTS[name];
      if (part) isMet = (await part({ ask, pool, stories, random: createRandom(seed), peers })) && isMet;
      console.log(`    ${name}: ${((performance.now() - start) / 1000).toFixed(0)} s`);
    }
    return isMet;
  });
}

/** Prints the figures; true where all are as wanted. The graph is kept in the folder DATA, and found there the next time. */
export async function run(parameters: readonly string[]): Promise<boolean> {
  const { values, positionals } = parseArgs({
    args: [...parameters],
    allowPositionals: true,
    options: {
      every: { type: 'string', default: EVERY },
      only: { type: 'string', multiple: true, default: Object.keys(PARTS) },
      seed: { type: 'string', default: '13' },
    },
  });
  const [folder, data] = positionals;
  const unknown = values.only.find((name) => !(name in PARTS));
  if (folder === undefined || unknown !== undefined) {
    console.error(
      `usage: npm run bench -- search-quality FOLDER [DATA] [--every N] [--only ${Object.keys(PARTS).join('|')}] [--seed SEED]; see bench/README.md`,
    );
    return false;
  }
  const place = data === undefined ? mkdtempSync(join(tmpdir(), 'xiezuo-search-')) : resolve(data);
  try {
    const graph = join(place, 'graph');
    await makeCorpus(folder, Number(values.every), graph);
    const options = { seed: Number(values.seed), names: values.only, peers: join(place, 'peers') };
    return await measure(graph, options);
  } finally {
    if (data === undefined) rmSync(place, { recursive: true, force: true });
  }
}
