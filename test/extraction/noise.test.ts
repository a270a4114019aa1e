import { addPinyin, breakLines, makeTraditional, wrapInFurniture } from '../documents/noise/make-noise.ts';
import { readGoldDocuments } from '../support/gold-documents.ts';
import { readFacts, score } from '../support/gold-facts.ts';

type Page = ReturnType<typeof readGoldDocuments>[number];

/** A generator of numbers in [0, 1) that gives the same ones every time. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state / 0x80000000;
  };
}

const NOISE: readonly (readonly [string, (text: string) => string])[] = [
  ['in Traditional script', makeTraditional],
  ['with pinyin annotations', (text) => addPinyin(text, createRandom(7))],
  ['with lines broken every 30 characters', (text) => breakLines(text, 30)],
  ['in the furniture of a site', wrapInFurniture],
];

function addNoise(page: Page, make: (text: string) => string): Page {
  const text = new TextDecoder().decode(page.bytes);
  return { name: page.name, bytes: new TextEncoder().encode(make(text)) };
}

test.each(NOISE)('pages %s score within 0.02 of the clean ones, in every kind', (_, make) => {
  const pages = readGoldDocuments();
  const clean = score(readFacts(pages));
  const noisy = score(readFacts(pages.map((page) => addNoise(page, make))));
  const worse = noisy.rows.filter(({ kind, f1 }) => {
    const before = clean.rows.find((row) => row.kind === kind);
    return f1 < (before?.f1 ?? 0) - 0.02;
  });
  expect(worse).toEqual([]);
  expect(noisy.meanF1).toBeGreaterThanOrEqual(clean.meanF1 - 0.02);
});
