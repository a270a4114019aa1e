import { join } from 'node:path';
import type pg from 'pg';
import { quantile } from '../figures.ts';
import { createRandom } from '../random.ts';
import { printSizes } from './generated.ts';
import { startGroonga } from './groonga.ts';
import { answerBySearch, type Latencies, loadPrinted } from './load-queries.ts';
import { buildMiniSearch } from './mini-search.ts';
import { drawSelective } from './selective-queries.ts';
import { loadStories, type Story } from './stories.ts';
import { readWords, type Words } from './word-counts.ts';

/** What was measured on stories, and what words they have. */
export interface MeasuredStories {
  readonly ours: Latencies;
  readonly groonga: Latencies;
  readonly words: Words;
}

/** Measures the product at `url`, Groonga and MiniSearch on the stories of its database; what they are made of is kept in `place`. */
export async function measureStories(url: string, pool: pg.Pool, place: string): Promise<MeasuredStories> {
  const stories = await loadStories(pool);
  const words = readWords(stories);
  const queries = drawSelective(words.texts, (rank) => words.counts[rank] ?? 0, createRandom(stories.length));
  await printSizes({ pool });
  const ours = await loadPrinted(`${stories.length} stories, selective`, answerBySearch(url), queries);
  const { rows } = await pool.query<{ id: string; year: number | null }>(
    'SELECT id, extract(year FROM published_on)::integer AS year FROM article',
  );
  const years = new Map(rows.map(({ id, year }) => [id, year]));
  const groonga = await startGroonga(
    join(place, 'groonga'),
    stories.map(({ id, headline, body }) => ({ _key: id, headline, text: body, year: years.get(id) ?? 0 })),
  );
  try {
    const theirs = await loadPrinted('Groonga, the same', groonga.answer, queries);
    await measureMiniSearch(join(place, 'peers'), stories, queries);
    return { ours, groonga: theirs, words };
  } finally {
    await groonga.stop();
  }
}

/** Prints what MiniSearch takes, in this process. */
async function measureMiniSearch(folder: string, stories: readonly Story[], queries: readonly string[]) {
  const start = performance.now();
  const find = await buildMiniSearch(
    folder,
    stories.map(({ id, folded }) => ({ id, text: folded })),
  );
  const seconds = (performance.now() - start) / 1000;
  const ms = queries.map((query) => {
    const before = performance.now();
    find(query, 20);
    return performance.now() - before;
  });
  console.log(
    `MiniSearch, the same, one after the other in one process: p50 ${quantile(ms, 0.5).toFixed(1)} ms, p95 ${quantile(ms, 0.95).toFixed(1)} ms; made in ${seconds.toFixed(0)} s`,
  );
}
