import { foldText } from '../../../src/search/text/fold-text.ts';
import { findNumbers, numberLexeme, queryNumbers, spellings } from '../../../src/search/text/numbers.ts';

const lexemes = (text: string) => {
  const { chars } = foldText(text);
  return findNumbers(chars).map((span) => numberLexeme(chars, span));
};

test.each<[string, string[]]>([
  ['2022年11月8日', ['=2022|年', '=11|月', '=8|日']],
  ['二〇二六年一月八日', ['=2026|年', '=1|月', '=8|日']],
  ['二○二六年十二月', ['=2026|年', '=12|月']],
  ['第十二次，第12次', ['=12|次', '=12|次']],
  ['１，０００人，12.5亿', ['=1000|人', '=12.5|亿']],
  ['五百亿元，500亿元', ['=500|亿', '=500|亿']],
  ['三万五千人，一百三十六名', ['=35000|人', '=136|名']],
  ['15%，百分之五点三，百分之50，百分之百', ['=15|%', '=5.3|%', '=50|%', '=100|%']],
  ['二十届四中全会', ['=20|届']],
  ['2022.8.17', ['=2022|', '=8|', '=17|']],
  ['06月', ['=6|月']],
  ['十四五规划，三中全会，一带一路，千方百计，三五成群，千万', []],
])('the numbers of %s', (text, expected) => {
  expect(lexemes(text)).toEqual(expected);
});

test.each<[string, string[]]>([
  ['第12次', ['第12次', '第十二次']],
  ['二〇二六年', ['二〇二六年', '2026年']],
  ['5%', ['5%', '百分之五']],
  ['1,000人', ['1,000人', '1000人', '一千人']],
  ['20届四中全会', ['20届四中全会', '二十届四中全会']],
  ['十四五', ['十四五']],
  // No numeral stands alone before such a word: 五吨 is no number that is told apart.
  ['5吨', ['5吨']],
])('%s is also spelt otherwise', (text, expected) => {
  expect(spellings(foldText(text).chars).map((chars) => chars.join(''))).toEqual(expected);
});

test('all numbers up to ten thousand are read as they are spelt', () => {
  for (let number = 1; number <= 10_000; number += 7) {
    const [, spelt] = spellings(Array.from(`${number}人`));
    expect(lexemes(spelt?.join('') ?? '')).toEqual(number === 10_000 ? ['=1|万'] : [`=${number}|人`]);
  }
});

test('digits in words with letters are a part of them', () => {
  for (const text of ['pm2.5', 'g20', 'covid-19', '5g']) expect(queryNumbers(Array.from(text))).toEqual([]);
  expect(queryNumbers(Array.from('2022-06-07')).map(({ value }) => value)).toEqual(['2022', '6', '7']);
});
