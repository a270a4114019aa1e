import { findDate, findDateInUrl } from '../../../src/documents/labels/read-date.ts';

test.each([
  ['发布时间：2023-02-23 10:00', '2023-02-23'],
  ['2023年2月3日', '2023-02-03'],
  ['2023 年 2 月 3 日', '2023-02-03'],
  ['2023/2/3', '2023-02-03'],
  ['2023.02.03', '2023-02-03'],
  ['二〇二二年八月十八日', '2022-08-18'],
  ['二○二一年十二月三十一日', '2021-12-31'],
  ['《新闻联播》（20220716）', '2022-07-16'],
  ['Thu, 18 Aug 2022 19:41:59 GMT', '2022-08-18'],
  ['August 18, 2022', '2022-08-18'],
  ['23.11.2019 21:12', '2019-11-23'],
  ['2022-08-18T09:30:00+08:00', '2022-08-18'],
  ['2022 08/18 09:30:20', '2022-08-18'],
  ['2022—08—18', '2022-08-18'],
])('the date is read as printed: %s', (text, date) => {
  expect(findDate(text)?.date).toBe(date);
});

test.each([
  '2023-02-30',
  '12023-02-03',
  '2023-13-01',
  '版权所有 2010-2024',
  '1305次',
  '十二月三十日',
  '3300990001',
  '10.12.8.2019',
  '13.13.2019',
])('what is no date is none: %s', (text) => {
  expect(findDate(text)).toBeNull();
});

test.each([
  ['https://a.example.cn/2022/07/16/VIDE.shtml', '2022-07-16'],
  ['http://a.example.cn/art/202207/t20220716_123.html', '2022-07-16'],
  ['http://a.example.cn/art/2019/7/6/art_12_34.html', '2019-07-06'],
  ['http://a.example.cn/n1/2019/0615/c1-3.html', '2019-06-15'],
  ['http://a.example.cn/a/20190907/1.html?t=20200101', '2019-09-07'],
])('the path of a URL dates it: %s', (url, date) => {
  expect(findDateInUrl(url)).toBe(date);
});

test('numbers in a URL that are no day date nothing', () => {
  expect(findDateInUrl('https://a.example.cn/art_1229415698_59012345.html')).toBeNull();
  expect(findDateInUrl('https://a.example.cn/2019/7/614/1.html')).toBeNull();
});
