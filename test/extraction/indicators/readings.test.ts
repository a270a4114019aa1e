import { expect, test } from '@jest/globals';
import { listNumbers } from '../../../src/extraction/indicators/readings.ts';

const read = (text: string) =>
  listNumbers({ text, behindNames: ({ start }) => start }, { start: 0, end: text.length }).map(
    ({ measure, form, isFall, quantity, start, end }) => ({
      said: `${measure} ${form === 'CHANGE' ? (isFall ? 'falls by' : 'rises by') : 'is'} ${quantity.value} ${quantity.unit.code}`,
      words: text.slice(start, end),
    }),
  );

test('a number is said of what stands before it or behind it, in the words that say so', () => {
  expect(read('现场签约了35个合作项目，总投资达270亿元。')).toEqual([
    { said: '合作项目 is 35 个', words: '35个合作项目' },
    { said: '总投资 is 27000000000 CNY', words: '总投资达270亿元' },
  ]);
});

test('a change without words of its own is one of what the number before it measures', () => {
  expect(read('平均浓度24微克/立方米，同比下降3.2%。').map(({ said }) => said)).toEqual([
    '平均浓度 is 24 ug/m3',
    '平均浓度 falls by 3.2 %',
  ]);
  expect(read('同比下降3.2%。')).toEqual([]);
});
