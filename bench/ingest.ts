// npm run bench -- ingest FOLDER [DAYS]    how fast documents become rows, against word segmentation over the same text
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareGraph } from '../src/ingest/ingest.ts';
import { ingestFiles } from '../src/ingest/ingest-files.ts';
import { openStore } from '../src/store/open-store.ts';
import type { Database } from '../src/store/sql/database.ts';

/** What issue 5 asks for: times the speed of segmentation, times the speed with a small graph, and megabytes. */
const WANTED = { speed: 0.2, growth: 0.8, rssMb: 600 } as const;
/** Windows are as long as the first part of the corpus that the last is compared with: some 2,400 of 24,000 stories. */
const WINDOWS = 10;
const MB = 1024 * 1024;

/** What a part of the corpus took. */
interface Window {
  readonly stories: number;
  readonly characters: number;
  readonly ingestMs: number;
  readonly segmentMs: number;
}

const { cutForSearch } = createRequire(import.meta.url)('nodejieba') as {
  cutForSearch: (text: string) => string[];
};

/** The Markdown files of a folder, in the order of their names, in parts of much the same number. */
function listParts(folder: string, limit: number): string[][] {
  const files = readdirSync(folder)
    .filter((name) => /^\d{8}\.md$/.test(name))
    .sort()
    .slice(0, limit);
  const size = Math.ceil(files.length / WINDOWS);
  return Array.from({ length: WINDOWS }, (_, part) =>
    files.slice(part * size, (part + 1) * size).map((name) => join(folder, name)),
  ).filter((part) => part.length > 0);
}

function segmentAll(texts: readonly string[]): number {
  const start = performance.now();
  for (const text of texts) cutForSearch(text);
  return performance.now() - start;
}

async function measureWindow(database: Database, files: readonly string[]): Promise<Window> {
  const texts = files.map((file) => readFileSync(file, 'utf8'));
  const before = segmentAll(texts);
  const start = performance.now();
  const { counts } = await ingestFiles(database, files);
  const ingestMs = performance.now() - start;
  return {
    stories: counts.articles,
    characters: texts.reduce((sum, { length }) => sum + length, 0),
    ingestMs,
    // Before and after, because what else the machine does changes meanwhile.
    segmentMs: (before + segmentAll(texts)) / 2,
  };
}

/** How many times as fast as segmentation: what else the machine does slows both. */
const ratioOf = (windows: readonly Window[]) =>
  windows.reduce((sum, { segmentMs }) => sum + segmentMs, 0) /
  windows.reduce((sum, { ingestMs }) => sum + ingestMs, 0);

function printWindow({ stories, characters, ingestMs, segmentMs }: Window, total: number): void {
  const rate = (stories / ingestMs) * 1000;
  console.log(
    `${String(total).padStart(6)} stories  ${rate.toFixed(0).padStart(5)} a second  ${(characters / ingestMs / 1000).toFixed(2)} Mchar/s, segmentation ${(characters / segmentMs / 1000).toFixed(2)}, ratio ${(segmentMs / ingestMs).toFixed(3)}`,
  );
}

function printVerdict(name: string, got: string, isMet: boolean): boolean {
  console.log(`${name}: ${got}${isMet ? '' : ', missed'}`);
  return isMet;
}

async function measure(database: Database, parts: readonly string[][]): Promise<boolean> {
  const windows: Window[] = [];
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 50);
  for (const files of parts) {
    windows.push(await measureWindow(database, files));
    const last = windows.at(-1);
    if (last)
      printWindow(
        last,
        windows.reduce((sum, { stories }) => sum + stories, 0),
      );
  }
  clearInterval(watch);
  // The first part also pays for compiling the code: against it any later one would look well.
  const [, small = windows[0], ...rest] = windows;
  const [speed, large] = [ratioOf(windows), rest.at(-1)];
  const growth = small && large ? ratioOf([large]) / ratioOf([small]) : 1;
  const rssMb = peak / MB;
  const verdicts = [
    printVerdict('speed', `${speed.toFixed(3)} (wanted ${WANTED.speed})`, speed >= WANTED.speed),
    printVerdict('growth', `${growth.toFixed(2)} (wanted ${WANTED.growth})`, growth >= WANTED.growth),
    printVerdict('memory', `${rssMb.toFixed(0)} MB RSS (wanted ${WANTED.rssMb})`, rssMb < WANTED.rssMb),
  ];
  return verdicts.every(Boolean);
}

/** Prints the figures; true where all are as wanted. The database is one of its own, in a temporary folder. */
export async function run([folder, days = '100000']: readonly string[]): Promise<boolean> {
  if (folder === undefined) {
    console.error(
      'usage: npm run bench -- ingest FOLDER [DAYS]; see bench/README.md for how to get the folder',
    );
    return false;
  }
  const scratch = mkdtempSync(join(tmpdir(), 'xiezuo-bench-'));
  const store = await openStore({ databaseUrl: null, dataDir: scratch });
  try {
    await prepareGraph(store.database);
    cutForSearch('分词');
    return await measure(store.database, listParts(folder, Number(days)));
  } finally {
    await store.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}
