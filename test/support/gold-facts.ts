import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceDocument } from '../../src/documents/model/source-document.ts';
import { parseDocument } from '../../src/documents/parse-document.ts';
import { extractClaims } from '../../src/extraction/extract-claims.ts';
import type { Extraction } from '../../src/extraction/model/claim.ts';
import { createFactSheet, type FactSheet } from '../../src/report/fact-sheet.ts';
import { scoreFacts } from './score-facts.ts';
import { sharedFolder } from './shared-folder.ts';

const OWN = join(import.meta.dirname, '../fixtures/gold');
/** A page that was read, with the facts of each of its articles. */
export interface PageFacts {
  readonly document: SourceDocument;
  readonly extractions: readonly Extraction[];
}

const readFolder = (folder: string) =>
  readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as FactSheet);

/** The gold facts of the five seed pages. */
export const readSeedGold = (): FactSheet[] => readFolder(OWN);

/** The gold facts of all pages that have some: the seed pages, and the shared ones where they are at hand. */
export function readGold(): FactSheet[] {
  const own = readSeedGold();
  const names = new Set(own.map(({ document }) => document));
  const shared = sharedFolder === null ? [] : readFolder(join(sharedFolder, 'extraction/gold'));
  return [...own, ...shared.filter(({ document }) => !names.has(document))];
}

/** The facts of pages. */
export function readFacts(pages: readonly { name: string; bytes: Uint8Array }[]): PageFacts[] {
  return pages.map(({ name, bytes }) => {
    const document = parseDocument(bytes, name);
    return { document, extractions: document.articles.map((article) => extractClaims(article)) };
  });
}

/** Scores facts against gold ones. */
export function score(facts: readonly PageFacts[], gold: readonly FactSheet[] = readGold()) {
  return scoreFacts(
    gold,
    facts.map(({ document, extractions }) => createFactSheet(document, extractions)),
  );
}
