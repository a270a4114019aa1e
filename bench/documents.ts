// npm run bench -- documents [FOLDER]    how fast pages are read, and in how much memory a large file is streamed
import { createRequire } from 'node:module';
import type { PageFormat } from '../src/documents/formats/detect-format.ts';
import { parseDocument } from '../src/documents/parse-document.ts';
import { readDocuments } from '../src/documents/stream/read-documents.ts';
import { loadPages, type PagesByFormat } from './support/page-texts.ts';

/** What issue 3 asks for, in times the speed of word segmentation. */
const WANTED: Readonly<Record<PageFormat, number>> = { plain: 3, markdown: 3, html: 1 };
const ROUNDS = 7;
const MIN_ROUND_MS = 400;
/** What the compiler of the engine takes until it is done with the code; the segmenter is compiled already. */
const WARM_UP_MS = 4000;
const STREAM_BYTES = 100 * 1024 * 1024;
const MAX_STREAM_MB = 400;
const MB = 1024 * 1024;

/** Characters a millisecond in one round. */
function measureRound(
  pages: readonly string[],
  work: (index: number) => unknown,
  minMs = MIN_ROUND_MS,
): number {
  const length = pages.reduce((sum, page) => sum + page.length, 0);
  const start = performance.now();
  let done = 0;
  do {
    for (const index of pages.keys()) work(index);
    done += length;
  } while (performance.now() - start < minMs);
  return done / (performance.now() - start);
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

function tryParse(bytes: Uint8Array): void {
  try {
    parseDocument(bytes, 'page');
  } catch {
    // A page without an article takes its time too.
  }
}

function measureFormats(pages: PagesByFormat): boolean {
  const { cutForSearch } = createRequire(import.meta.url)('nodejieba') as {
    cutForSearch: (text: string) => string[];
  };
  let met = true;
  for (const [format, texts] of Object.entries(pages) as [PageFormat, string[]][]) {
    if (texts.length === 0) continue;
    const bytes = texts.map((text) => Buffer.from(text));
    const readPage = (index: number) => tryParse(bytes[index] ?? Buffer.alloc(0));
    const cutPage = (index: number) => cutForSearch(texts[index] ?? '');
    measureRound(texts, readPage, WARM_UP_MS);
    measureRound(texts, cutPage);
    // In turns, so that what else the machine does weighs on both alike.
    const rounds = Array.from({ length: ROUNDS }, () => ({
      read: measureRound(texts, readPage),
      cut: measureRound(texts, cutPage),
    }));
    const [read, cut] = [median(rounds.map((round) => round.read)), median(rounds.map((round) => round.cut))];
    const ratio = median(rounds.map((round) => round.read / round.cut));
    met &&= ratio >= WANTED[format];
    console.log(
      `${format.padEnd(8)} ${texts.length} pages: ${(read / 1000).toFixed(2)} Mchar/s, segmentation ${(cut / 1000).toFixed(2)} Mchar/s, ratio ${ratio.toFixed(2)} (wanted ${WANTED[format]})`,
    );
  }
  return met;
}

async function* makeRecords(pages: readonly string[]): AsyncGenerator<Uint8Array> {
  for (let made = 0, number = 0; made < STREAM_BYTES; number++) {
    const page = pages[number % pages.length];
    const line = Buffer.from(`${JSON.stringify({ name: `page ${number}`, text: page })}\n`);
    made += line.length;
    yield line;
  }
}

async function measureStream(pages: PagesByFormat): Promise<boolean> {
  const texts = [pages.html, pages.markdown, pages.plain].find((some) => some.length > 0) ?? [];
  if (texts.length === 0) return false;
  const start = performance.now();
  let [documents, unread, peak] = [0, 0, 0];
  for await (const read of readDocuments(makeRecords(texts), 'pages.jsonl')) {
    if ('document' in read) documents++;
    else unread++;
    peak = Math.max(peak, process.memoryUsage.rss());
  }
  const seconds = (performance.now() - start) / 1000;
  console.log(
    `JSON Lines of ${STREAM_BYTES / MB} MiB: ${documents} documents, ${unread} unread, ${seconds.toFixed(1)} s, at most ${Math.round(peak / MB)} MB RSS (wanted ${MAX_STREAM_MB})`,
  );
  return peak < MAX_STREAM_MB * MB;
}

/** Prints the figures; true where all are as wanted. The stream goes first, before the segmenter takes its 300 MB. */
export async function run([folder]: readonly string[]): Promise<boolean> {
  const pages = loadPages(folder);
  const small = await measureStream(pages);
  const fast = measureFormats(pages);
  return small && fast;
}
