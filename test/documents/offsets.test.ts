import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { Converter } from 'opencc-js';
import { XiezuoError } from '../../src/base/errors.ts';
import { decodeBytes } from '../../src/documents/bytes/decode-bytes.ts';
import { parseDocument } from '../../src/documents/parse-document.ts';

const toSimplified = Converter({ from: 't', to: 'cn' });
/** What a character may have been folded from, beyond script and width. */
const FOLDED: Readonly<Record<string, string>> = {
  '“': '"「『',
  '”': '"」』',
  '‘': '『',
  '’': '』',
  '·': '•‧・',
  '。': '.',
  '—': '-',
  着: '著',
  了: '瞭',
  借: '藉',
  复: '覆',
  陕: '陜',
};

function standsFor(char: string, source: string): boolean {
  // A character reference stands for one character; what joins two texts stands for what parted them.
  if (char === source || source === '&' || /\s/.test(char)) return true;
  const folded = source.normalize('NFKC');
  return (
    folded === char ||
    char.normalize('NFKC') === folded ||
    toSimplified(source) === char ||
    (FOLDED[char] ?? '').includes(source)
  );
}

/** The characters of all articles that do not stand for the character of the source that they point to. */
function findStrays(bytes: Uint8Array): string[] {
  const source = decodeBytes(bytes).text;
  return parseDocument(bytes, 'page').articles.flatMap(({ text, sourceOffsets }) => {
    expect(sourceOffsets.length).toBe(text.length);
    return [...text.split('').entries()]
      .filter(([index, char]) => !standsFor(char, source.charAt(sourceOffsets[index] ?? -1)))
      .map(([index, char]) => `${char} at ${index} ← ${source.charAt(sourceOffsets[index] ?? -1)}`);
  });
}

const words = fc.constantFrom(
  '会议',
  '生態環境',
  '臺灣',
  '2023年',
  '著名',
  '乾隆',
  '生(sheng)(sheng)',
  '態(tài)',
  '（NO2）',
  '１２３',
  'PM2.5',
  '发展 改革',
  '<b>市长</b>',
  '&ldquo;一体化&rdquo;',
  '**重点**',
  '[链接](http://a.cn/b)',
  '𠮷',
  '，',
  ',',
  '　',
  '「引」',
);
const sentence = fc
  .array(words, { minLength: 8, maxLength: 40 })
  .map((parts) => `${parts.join('')}，会议在湖州召开。`);
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));
const headline = fc.constantFrom(
  '全市生态环境保护工作会议召开',
  '# 全市 生态環境保护工作會議召开',
  '<h1>工作会议召开</h1>',
  '',
);
const furniture = fc.constantFrom(
  '首页 > 新闻',
  '发布时间：2023-02-23 来源：某某日报',
  '版权所有 某某网',
  '\ufeff',
  '<div class="menu"><a href="/">首页</a></div>',
);
const separator = fc.constantFrom('\n', '\r\n', '\n\n', '<br>\n', '</p>\n<p>');
const page = fc
  .tuple(
    fc.array(furniture, { maxLength: 3 }),
    headline,
    fc.array(paragraph, { minLength: 1, maxLength: 5 }),
    fc.array(furniture, { maxLength: 3 }),
    separator,
  )
  .map(([above, title, text, below, line]) => [...above, title, ...text, ...below].join(line));

test('every character of an article stands for the character of the source that it points to', () => {
  fc.assert(
    fc.property(page, (source) => {
      try {
        expect(findStrays(new TextEncoder().encode(source))).toEqual([]);
      } catch (error) {
        if (!(error instanceof XiezuoError)) throw error;
      }
    }),
    { numRuns: 500 },
  );
});

test('so it does on the seed pages and on the pages of the fixtures', () => {
  const root = join(import.meta.dirname, '../..');
  const seeds = readdirSync(join(root, 'seed/documents')).map((name) => join(root, 'seed/documents', name));
  const fixtures = join(root, 'test/fixtures/documents');
  const pages = readdirSync(fixtures).flatMap((name) =>
    readdirSync(join(fixtures, name))
      .filter((file) => file.startsWith('source.'))
      .map((file) => join(fixtures, name, file)),
  );
  for (const path of [...seeds, ...pages]) expect([path, ...findStrays(readFileSync(path))]).toEqual([path]);
});
