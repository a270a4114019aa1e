import { XiezuoError } from '../../base/errors.ts';
import { MAX_PAGE_BYTES, tooLarge } from '../bytes/decode-bytes.ts';
import type { SourceDocument } from '../model/source-document.ts';
import { type ParseOptions, parseDocument } from '../parse-document.ts';
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

/** A document as it was found, to be read here or elsewhere. */
export interface RawDocument {
  /** The file's name with its folders, `2021/index.html`; that of a record with its line: `pages.jsonl:7`. */
  readonly name: string;
  /** A page of any format, or a line of JSON Lines. */
  readonly kind: 'page' | 'record';
  readonly bytes: Uint8Array;
  /** What the caller knows of a page; a record says it itself. */
  readonly options?: ParseOptions;
}

/** A document that was found, or why it could not be had. */
export type FoundDocument = RawDocument | UnreadDocument;

/** A document that could not be read, and why. */
export type UnreadDocument = Extract<ReadDocument, { error: XiezuoError }>;

/** Enough to tell what a file is. */
const HEAD_BYTES = 64 * 1024;

/**
 * Finds all documents of a stream of bytes one by one: a page of any format, JSON Lines, or either in gzip. What cannot
 * be had is given with its reason, and the rest is gone on with; no more than one document is held at a time.
 *
 * @param name the file's name, with the folders that tell it from others of the name.
 * @throws what the stream itself throws.
 */
export async function* findDocuments(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<FoundDocument> {
  const { head, stream } = await peekStream(chunks, 2);
  if (!isGzip(head)) return yield* findUnpacked(stream, name);
  try {
    yield* findUnpacked(gunzip(stream), name);
  } catch (error) {
    if (!(error instanceof XiezuoError)) throw error;
    yield { name, error, bytes: null };
  }
}

/**
 * Reads all documents of a stream of bytes, as `findDocuments` finds them. What cannot be read is given with its reason, and
 * the rest is read on.
 */
export async function* readDocuments(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<ReadDocument> {
  for await (const found of findDocuments(chunks, name)) yield 'error' in found ? found : readDocument(found);
}

/** Reads a document that was found. Records without a name of their own are named after file and line. */
export function readDocument({ name, kind, bytes, options = {} }: RawDocument): ReadDocument {
  return kind === 'record'
    ? readLine(bytes, name)
    : attempt(name, bytes, () => parseDocument(bytes, name, options));
}

async function* findUnpacked(chunks: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<FoundDocument> {
  const { head, stream } = await peekStream(chunks, HEAD_BYTES);
  if (!isJsonLines(new TextDecoder().decode(head), name)) {
    yield await findOne(stream, name);
    return;
  }
  for await (const line of splitLines(stream, MAX_PAGE_BYTES)) {
    const found = findLine(line, name);
    if (found !== null) yield found;
  }
}

async function findOne(chunks: AsyncIterable<Uint8Array>, name: string): Promise<FoundDocument> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    parts.push(chunk);
    length += chunk.length;
    if (length > MAX_PAGE_BYTES) return { name, error: tooLarge(), bytes: null };
  }
  return { name, kind: 'page', bytes: Buffer.concat(parts) };
}

/** The record of a line; null where the line is blank. */
function findLine({ number, bytes }: ByteLine, file: string): FoundDocument | null {
  const name = `${file}:${number}`;
  if (bytes === null) return { name, error: tooLarge(), bytes: null };
  const line = number === 1 ? withoutMark(bytes) : bytes;
  return isBlank(line) ? null : { name, kind: 'record', bytes: line };
}

function readLine(line: Uint8Array, name: string): ReadDocument {
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
