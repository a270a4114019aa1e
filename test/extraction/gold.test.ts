import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseDocument } from '../../src/documents/parse-document.ts';
import { extractClaims } from '../../src/extraction/extract-claims.ts';
import { createFactSheet } from '../../src/extraction/fact-sheet.ts';

const SHARED = join(import.meta.dirname, '../../../shared');
const GOLD = join(SHARED, 'extraction/gold');
const present = existsSync(GOLD);
const scored = present ? test : test.skip;
const named = (name: string) => (present ? name : `${name} (skipped: the shared gold files are not here)`);

interface Row {
  readonly kind: string;
  readonly precision: number;
  readonly f1: number;
}

function readFacts() {
  const folder = join(SHARED, 'documents');
  return readdirSync(folder).map((name) => {
    const document = parseDocument(readFileSync(join(folder, name)), name);
    return { document, extractions: document.articles.map((article) => extractClaims(article)) };
  });
}

/** Scores all documents against the gold files that a prefix of their names chooses. */
function score(prefix: string): { readonly meanF1: number; readonly rows: readonly Row[] } {
  const folder = mkdtempSync(join(tmpdir(), 'gold-'));
  try {
    const gold = readdirSync(GOLD).filter((name) => name.startsWith(prefix));
    const lines = (values: readonly unknown[]) => values.map((value) => JSON.stringify(value)).join('\n');
    const wanted = gold.map((name) => JSON.parse(readFileSync(join(GOLD, name), 'utf8')) as unknown);
    const found = readFacts().map(({ document, extractions }) => createFactSheet(document, extractions));
    writeFileSync(join(folder, 'gold.jsonl'), lines(wanted));
    writeFileSync(join(folder, 'found.jsonl'), lines(found));
    const script = join(SHARED, 'extraction/score.mjs');
    const files = [join(folder, 'gold.jsonl'), join(folder, 'found.jsonl')];
    return JSON.parse(execFileSync(process.execPath, [script, ...files, '--json'], { encoding: 'utf8' }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

scored(named('the five seed pages score at least 0.97, no kind under 0.9'), () => {
  const { meanF1, rows } = score('seed-');
  expect(meanF1).toBeGreaterThanOrEqual(0.97);
  for (const { kind, f1 } of rows) expect({ kind, good: f1 >= 0.9 }).toEqual({ kind, good: true });
});

scored(named('all pages score at least 0.95, no kind under 0.9, precision nowhere under 0.92'), () => {
  const { meanF1, rows } = score('');
  expect(meanF1).toBeGreaterThanOrEqual(0.95);
  for (const { kind, f1, precision } of rows) {
    expect({ kind, good: f1 >= 0.9 && precision >= 0.92 }).toEqual({ kind, good: true });
  }
});

scored(named('no person, meeting or agreement of the gold files stands in the source'), () => {
  const names = readdirSync(GOLD).flatMap((file) => {
    const { articles } = JSON.parse(readFileSync(join(GOLD, file), 'utf8')) as {
      articles: Record<'people' | 'meetings' | 'agreements', { name?: string; title?: string }[]>[];
    };
    const facts = articles.flatMap(({ people, meetings, agreements }) => [
      ...people,
      ...meetings,
      ...agreements,
    ]);
    return facts.flatMap(({ name, title }) => (name ?? title ?? '').replace(/^\?/, '').split('|'));
  });
  // Words of the language that a gold file also accepts for a meeting without a name.
  const common = new Set(['座谈会', '调研座谈会']);
  const folder = join(import.meta.dirname, '../../src/extraction');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const source = files.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
  const found = [...new Set(names)].filter(
    (name) => name.length > 1 && !common.has(name) && source.includes(name),
  );
  expect(found).toEqual([]);
});

scored(named('every fact has evidence that holds its name or the short form printed there'), () => {
  for (const { document, extractions } of readFacts()) {
    document.articles.forEach((article, i) => {
      for (const claim of extractions[i]?.claims ?? []) {
        expect(claim.evidence.length).toBeGreaterThan(0);
        const quotes = claim.evidence.map(({ start, end }) => article.text.slice(start, end));
        if (claim.kind === 'person') expect(quotes.every((quote) => quote === claim.name)).toBe(true);
        if (claim.kind === 'agreement') expect(quotes[0]).toBe(claim.title);
      }
    });
  }
});
