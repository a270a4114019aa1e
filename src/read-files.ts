import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { type ReadDocument, readDocuments } from './documents/stream/read-documents.ts';
import { XiezuoError } from './errors.ts';
import { listFiles } from './list-files.ts';

/** The path that stands for standard input, and what the document that comes from there is called. */
const [STDIN, STDIN_NAME] = ['-', 'stdin'] as const;

/** A document of one of many files. */
export interface FoundDocument {
  readonly read: ReadDocument;
  /** Which file it came from, from 1. */
  readonly file: number;
  readonly files: number;
}

async function* readFile(path: string): AsyncGenerator<ReadDocument> {
  const isStdin = path === STDIN;
  const name = isStdin ? STDIN_NAME : basename(path);
  try {
    yield* readDocuments(isStdin ? process.stdin : createReadStream(path), name);
  } catch (cause) {
    const { code, syscall } = cause as NodeJS.ErrnoException;
    if (syscall === undefined) throw cause;
    const message = `${path} cannot be read (${code}): check that it is a file and that you may read it.`;
    yield { name, error: new XiezuoError('FILE_UNREADABLE', message, { cause }), bytes: null };
  }
}

/**
 * Reads the documents of files, of all files in folders, and of standard input (`-`), one by one.
 *
 * What cannot be read is given with its reason (FILE_UNREADABLE, FOLDER_EMPTY, and those of `readDocuments`), and the
 * rest is read on.
 */
export async function* readFiles(paths: readonly string[]): AsyncGenerator<FoundDocument> {
  const listed = await listFiles(paths);
  for (const [index, entry] of listed.entries()) {
    const place = { file: index + 1, files: listed.length };
    if ('error' in entry)
      yield { read: { name: basename(entry.path), error: entry.error, bytes: null }, ...place };
    else for await (const read of readFile(entry.path)) yield { read, ...place };
  }
}
