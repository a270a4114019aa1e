import { expect, test } from '@jest/globals';
import { printable } from '../../src/cli/printable.ts';

test.each([
  ['plain text, 中文 and 😀 with a\ttab', 'plain text, 中文 and 😀 with a\ttab'],
  ['\u001b[31mred', '\\u001b[31mred'],
  ['\u009b2J', '\\u009b2J'],
  ['two\r\nlines\u2028three', 'two\\r\\nlines\\u2028three'],
  ['\u202etxt.exe\u2066\u200b\ufeff', '\\u202etxt.exe\\u2066\\u200b\\ufeff'],
  ['tag \u{e0041}', 'tag \\udb40\\udc41'],
])('H20: %j is printed as %j', (text, shown) => {
  expect(printable(text)).toBe(shown);
});

test('H20: JSON stays the same JSON', () => {
  const value = { name: Array.from({ length: 0x3000 }, (_, code) => String.fromCharCode(code)).join('') };
  expect(JSON.parse(printable(JSON.stringify(value)))).toEqual(value);
});
