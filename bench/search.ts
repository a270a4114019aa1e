// npm run bench -- search FOLDER [DATA] [--stories N] [--documents N]    how fast search is, beside Groonga and MiniSearch
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { printVerdict } from './support/figures.ts';
import { makeGenerated } from './support/search/generated.ts';
import type { Latencies } from './support/search/load-queries.ts';
import { measureGenerated } from './support/search/measure-generated.ts';
import { measureStories } from './support/search/measure-stories.ts';
import { makeStories } from './support/search/story-graph.ts';
import { withServer } from './support/search/with-server.ts';

/** What issue 13 asks for, in milliseconds and times. */
const WANTED = { selective: 50, frequent: 150, growth: 2, groonga: 2 } as const;
const [STORIES, DOCUMENTS] = ['24000', '1000000'];

async function measure(place: string, sizes: { stories: number; documents: number }): Promise<boolean> {
  const { ours, groonga, words } = await withServer(join(place, 'stories'), (url, pool) =>
    measureStories(url, pool, place),
  );
  const grown: Latencies[] = [];
  let frequent: Latencies = ours;
  for (const documents of [sizes.stories, sizes.documents]) {
    const dataDir = join(place, `generated-${documents}`);
    const generated = await makeGenerated(dataDir, documents, words.vocabulary);
    const measured = await measureGenerated(dataDir, generated, words.vocabulary);
    grown.push(measured.selective);
    frequent = measured.frequent;
  }
  const [few = ours, many = ours] = grown;
  const p95 = (name: string, latencies: Latencies, most: number) =>
    printVerdict(`${name}, p95`, `${latencies.p95.toFixed(1)} ms (wanted ${most})`, latencies.p95 <= most);
  const times = (name: string, value: number, most: number) =>
    printVerdict(name, `${value.toFixed(2)} (wanted ${most})`, value <= most);
  return [
    p95('selective queries of stories', ours, WANTED.selective),
    p95('selective queries of generated documents', many, WANTED.selective),
    p95('a term in a tenth of the generated documents', frequent, WANTED.frequent),
    times(`growth of the p50 from ${sizes.stories} to ${sizes.documents}`, many.p50 / few.p50, WANTED.growth),
    times("the p50 in times of Groonga's", ours.p50 / groonga.p50, WANTED.groonga),
  ].every(Boolean);
}

/** Prints the figures; true where all are as wanted. What it makes is kept in the folder DATA, and found there the next time. */
export async function run(parameters: readonly string[]): Promise<boolean> {
  const { values, positionals } = parseArgs({
    args: [...parameters],
    allowPositionals: true,
    options: {
      stories: { type: 'string', default: STORIES },
      documents: { type: 'string', default: DOCUMENTS },
    },
  });
  const [folder, data] = positionals;
  if (folder === undefined) {
    console.error(
      'usage: npm run bench -- search FOLDER [DATA] [--stories N] [--documents N]; see bench/README.md',
    );
    return false;
  }
  const place = data === undefined ? mkdtempSync(join(tmpdir(), 'xiezuo-search-')) : resolve(data);
  try {
    const sizes = { stories: Number(values.stories), documents: Number(values.documents) };
    await makeStories(folder, sizes.stories, join(place, 'stories'));
    return await measure(place, sizes);
  } finally {
    if (data === undefined) rmSync(place, { recursive: true, force: true });
  }
}
