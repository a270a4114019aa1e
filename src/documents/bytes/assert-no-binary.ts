import { XiezuoError } from '../../base/errors.ts';

/** The first bytes of files that are taken for pages, and what they are. */
const MAGIC: readonly (readonly [string, string])[] = [
  ['%PDF', 'PDF'],
  ['PK\u0003\u0004', 'ZIP, DOCX or XLSX'],
  ['\u00d0\u00cf\u0011\u00e0', 'DOC or XLS'],
  ['\u0089PNG', 'PNG'],
  ['\u00ff\u00d8\u00ff', 'JPEG'],
  ['GIF8', 'GIF'],
  ['{\\rtf', 'RTF'],
  ['\u001f\u008b', 'gzip'],
  ['Rar!', 'RAR'],
  ['7z\u00bc\u00af', '7z'],
];
const SAMPLE_BYTES = 1024;
const MAX_CONTROL_SHARE = 0.01;

/**
 * Checks that bytes of an 8-bit charset can be text.
 *
 * @throws {XiezuoError} DOCUMENT_BINARY a file format that is no text, a NUL byte, or control characters throughout.
 */
export function assertNoBinary(bytes: Uint8Array): void {
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  const kind = MAGIC.find(([magic]) => head.startsWith(magic))?.[1];
  if (kind !== undefined) throw createError(`The document is a ${kind} file, not a text page.`);
  if (bytes.includes(0)) throw createError('The document holds NUL bytes: it is no text.');
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  let controls = 0;
  for (let at = 0; at < sample.length; at++) controls += CONTROLS[sample[at] ?? 0] ?? 0;
  if (controls > MAX_CONTROL_SHARE * sample.length)
    throw createError('The document is full of control characters.');
}

/** For each byte 1 where it is a control that text does not have. */
const CONTROLS: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) => (isControl(byte) ? 1 : 0));

function isControl(byte: number): boolean {
  return byte < 0x20 && !(byte >= 9 && byte <= 13) && byte !== 0x1a && byte !== 0x1b;
}

function createError(message: string): XiezuoError {
  return new XiezuoError('DOCUMENT_BINARY', message);
}
