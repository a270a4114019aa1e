import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from '../src/documents/parse-document.ts';
import type { Article } from '../src/documents/source-document.ts';
import { extractClaims } from '../src/extraction/extract-claims.ts';

const ROUNDS = 7;
const LENGTHS = [1_000, 10_000, 30_000, 100_000];
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

/** Characters a second, in millions, of one round. */
function time(articles: readonly Article[], read: Read): number {
  const size = articles.reduce((sum, { text }) => sum + text.length, 0);
  const start = performance.now();
  for (const article of articles) read(article);
  return size / (performance.now() - start) / 1000;
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** The median speeds of both, round by round in turns, so that what else the machine does slows both; and that of their ratios. */
function compare(articles: readonly Article[], one: Read, other: Read) {
  const rounds = Array.from(
    { length: ROUNDS + 1 },
    () => [time(articles, one), time(articles, other)] as const,
  );
  const warm = rounds.slice(1);
  return {
    one: median(warm.map(([speed]) => speed)),
    other: median(warm.map(([, speed]) => speed)),
    ratio: median(warm.map(([a, b]) => a / b)),
  };
}

/** One paragraph of the given length, made of the pages' text. */
function createLong(articles: readonly Article[], length: number): Article {
  const body = repeat(articles)
    .map(({ text }) => text.replaceAll('\n', '。'))
    .join('');
  const text = body.slice(0, length);
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

const usedMib = () => {
  globalThis.gc?.();
  return process.memoryUsage().rss / MIB;
};

function printLengths(articles: readonly Article[]): void {
  for (const length of LENGTHS) {
    const article = createLong(articles, length);
    const times = Array.from({ length: 3 }, () => {
      const start = performance.now();
      extractClaims(article);
      return performance.now() - start;
    });
    console.log(`${String(length).padStart(7)} characters  ${Math.min(...times).toFixed(1)} ms`);
  }
}

/** Prints the speed of extraction beside that of nodejieba's cutForSearch over the same text, the time by length, and memory. */
export async function run([folder = 'seed/documents']: readonly string[]): Promise<boolean> {
  if (!existsSync(folder)) {
    console.error(`no such folder: ${folder}`);
    return false;
  }
  const articles = repeat(readArticles(folder));
  const atStart = usedMib();
  time(articles, extractClaims);
  const extractionMib = usedMib() - atStart;
  const { default: jieba } = await import('nodejieba');
  jieba.cutForSearch('中国');
  const { one, other, ratio } = compare(articles, extractClaims, ({ text }) => jieba.cutForSearch(text));
  console.log(`extraction              ${one.toFixed(2)} Mchar/s, ${extractionMib.toFixed(0)} MiB`);
  console.log(`nodejieba.cutForSearch  ${other.toFixed(2)} Mchar/s`);
  console.log(`ratio                   ${ratio.toFixed(2)}`);
  printLengths(articles);
  return true;
}
