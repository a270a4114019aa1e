import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { XiezuoError } from '../../src/base/errors.ts';
import { parseDocument } from '../../src/documents/parse-document.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

/** The code of the error that reading gives; null where it gives none. Anything but a XiezuoError fails the test. */
function readCode(bytes: Uint8Array): string | null {
  try {
    parseDocument(bytes, 'page.html');
    return null;
  } catch (error) {
    if (error instanceof XiezuoError) return error.code;
    throw error;
  }
}

const sentence = '全市生态环境保护工作会议在市行政中心召开，市长出席会议并讲话。';

test.each([
  ['no bytes', new Uint8Array(0), 'DOCUMENT_EMPTY'],
  ['white space', utf8(' \n\u3000\t\r\n\ufeff'), 'DOCUMENT_EMPTY'],
  ['a NUL in the text', utf8(`${sentence}\0${sentence}`), 'DOCUMENT_BINARY'],
  ['an image', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]), 'DOCUMENT_BINARY'],
  ['a PDF', utf8(`%PDF-1.7\n${sentence}`), 'DOCUMENT_BINARY'],
  ['UTF-8 cut inside a character', utf8(sentence.repeat(3)).subarray(0, -1), 'DOCUMENT_TRUNCATED'],
  ['Latin text', utf8('The quick brown fox jumps over the lazy dog.\n'.repeat(20)), 'DOCUMENT_NOT_CHINESE'],
  [
    'only furniture',
    utf8('首页\n新闻中心\n版权所有 某某市人民政府\n请输入验证码'),
    'DOCUMENT_WITHOUT_ARTICLE',
  ],
  [
    '10,000 nested elements',
    utf8(`${'<div>'.repeat(10_000)}${sentence}${'</div>'.repeat(10_000)}`),
    'DOCUMENT_TOO_DEEP',
  ],
  ['more bytes than a page has', new Uint8Array(200_000_000).fill(0x61), 'DOCUMENT_TOO_LARGE'],
])('%s is refused with a code', (_, bytes, code) => {
  expect(readCode(bytes)).toBe(code);
});

const folders = ['../../seed/documents', '../fixtures/documents'].map((path) =>
  join(import.meta.dirname, path),
);
const pages = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.json'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name))),
);

test('random bytes give a document or a code, never anything else', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 4000 }), (bytes) => void readCode(bytes)),
    { numRuns: 500 },
  );
});

test('random text gives a document or a code, never anything else', () => {
  const piece = fc.constantFrom(
    '<',
    '>',
    '</',
    '<p',
    '<!--',
    '-->',
    '"',
    "'",
    '=',
    '&',
    '&#x',
    ';',
    '#',
    '*',
    '[',
    '](',
    ')',
    '---\n',
    '\n',
    '会议',
    '，',
    '。',
    '(hui)',
    '《',
    '2023-02-30',
    '来源：',
    '<script>',
    '\ud800',
    'title: ',
  );
  const text = fc
    .array(fc.oneof(piece, fc.string({ unit: 'binary' })), { maxLength: 300 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (source) => void readCode(utf8(source))),
    { numRuns: 500 },
  );
});

test('mutated pages give a document or a code, never anything else', () => {
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    drop: fc.nat(200),
    add: fc.uint8Array({ maxLength: 6 }),
  });
  const mutation = fc.tuple(fc.constantFrom(...pages), fc.array(edit, { minLength: 1, maxLength: 20 }));
  fc.assert(
    fc.property(mutation, ([page, edits]) => {
      let bytes: Uint8Array = page;
      for (const { at, drop, add } of edits) {
        const place = Math.floor(at * bytes.length);
        bytes = Buffer.concat([bytes.subarray(0, place), add, bytes.subarray(place + drop)]);
      }
      readCode(bytes);
    }),
    { numRuns: 300 },
  );
});

/** Milliseconds: work that grew with the square of these texts would take many times as long. */
const HANG_MS = 60_000;

test.each([
  ['one line', '会议'.repeat(1_000_000)],
  ['open brackets', '['.repeat(300_000)],
  ['open tags', '<a href="'.repeat(100_000)],
  ['open comments', '<!--'.repeat(200_000)],
  ['parentheses', '会(a'.repeat(200_000)],
  ['stars', '*'.repeat(300_000)],
  ['front matter marks', '---\n'.repeat(200_000)],
  ['short lines', '会议召开\n'.repeat(100_000)],
  ['headings', '# 会议召开\n\n会议今天在湖州召开。\n\n'.repeat(20_000)],
  ['labels', '来源：'.repeat(100_000)],
  ['digits', '2023-02-3'.repeat(100_000)],
  ['blanks', `会${' '.repeat(1_000_000)}议`],
  ['unclosed cells', '<table><tr><td>会议召开，'.repeat(1_900)],
])('a long text of %s does not make it hang', (_, text) => {
  const start = performance.now();
  readCode(utf8(`${sentence}\n${text}\n${sentence}`));
  expect(performance.now() - start).toBeLessThan(HANG_MS);
});
