import { createReadStream } from 'node:fs';
import { XiezuoError } from '../base/errors.ts';
import type { UnreadDocument } from '../documents/stream/read-documents.ts';
import { type ListedFile, listFiles, STDIN } from './list-files.ts';

/** What a stream of bytes is made into: documents. */
type ReadStream<T> = (chunks: AsyncIterable<Uint8Array>, name: string) => AsyncIterable<T>;

/** A document of one of many files. */
export interface FoundDocument<T> {
  readonly read: T | UnreadDocument;
  /** Which file it came from, from 1. */
  readonly file: number;
  readonly files: number;
}

async function* readFile<T>(
  { path, name }: ListedFile,
  read: ReadStream<T>,
): AsyncGenerator<T | UnreadDocument> {
  try {
    yield* read(path === STDIN.path ? process.stdin : createReadStream(path), name);
  } catch (cause) {
    const { code, syscall } = cause as NodeJS.ErrnoException;
    if (syscall === undefined) throw cause;
    const message = `${name} cannot be read (${code}): check that it is a file and that you may read it.`;
    yield { name, error: new XiezuoError('FILE_UNREADABLE', message, { cause }), bytes: null };
  }
}

/**
 * Reads the documents of files, of all files in folders, and of standard input (`-`), one by one.
 *
 * What cannot be read is given with its reason (FILE_UNREADABLE, FOLDER_EMPTY, and those of `read`), and the
 * rest is read on.
 *
 * @param read such as `readDocuments`.
 */
export async function* readFiles<T>(
  paths: readonly string[],
  read: ReadStream<T>,
): AsyncGenerator<FoundDocument<T>> {
  const listed = await listFiles(paths);
  for (const [index, entry] of listed.entries()) {
    const place = { file: index + 1, files: listed.length };
    if ('error' in entry) yield { read: { name: entry.name, error: entry.error, bytes: null }, ...place };
    else for await (const document of readFile(entry, read)) yield { read: document, ...place };
  }
}
