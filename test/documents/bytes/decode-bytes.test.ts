import iconv from 'iconv-lite';
import { decodeBytes } from '../../../src/documents/bytes/decode-bytes.ts';

const simplified = '全市生态环境保护工作会议在市行政中心召开，市长出席会议并讲话。';
const traditional = '水務管理聯席會議在港舉行，發展局局長主持會議，水務署署長作報告。';

test.each([
  ['utf-8', 'utf8', simplified],
  ['gb18030', 'gb18030', simplified],
  ['gb18030', 'gb18030', traditional],
  ['big5', 'big5', traditional],
  ['utf-16le', 'utf16le', simplified],
  ['utf-16be', 'utf16be', traditional],
] as const)('%s is told from the bytes alone (%s)', (charset, encoding, text) => {
  expect(decodeBytes(iconv.encode(text, encoding))).toEqual({ text, charset });
});

test.each(['utf8', 'utf16le', 'utf16be'])('a byte order mark is believed and left out (%s)', (encoding) => {
  expect(decodeBytes(iconv.encode(simplified, encoding, { addBOM: true })).text).toBe(simplified);
});

test('a declaration that the bytes bear out is believed', () => {
  const page = `<meta charset="gbk"><p>${simplified}</p>`;
  expect(decodeBytes(iconv.encode(page, 'gbk'))).toEqual({ text: page, charset: 'gb18030' });
});

test('a declaration that the bytes belie is not', () => {
  const page = `<meta charset="gb2312"><p>${simplified}</p>`;
  expect(decodeBytes(iconv.encode(page, 'utf8'))).toEqual({ text: page, charset: 'utf-8' });
});

test('a short text that is valid in several charsets is read as everyday Chinese', () => {
  expect(decodeBytes(iconv.encode('联通', 'gbk')).text).toBe('联通');
});

test('a few broken bytes do not spoil a page', () => {
  const bytes = iconv.encode(`${simplified}X${simplified}`, 'gb18030');
  bytes[bytes.indexOf(0x58)] = 0xff;
  expect(decodeBytes(bytes).text.replaceAll('\ufffd', '').startsWith(simplified)).toBe(true);
});
