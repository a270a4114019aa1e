// npm run bench -- extraction [FOLDER]    how fast facts are extracted, against word segmentation, by length, and in how much memory
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../src/documents/model/source-document.ts';
import { parseDocument } from '../src/documents/parse-document.ts';
import { loadBundledExtraction } from './support/bundled-extraction.ts';
import { createCrowdedText } from './support/crowded-text.ts';

/** What issue 4 asks for. */
const WANTED_RATIO = 1;
const MOST_MIB = 150;
/** Time a character of the longest text, in times that of the shortest. */
const MOST_GROWTH = 2;
const MOST_FIRST_MS = 150;
const ROUNDS = 15;
/** What the compiler of the engine takes until it is done with the code; the segmenter is compiled already. */
const WARM_UP_MS = 4000;
const SHORT = 10_000;
const LONG = 100_000;
/** The same pages are read over and over until they make so many characters a round. */
const CHARACTERS = 400_000;
const MIB = 2 ** 20;

function readArticles(folder: string): Article[] {
  const names = readdirSync(folder).filter((name) => /\.(?:md|txt|html)$/.test(name));
  return names.flatMap((name) => parseDocument(readFileSync(join(folder, name)), name).articles);
}

function repeat(articles: readonly Article[]): Article[] {
  const size = articles.reduce((sum, { text }) => sum + text.length, 0);
  const times = Math.max(1, Math.ceil(CHARACTERS / Math.max(1, size)));
  return Array.from({ length: times }, () => articles).flat();
}

type Read = (article: Article) => unknown;

/** Milliseconds that it takes to read the articles once: on the clock, and of all threads' processor time. */
function time(articles: readonly Article[], read: Read) {
  const [start, startUsage] = [performance.now(), process.cpuUsage()];
  for (const article of articles) read(article);
  const { user, system } = process.cpuUsage(startUsage);
  return { elapsed: performance.now() - start, processor: (user + system) / 1000 };
}

function warmUp(articles: readonly Article[], extract: Read): void {
  for (let spent = 0; spent < WARM_UP_MS; ) spent += time(articles, extract).elapsed;
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** Prints the speed of extraction beside that of segmentation, round by round in turns, so that what else the machine does slows both. */
async function compareSpeeds(articles: readonly Article[], extract: Read): Promise<boolean> {
  const { default: jieba } = await import('nodejieba');
  const segment = ({ text }: Article) => jieba.cutForSearch(text);
  time(articles, segment);
  const rounds = Array.from({ length: ROUNDS }, () => ({
    extraction: time(articles, extract),
    segmentation: time(articles, segment),
  }));
  const size = articles.reduce((sum, { text }) => sum + text.length, 0);
  const speed = (of: 'extraction' | 'segmentation') =>
    (size / median(rounds.map((round) => round[of].elapsed)) / 1000).toFixed(2);
  const ratio = (by: 'elapsed' | 'processor') =>
    median(rounds.map(({ extraction, segmentation }) => segmentation[by] / extraction[by]));
  console.log(`extraction              ${speed('extraction')} Mchar/s`);
  console.log(`nodejieba.cutForSearch  ${speed('segmentation')} Mchar/s`);
  console.log(`ratio                   ${ratio('elapsed').toFixed(2)} (wanted ${WANTED_RATIO})`);
  console.log(`of processor time       ${ratio('processor').toFixed(2)}, the collector's threads included`);
  return ratio('elapsed') >= WANTED_RATIO;
}

/** An article of one paragraph. */
function createArticle(text: string): Article {
  return {
    headline: null,
    text,
    paragraphs: [{ start: 0, end: text.length, kind: 'body' }],
    publisher: null,
    publishedOn: null,
    publishedOnBasis: null,
    script: 'HANS',
    sourceOffsets: new Uint32Array(text.length),
  };
}

/** Prints the time that paragraphs of several lengths take, the least of several rounds; `create` makes one. */
function compareLengths(kind: string, create: (length: number) => string, extract: Read): boolean {
  const [short, long] = [SHORT, LONG].map((length) => createArticle(create(length)));
  if (!short || !long) return false;
  const shorts = Array.from({ length: LONG / SHORT }, () => short);
  time([...shorts, long], extract);
  const rounds = Array.from(
    { length: 5 },
    () => [time(shorts, extract).processor, time([long], extract).processor] as const,
  );
  const [ofShorts, ofLong] = [Math.min(...rounds.map(([a]) => a)), Math.min(...rounds.map(([, b]) => b))];
  const growth = ofLong / ofShorts;
  const [a, b] = [(ofShorts * SHORT) / LONG, ofLong].map((ms) => ms.toFixed(1).padStart(6));
  console.log(
    `${kind.padEnd(24)}${a} ms at ${SHORT}, ${b} ms at ${LONG} characters: ${growth.toFixed(2)} times a character (at most ${MOST_GROWTH})`,
  );
  return growth <= MOST_GROWTH;
}

const usedMib = () => {
  globalThis.gc?.();
  return process.memoryUsage().rss / MIB;
};

/** Prints how long the first article takes, for which the lexicons are built, and what memory all take. */
function measureStart(articles: readonly Article[], extract: Read): boolean {
  const before = usedMib();
  const firstMs = time(articles.slice(0, 1), extract).processor;
  warmUp(articles, extract);
  const mib = usedMib() - before;
  console.log(`first article           ${firstMs.toFixed(0)} ms (at most ${MOST_FIRST_MS})`);
  console.log(`memory                  ${mib.toFixed(0)} MiB (at most ${MOST_MIB})`);
  return firstMs <= MOST_FIRST_MS && mib <= MOST_MIB;
}

/** Prints the figures beside what is wanted; tells whether all are met. `folder` holds the pages, those of the seed by default. */
export async function run([folder = 'seed/documents']: readonly string[]): Promise<boolean> {
  if (!existsSync(folder)) {
    console.error(`no such folder: ${folder}`);
    return false;
  }
  const { extractClaims } = await loadBundledExtraction();
  const articles = repeat(readArticles(folder));
  const body = articles.map(({ text }) => text.replaceAll('\n', '。')).join('');
  const met = [
    measureStart(articles, extractClaims),
    await compareSpeeds(articles, extractClaims),
    compareLengths('one paragraph of pages', (length) => body.slice(0, length), extractClaims),
    ...['。', '，', '、'].map((mark) =>
      compareLengths(`crowded, ${mark} only`, (length) => createCrowdedText(length, mark), extractClaims),
    ),
  ];
  return met.every(Boolean);
}
