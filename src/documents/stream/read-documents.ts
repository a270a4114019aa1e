import { XiezuoError } from '../../errors.ts';
import { MAX_PAGE_BYTES, tooLarge } from '../decode-bytes.ts';
import { parseDocument } from '../parse-document.ts';
import type { SourceDocument } from '../source-document.ts';
import { gunzip, isGzip } from './gunzip.ts';
import { isJsonLines } from './is-json-lines.ts';
import { parseRecord, readRecord } from './parse-record.ts';
import { peekStream } from './peek-stream.ts';
import { type ByteLine, splitLines } from './split-lines.ts';

/** A document that was read, or why it was not. */
export type ReadDocument =
  | { readonly document: SourceDocument }
  | {
      readonly name: string;
      readonly error: XiezuoError;
      /** Null where they are too many to keep, or could not be had. */
      readonly bytes: Uint8Array | null;
    };

/** Enough to tell what a file is. */
const HEAD_BYTES = 64 * 1024;

/**
 * Reads all documents of a stream of bytes one by one: a page of any format, JSON Lines, or either in gzip. What cannot
 * be read is given with its reason, and the rest is read on; no more than one document is held at a time.
 *
 * @param name the file's base name. Records without a name are named after it and their line: `pages.jsonl:7`.
 * @throws what the stream itself throws.
 */
export async function* readDocuments(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<ReadDocument> {
  const { head, stream } = await peekStream(chunks, 2);
  if (!isGzip(head)) return yield* readUnpacked(stream, name);
  try {
    yield* readUnpacked(gunzip(stream), name);
  } catch (error) {
    if (!(error instanceof XiezuoError)) throw error;
    yield { name, error, bytes: null };
  }
}

async function* readUnpacked(chunks: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<ReadDocument> {
  const { head, stream } = await peekStream(chunks, HEAD_BYTES);
  if (!isJsonLines(new TextDecoder().decode(head), name)) {
    yield await readOne(stream, name);
    return;
  }
  for await (const line of splitLines(stream, MAX_PAGE_BYTES)) {
    const found = readLine(line, name);
    if (found !== null) yield found;
  }
}

async function readOne(chunks: AsyncIterable<Uint8Array>, name: string): Promise<ReadDocument> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    parts.push(chunk);
    length += chunk.length;
    if (length > MAX_PAGE_BYTES) return { name, error: tooLarge(), bytes: null };
  }
  const bytes = Buffer.concat(parts);
  return attempt(name, bytes, () => parseDocument(bytes, name));
}

/** The document of a line; null where the line is blank. */
function readLine({ number, bytes }: ByteLine, file: string): ReadDocument | null {
  const name = `${file}:${number}`;
  if (bytes === null) return { name, error: tooLarge(), bytes: null };
  const line = number === 1 ? withoutMark(bytes) : bytes;
  if (isBlank(line)) return null;
  let shown = name;
  const read = attempt(name, line, () => {
    const record = readRecord(line);
    shown = record.name ?? name;
    return parseRecord(line, record, shown);
  });
  if ('document' in read || shown === name) return read;
  const { error } = read;
  const message = `${name}: ${error.message}`;
  return { ...read, name: shown, error: new XiezuoError(error.code, message, { cause: error }) };
}

function attempt(name: string, bytes: Uint8Array, read: () => SourceDocument): ReadDocument {
  try {
    return { document: read() };
  } catch (error) {
    if (error instanceof XiezuoError) return { name, error, bytes: Uint8Array.from(bytes) };
    throw error;
  }
}

function withoutMark(line: Uint8Array): Uint8Array {
  return line[0] === 0xef && line[1] === 0xbb && line[2] === 0xbf ? line.subarray(3) : line;
}

function isBlank(line: Uint8Array): boolean {
  return line.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
}
