import type { Charset } from './charset.ts';

const HEAD_BYTES = 4096;
const DECLARATION =
  /(?:charset\s{0,5}=\s{0,5}|encoding\s{0,5}=\s{0,5}|@charset\s{1,5})["']?\s{0,5}([A-Za-z0-9_-]{3,20})/i;
const NAMES: ReadonlyMap<string, Charset> = new Map([
  ['utf-8', 'utf-8'],
  ['utf8', 'utf-8'],
  ['gb2312', 'gb18030'],
  ['gbk', 'gb18030'],
  ['gb18030', 'gb18030'],
  ['gb_2312-80', 'gb18030'],
  ['x-gbk', 'gb18030'],
  ['cp936', 'gb18030'],
  ['big5', 'big5'],
  ['big5-hkscs', 'big5'],
  ['x-x-big5', 'big5'],
  ['cp950', 'big5'],
]);

/** The charset that a page declares in its first bytes (`<meta charset>`, XML declaration); null where it names none. */
export function findDeclaredCharset(bytes: Uint8Array): Charset | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES));
  const name = DECLARATION.exec(head)?.[1];
  return name === undefined ? null : (NAMES.get(name.toLowerCase()) ?? null);
}
