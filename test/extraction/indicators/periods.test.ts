import { expect, test } from '@jest/globals';
import { readPeriod } from '../../../src/extraction/indicators/periods.ts';

const read = (text: string, publishedOn: string | null = '2023-02-21') => {
  const period = readPeriod(text, { start: 0, end: text.length }, publishedOn);
  return period && `${period.startsOn ?? ''}/${period.endsOn}`;
};

test.each<[string, string]>([
  ['2022年，', '2022-01-01/2022-12-31'],
  ['去年，', '2022-01-01/2022-12-31'],
  ['2022年上半年', '2022-01-01/2022-06-30'],
  ['2022年下半年', '2022-07-01/2022-12-31'],
  ['2022年一季度', '2022-01-01/2022-03-31'],
  ['2022年前三季度', '2022-01-01/2022-09-30'],
  ['2022年1至6月', '2022-01-01/2022-06-30'],
  ['2022年1—11月', '2022-01-01/2022-11-30'],
  ['今年前两个月', '2023-01-01/2023-02-28'],
  ['2022年8月', '2022-08-01/2022-08-31'],
  ['截至2022年底', '/2022-12-31'],
  ['截至2022年4月底', '/2022-04-30'],
  ['截至2022年3月2日', '/2022-03-02'],
  ['2021年12月31日', '2021-12-31/2021-12-31'],
  ['2021年完成，2022年', '2022-01-01/2022-12-31'],
])('%s is %s', (text, period) => {
  expect(read(text)).toBe(period);
});

test.each(['2015年以来', '比2015年', '2030年目标', '从今天起', '2022年13月'])('%s is none', (text) => {
  expect(read(text)).toBeNull();
});

test('今年 is known by the day of publication alone', () => {
  expect(read('今年', null)).toBeNull();
});
