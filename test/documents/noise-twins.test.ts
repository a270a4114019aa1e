import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceDocument } from '../../src/documents/model/source-document.ts';
import { parseDocument } from '../../src/documents/parse-document.ts';
import {
  addPinyin,
  breakLines,
  encodeGb18030,
  makeHtml,
  makeTraditional,
  wrapInFurniture,
} from './noise/make-noise.ts';
import { measureSimilarity } from './noise/similarity.ts';

const folder = join(import.meta.dirname, '../../../shared/documents');
const pages = existsSync(folder) ? readdirSync(folder).sort() : [];
const it = pages.length > 0 ? test : test.skip;
if (pages.length === 0) console.warn('../shared/documents is absent: the noise twins are skipped.');

const utf8 = (text: string) => new TextEncoder().encode(text);

/** A generator of numbers in [0, 1) that gives the same ones every time. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state / 0x80000000;
  };
}

const NOISE: Readonly<Record<string, (source: string, clean: SourceDocument) => Uint8Array>> = {
  'in Traditional script': (source) => utf8(makeTraditional(source)),
  'with pinyin annotations': (source) => utf8(addPinyin(source, createRandom(7))),
  'in Traditional script with pinyin annotations': (source) =>
    utf8(addPinyin(makeTraditional(source), createRandom(3))),
  'in the furniture of a site': (source) => utf8(wrapInFurniture(source)),
  'in GB18030': (source) => encodeGb18030(source),
  'with lines broken every 30 characters': (source) => utf8(breakLines(source, 30)),
  'as HTML with a sidebar': (_, clean) => utf8(makeHtml(clean)),
};

function readClean(page: string): { source: string; document: SourceDocument } {
  const bytes = readFileSync(join(folder, page));
  return { source: bytes.toString('utf8'), document: parseDocument(bytes, page) };
}

const textOf = (document: SourceDocument) => document.articles.map((article) => article.text).join('\n');
const aboutOf = (document: SourceDocument) =>
  document.articles.map(({ headline, publishedOn }) => ({ headline, publishedOn }));

for (const [kind, makeNoise] of Object.entries(NOISE)) {
  describe(`a page ${kind}`, () => {
    it.each(pages)('%s reads like its clean twin', (page) => {
      const { source, document } = readClean(page);
      const noisy = parseDocument(makeNoise(source, document), page);
      expect(aboutOf(noisy)).toEqual(aboutOf(document));
      expect(measureSimilarity(textOf(noisy), textOf(document))).toBeGreaterThanOrEqual(0.99);
    });
  });
}

describe('two pages pasted together', () => {
  const pairs = pages.map((page, index) => [page, pages[(index + 5) % pages.length] ?? page] as const);
  it.each(pairs)('%s and %s read like themselves', (first, second) => {
    const [a, b] = [readClean(first), readClean(second)];
    const both = parseDocument(utf8(`${a.source}\n\n${b.source}`), 'both');
    expect(aboutOf(both)).toEqual([...aboutOf(a.document), ...aboutOf(b.document)]);
    const text = `${textOf(a.document)}\n${textOf(b.document)}`;
    expect(measureSimilarity(textOf(both), text)).toBeGreaterThanOrEqual(0.99);
  });
});
