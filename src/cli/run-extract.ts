import { basename, normalize } from 'node:path';
import { type ReadDocument, readDocuments } from '../documents/stream/read-documents.ts';
import { extractClaims } from '../extraction/extract-claims.ts';
import { readFiles } from '../files/read-files.ts';
import { explainDocument } from '../report/explain.ts';
import { createFactSheet } from '../report/fact-sheet.ts';
import { isOutputClosed, printLineInTime, printNotice } from './print.ts';

async function printFacts(read: ReadDocument, isExplained: boolean): Promise<boolean> {
  if ('error' in read) {
    printNotice(`xiezuo: ${read.name}: ${read.error.code}: ${read.error.message}`);
    return false;
  }
  const { document } = read;
  const lines = isExplained
    ? explainDocument(document)
    : [JSON.stringify(createFactSheet(document, document.articles.map(extractClaims)))];
  for (const line of lines) await printLineInTime(line);
  return true;
}

/**
 * Prints the facts of pages to standard output, one JSON line a document, and what could not be read to standard error.
 *
 * @param paths files, folders of files, `-` for standard input.
 * @param options `explain`: instead, for people, each fact with its rule and its words.
 * @returns whether all could be read.
 */
export async function runExtract(
  paths: readonly string[],
  { explain = false }: { readonly explain?: boolean } = {},
): Promise<boolean> {
  // A file that was named itself is known by its own name; of a folder's files the folders below tell which is which.
  const named = new Set(paths.map((path) => normalize(path)));
  const readNamed = (chunks: AsyncIterable<Uint8Array>, name: string) =>
    readDocuments(chunks, named.has(name) ? basename(name) : name);
  let isComplete = true;
  for await (const { read } of readFiles(paths, readNamed)) {
    if (!(await printFacts(read, explain))) isComplete = false;
    if (isOutputClosed()) break;
  }
  return isComplete;
}
