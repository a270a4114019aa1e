import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SourceDocument } from '../../src/documents/model/source-document.ts';
import { parseDocument } from '../../src/documents/parse-document.ts';
import { extractClaims } from '../../src/extraction/extract-claims.ts';
import type { Extraction } from '../../src/extraction/model/claim.ts';
import { createFactSheet } from '../../src/report/fact-sheet.ts';

const SHARED = join(import.meta.dirname, '../../../shared');

/** The folder of the gold files. */
export const GOLD = join(SHARED, 'extraction/gold');

/** Whether the shared gold files and their pages are here. */
export const isGoldPresent = existsSync(GOLD);

/** A page's bytes under its file name. */
export interface Page {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A page that was read, with the facts of each of its articles. */
export interface PageFacts {
  readonly document: SourceDocument;
  readonly extractions: readonly Extraction[];
}

interface Row {
  readonly kind: string;
  readonly precision: number;
  readonly f1: number;
}

/** The pages of the gold files. */
export function readPages(): Page[] {
  const folder = join(SHARED, 'documents');
  return readdirSync(folder).map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
}

/** The facts of pages. */
export function readFacts(pages: readonly Page[]): PageFacts[] {
  return pages.map(({ name, bytes }) => {
    const document = parseDocument(bytes, name);
    return { document, extractions: document.articles.map((article) => extractClaims(article)) };
  });
}

/** Scores facts against the gold files that a prefix of their names chooses. */
export function score(
  facts: readonly PageFacts[],
  prefix = '',
): { readonly meanF1: number; readonly rows: readonly Row[] } {
  const folder = mkdtempSync(join(tmpdir(), 'gold-'));
  try {
    const gold = readdirSync(GOLD).filter((name) => name.startsWith(prefix));
    const lines = (values: readonly unknown[]) => values.map((value) => JSON.stringify(value)).join('\n');
    const wanted = gold.map((name) => JSON.parse(readFileSync(join(GOLD, name), 'utf8')) as unknown);
    const found = facts.map(({ document, extractions }) => createFactSheet(document, extractions));
    writeFileSync(join(folder, 'gold.jsonl'), lines(wanted));
    writeFileSync(join(folder, 'found.jsonl'), lines(found));
    const script = join(SHARED, 'extraction/score.mjs');
    const files = [join(folder, 'gold.jsonl'), join(folder, 'found.jsonl')];
    return JSON.parse(execFileSync(process.execPath, [script, ...files, '--json'], { encoding: 'utf8' }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
