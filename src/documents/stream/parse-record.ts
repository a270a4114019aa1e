import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { XiezuoError } from '../../base/errors.ts';
import { decodeBytes } from '../bytes/decode-bytes.ts';
import type { PageFormat } from '../formats/detect-format.ts';
import { isPageUrl } from '../labels/page-url.ts';
import { findDate } from '../labels/read-date.ts';
import type { CivilDate, SourceDocument } from '../model/source-document.ts';
import { parsePage } from '../parse-page.ts';

/** A line of a JSON Lines file: one page with what its collector knew of it. */
export interface PageRecord {
  /** Null where the record gives none. */
  readonly name: string | null;
  readonly url: string | null;
  readonly publishedOn: CivilDate | null;
  /** The page. */
  readonly source: string;
  /** `html` where the record says so, null where the text shall say. */
  readonly format: PageFormat | null;
}

const MEDIA_TYPE = 'application/json';
/** More than any name has, in UTF-16 code units. */
const MAX_NAME = 500;

/**
 * Reads a line of a JSON Lines file: `{ name?, url?, publishedOn?, text | html }`. Where both are there, `html` is read.
 *
 * @throws {XiezuoError} RECORD_BROKEN it is no JSON; RECORD_INVALID it is JSON of another shape; and what decoding throws.
 */
export function readRecord(line: Uint8Array): PageRecord {
  const value = readJson(isUtf8(line) ? new TextDecoder().decode(line) : decodeBytes(line).text);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw invalid('It is no JSON object.');
  const record = value as Readonly<Record<string, unknown>>;
  const html = readText(record, 'html');
  const source = html ?? readText(record, 'text');
  if (source === null) throw invalid('It has neither "text" nor "html".');
  return {
    name: readLabel(record, 'name', MAX_NAME),
    url: readUrl(record),
    publishedOn: readDay(record),
    // Half a character, written as an escape, is none.
    source: source.replace(/\p{Surrogate}/gu, '\ufffd'),
    format: html === null ? null : 'html',
  };
}

/**
 * Reads the page of a record. The document's bytes are those of the line; the offsets of its articles are offsets into
 * the value of the record's `html` or `text`.
 *
 * @throws {XiezuoError} what `parsePage` throws.
 */
export function parseRecord(line: Uint8Array, record: PageRecord, name: string): SourceDocument {
  const { source, url, publishedOn, format } = record;
  const page = parsePage(source, { name, url, publishedOn, format });
  // The line is a view of a larger buffer, which must not live as long as the document.
  const bytes = Uint8Array.from(line);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { name, url: page.url, sha256, mediaType: MEDIA_TYPE, bytes, articles: page.articles };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new XiezuoError('RECORD_BROKEN', 'It is no complete JSON.', { cause });
  }
}

/** A text of one line without controls and halves of characters; null where nothing of it is left. */
function readLabel(record: Readonly<Record<string, unknown>>, key: string, limit: number): string | null {
  const value =
    readText(record, key)
      ?.replace(/[\p{Cc}\p{Surrogate}]/gu, '')
      .trim() ?? '';
  if (value.length > limit) throw invalid(`Its "${key}" is longer than ${limit} characters.`);
  return value === '' ? null : value;
}

/** The address of the page; null where the record gives none. */
function readUrl(record: Readonly<Record<string, unknown>>): string | null {
  const url = readLabel(record, 'url', Number.POSITIVE_INFINITY);
  if (url === null || isPageUrl(url)) return url;
  throw invalid(
    'Its "url" is no address that begins with http:// or https:// and has at most 4,000 characters.',
  );
}

/** The day of publication; null where the record gives none. */
function readDay(record: Readonly<Record<string, unknown>>): CivilDate | null {
  const text = readText(record, 'publishedOn');
  if (text === null) return null;
  const found = findDate(text);
  if (found !== null) return found.date;
  throw invalid('Its "publishedOn" holds no date, such as 2022-08-17.');
}

/** Null where the key is missing, null or blank. */
function readText(record: Readonly<Record<string, unknown>>, key: string): string | null {
  const value = record[key];
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string') throw invalid(`Its "${key}" is no string.`);
  return key !== 'text' && key !== 'html' && value.trim() === '' ? null : value;
}

function invalid(reason: string): XiezuoError {
  return new XiezuoError('RECORD_INVALID', reason);
}
