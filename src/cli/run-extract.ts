import { basename } from 'node:path';
import { parseDocument } from '../documents/parse-document.ts';
import { XiezuoError } from '../errors.ts';
import { extractClaims } from '../extraction/extract-claims.ts';
import { createFactSheet } from '../extraction/fact-sheet.ts';
import { readBytes } from '../read-bytes.ts';

async function extractFile(file: string): Promise<string> {
  const document = parseDocument(await readBytes(file), basename(file));
  return JSON.stringify(createFactSheet(document, document.articles.map(extractClaims)));
}

/**
 * Prints the facts of pages to standard output, one JSON line a document, and what could not be read to standard error.
 *
 * @returns whether all could be read.
 */
export async function runExtract(files: readonly string[]): Promise<boolean> {
  let isComplete = true;
  for (const file of files) {
    try {
      process.stdout.write(`${await extractFile(file)}\n`);
    } catch (error) {
      if (!(error instanceof XiezuoError)) throw error;
      isComplete = false;
      console.error(`xiezuo: ${basename(file)}: ${error.code}: ${error.message}`);
    }
  }
  return isComplete;
}
