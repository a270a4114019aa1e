// npm run bench -- cctv-pages FOLDER [SEED]    raw pages against their clean twins; see README.md for the folder
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../src/documents/model/source-document.ts';
import { parseDocument } from '../src/documents/parse-document.ts';
import { measureSimilarity } from '../test/documents/noise/similarity.ts';
import { bare, listDays, type MirrorItem, readMirrorItems } from './support/mirror-items.ts';
import { createRandom, pick } from './support/random.ts';

const [PAGES, DAYS] = [300, 50];
const MIN_SIMILARITY = 0.98;
const WANTED = { bodies: 0.97, headlines: 0.99, days: 1 };

/** Only letters and digits: marks differ in width, and the mirror's headings lack some. */
const letters = (text: string) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)}%`;

/** The text of a page: of a round-up with the headlines of its items, else without the headline. */
function textOf(articles: readonly Article[]): string {
  const parts = articles.flatMap(({ text, paragraphs }) =>
    paragraphs
      .filter(({ kind }) => articles.length > 1 || (kind !== 'headline' && kind !== 'deck'))
      .map(({ start, end }) => text.slice(start, end)),
  );
  return bare(parts.join('')).normalize('NFKC');
}

/** Whether an article has the item's heading, or those of a round-up the headings of its parts. */
function hasHeadline(articles: readonly Article[], item: MirrorItem): boolean {
  const wanted = letters(item.heading);
  if (articles.length === 1) return letters(articles[0]?.headline ?? '') === wanted;
  const text = letters(item.text);
  return articles.every(({ headline }) => headline !== null && text.includes(letters(headline)));
}

interface PageResult {
  readonly page: string;
  readonly similarity: number;
  readonly headline: boolean;
}

function checkPage(folder: string, item: MirrorItem): PageResult {
  const page = item.page ?? '';
  try {
    const { articles } = parseDocument(readFileSync(join(folder, 'dump_htmls', page)), page);
    const similarity = measureSimilarity(textOf(articles), item.text.normalize('NFKC'));
    return { page, similarity, headline: hasHeadline(articles, item) };
  } catch {
    return { page, similarity: 0, headline: false };
  }
}

/** Whether the articles of a day are those of its headings, in order; only round-ups are several articles each. */
function isSplitRight(source: string): boolean {
  const { articles } = parseDocument(Buffer.from(source), 'day.md');
  const items = readMirrorItems(source).filter(({ text }) => letters(text) !== '');
  const inItem = items.map((item) =>
    articles.filter(({ sourceOffsets }) => {
      const at = sourceOffsets[0] ?? -1;
      return at >= item.start && at < item.end;
    }),
  );
  const placed = inItem.reduce((sum, found) => sum + found.length, 0);
  return (
    placed === articles.length &&
    items.every((item, index) => {
      const found = inItem[index] ?? [];
      return found.length > 0 && hasHeadline(found, item);
    })
  );
}

/** Prints the figures; true where all are as issue 3 wants them. */
export function run([folder = '', seedGiven]: readonly string[]): boolean {
  if (!existsSync(join(folder, 'dump_htmls'))) {
    console.error('Name the folder of the unpacked repository: see bench/README.md.');
    return false;
  }
  const seed = Number(seedGiven ?? Date.now() % 1_000_000);
  const random = createRandom(seed);
  const days = listDays(folder);
  const items = days
    .flatMap(readMirrorItems)
    .filter(({ page, text }) => page !== null && text !== '' && existsSync(join(folder, 'dump_htmls', page)));
  const results = pick(items, PAGES, random).map((item) => checkPage(folder, item));
  const bodies = results.filter(({ similarity }) => similarity >= MIN_SIMILARITY).length;
  const headlines = results.filter(({ headline }) => headline).length;
  const chosen = pick(days, DAYS, random);
  const split = chosen.filter(isSplitRight).length;
  console.log(
    `seed ${seed}, ${results.length} of ${items.length} pages, ${chosen.length} of ${days.length} days`,
  );
  console.log(`body similarity >= ${MIN_SIMILARITY}: ${percent(bodies, results.length)} (wanted 97%)`);
  console.log(`headline right: ${percent(headlines, results.length)} (wanted 99%)`);
  console.log(`days split as their headings: ${percent(split, chosen.length)} (wanted 100%)`);
  for (const { page, similarity, headline } of results)
    if (similarity < MIN_SIMILARITY || !headline)
      console.log(`  ${page}: similarity ${similarity.toFixed(3)}, headline ${headline ? 'right' : 'wrong'}`);
  for (const day of chosen)
    if (!isSplitRight(day)) console.log(`  ${day.slice(0, day.indexOf('\n'))}: split otherwise`);
  return (
    bodies >= WANTED.bodies * results.length &&
    headlines >= WANTED.headlines * results.length &&
    split >= WANTED.days * chosen.length
  );
}
