import { hash } from 'node:crypto';
import { decodeBytes } from './bytes/decode-bytes.ts';
import type { CivilDate, SourceDocument } from './model/source-document.ts';
import { parsePage } from './parse-page.ts';

/** What the caller knows of a page beside its bytes. */
export interface ParseOptions {
  /** Where the page came from; goes before what the page says. */
  readonly url?: string;
  /** The day of publication; goes before what the page says. */
  readonly publishedOn?: CivilDate;
}

/**
 * Reads the bytes of one page into clean articles, each character of which leads back to the source.
 *
 * @param name the file's name, with the folders that tell it from others of the name; it decides nothing.
 * @throws {XiezuoError} what `decodeBytes` and `parsePage` throw: a code that begins with DOCUMENT_.
 */
export function parseDocument(bytes: Uint8Array, name: string, options: ParseOptions = {}): SourceDocument {
  const { text } = decodeBytes(bytes);
  const { url = null, publishedOn = null } = options;
  const page = parsePage(text, { name, url, publishedOn, format: null });
  return { name, sha256: hash('sha256', bytes), bytes, ...page };
}
