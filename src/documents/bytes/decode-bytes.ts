import { isUtf8, transcode } from 'node:buffer';
import { XiezuoError } from '../../base/errors.ts';
import { assertNoBinary } from './assert-no-binary.ts';
import type { Charset } from './charset.ts';
import { findDeclaredCharset } from './declared-charset.ts';
import { scoreReading } from './score-reading.ts';

/** Bytes read as text. */
export interface DecodedText {
  /** Without byte order mark. Offsets into a source are offsets into this. */
  readonly text: string;
  readonly charset: Charset;
}

/** More bytes than any page has. */
export const MAX_PAGE_BYTES = 16 * 1024 * 1024;
const SAMPLE_BYTES = 64 * 1024;
/** Characters: enough to see that valid UTF-8 is Chinese, and too few to. */
const [ENOUGH, TOO_FEW] = [256, 8];
const CERTAIN_SCORE = 0.9;
/** What a reading must score to be believed: half of what is not ASCII is everyday Chinese. */
const MIN_SCORE = 0.5;
const MARKS: readonly (readonly [Charset, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * Decodes the bytes of a page. A byte order mark is believed; what the page declares is, unless it makes no sense of
 * the bytes; else the charset is the one that makes most sense of them.
 *
 * @throws {XiezuoError} DOCUMENT_TOO_LARGE more than 16 MiB; DOCUMENT_BINARY it holds NUL or is no text;
 *   DOCUMENT_TRUNCATED it ends inside a UTF-8 character; DOCUMENT_UNREADABLE no charset makes sense of it.
 */
export function decodeBytes(bytes: Uint8Array): DecodedText {
  if (bytes.length > MAX_PAGE_BYTES) throw tooLarge();
  const marked = MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked !== undefined) return decodeMarked(bytes, marked[0]);
  const quick = isUtf8(bytes) ? readValidUtf8(bytes) : null;
  const charset = quick !== null && isCertain(quick) ? 'utf-8' : detectCharset(bytes, quick !== null);
  if (!charset.startsWith('utf-16')) assertNoBinary(bytes);
  return decodeAs(bytes, charset, quick);
}

/** The error of a page or a line of more than `MAX_PAGE_BYTES`. */
export function tooLarge(): XiezuoError {
  const message = `The document is larger than a page can be (${MAX_PAGE_BYTES / 1024 / 1024} MiB): split it.`;
  return new XiezuoError('DOCUMENT_TOO_LARGE', message, { context: { limit: MAX_PAGE_BYTES } });
}

function decodeMarked(bytes: Uint8Array, charset: Charset): DecodedText {
  if (!charset.startsWith('utf-16')) assertNoBinary(bytes);
  return decodeAs(bytes, charset, null);
}

/** @param utf8 the bytes read as UTF-8, where that has been done. */
function decodeAs(bytes: Uint8Array, charset: Charset, utf8: string | null): DecodedText {
  if (charset === 'utf-8') assertNotTruncated(bytes);
  const text = charset === 'utf-8' ? (utf8 ?? readUtf8(bytes)) : new TextDecoder(charset).decode(bytes);
  // Elsewhere the bytes have been looked through.
  if (charset.startsWith('utf-16') && text.includes('\0')) throw createBinaryError();
  return { text: text.startsWith('\ufeff') ? text.slice(1) : text, charset };
}

/** The way over UTF-16 takes a tenth of the time of Node's decoders, which build the string bit by bit. */
function readValidUtf8(bytes: Uint8Array): string {
  return bytes.length === 0 ? '' : transcode(bytes, 'utf8', 'utf16le').toString('utf16le');
}

function readUtf8(bytes: Uint8Array): string {
  if (isUtf8(bytes)) return readValidUtf8(bytes);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}

function createBinaryError(): XiezuoError {
  return new XiezuoError('DOCUMENT_BINARY', 'The document holds NUL characters: it is no text.');
}

/** @param utf8 whether the bytes are valid UTF-8. */
function detectCharset(bytes: Uint8Array, utf8: boolean): Charset {
  const start = bytes.findIndex((byte) => byte >= 0x80 || byte === 0);
  if (start < 0) return 'utf-8';
  const declared = findDeclaredCharset(bytes);
  const readings = listCandidates(utf8).map((charset) => {
    const from = charset.startsWith('utf-16') ? 0 : start;
    const sample = bytes.subarray(from, from + SAMPLE_BYTES);
    const trust = (charset === declared ? 0.15 : 0) + (charset === 'utf-8' && utf8 ? 0.3 : 0);
    const score = scoreReading(new TextDecoder(charset).decode(sample, { stream: true }));
    return { charset, score: score === 0 ? 0 : score + trust };
  });
  const best = readings.reduce((a, b) => (b.score > a.score ? b : a));
  if (utf8 && best.score < MIN_SCORE) return 'utf-8';
  if (best.score >= MIN_SCORE) return best.charset;
  assertNoBinary(bytes);
  assertNotTruncated(bytes);
  throw new XiezuoError('DOCUMENT_UNREADABLE', 'No charset makes Chinese text of the document.');
}

/** Whether valid UTF-8 reads as everyday Chinese: short GBK text can be valid UTF-8 by chance. */
function isCertain(text: string): boolean {
  const start = findNonAscii(text);
  return text.length - start > TOO_FEW && scoreReading(text.slice(start, start + ENOUGH)) >= CERTAIN_SCORE;
}

/** The first character that is not ASCII or is NUL; the length of the text where there is none. */
function findNonAscii(text: string): number {
  let at = 0;
  while (at < text.length && text.charCodeAt(at) < 0x80 && text.charCodeAt(at) > 0) at++;
  return at;
}

function listCandidates(utf8: boolean): readonly Charset[] {
  return utf8 ? ['utf-8', 'gb18030', 'big5'] : ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'];
}

/** A file that breaks off in the middle of a character broke off in the middle of its text. */
function assertNotTruncated(bytes: Uint8Array): void {
  const tail = bytes.subarray(Math.max(0, bytes.length - 3));
  const lead = tail.findLastIndex((byte) => byte >= 0xc2);
  const first = tail[lead] ?? 0;
  const wanted = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0;
  const have = tail.length - lead;
  const open = lead >= 0 && have < wanted && tail.subarray(lead + 1).every((byte) => (byte & 0xc0) === 0x80);
  if (open)
    throw new XiezuoError('DOCUMENT_TRUNCATED', 'The document ends inside a character: it was cut short.');
}
