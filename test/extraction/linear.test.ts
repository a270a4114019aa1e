import { expect, test } from '@jest/globals';
import { parseDocument } from '../../src/documents/parse-document.ts';
import { extractClaims } from '../../src/extraction/extract-claims.ts';
import { isSeparator } from '../../src/extraction/persons/person-separators.ts';
import { createArticle } from './article.ts';

const SHORT = 5000;
const LONG = 20_000;
/** What is linear takes four times as long for four times the text, what is quadratic sixteen times. */
const MOST_TIMES = 8;
/** Of text so short that everything in it is compiled and allocated for the first time. */
const NOISE_MS = 50;
const MOST_MS = 4000;

const SURNAMES = [...'王李张刘陈杨黄赵吴周徐孙马胡郭何林高罗郑'];
const GIVEN = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英'];
const nameOf = (n: number) =>
  `${SURNAMES[n % 20]}${GIVEN[(n * 7) % 23]}${GIVEN[(n + Math.floor(n / 23)) % 23]}`;

/** A text of so many characters of what is made of each number. */
function repeat(unit: (number: number) => string, length: number): string {
  let text = '';
  for (let number = 0; text.length < length; number++) text += unit(number);
  return text.slice(0, length);
}

/** Milliseconds of processor time, the least of a few rounds: what else the machine does only adds to it. */
function measure(run: () => void, rounds: number): number {
  const times = Array.from({ length: rounds }, () => {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

const read = (text: string) => () => {
  extractClaims(createArticle({ body: text.split('\n') }));
};

const UNITS: readonly (readonly [string, (number: number) => string])[] = [
  ['签署合作协议', () => '签署合作协议'],
  ['签署协议。', () => '签署协议。'],
  ['签订合作协议', () => '签订合作协议'],
  ['我市签署协议 as paragraphs', () => '我市签署协议\n'],
  ['agreements of ever other titles', (n) => `双方签署《${nameOf(n)}合作协议》和`],
  ['signers of ever other firms', (n) => `${nameOf(n)}集团共同签署了《${nameOf(n + 9)}协议》。`],
  ['meetings of ever other names', (n) => `会议召开第${(n % 90) + 1}次${nameOf(n)}工作会议。`],
  ['ceremonies of ever other sessions', (n) => `第${n + 1}次${nameOf(n)}签约仪式举行。`],
  ['talks of one host', (n) => `张三会见法国总统${nameOf(n)}斯基。张三说，`],
  ['lists of names', (n) => `${nameOf(n)}、`],
  ['lists of places', () => '苏州市、'],
  ['letters of provinces', () => '沪苏浙'],
  ['one letter of a province', () => '苏'],
  ['periods that semicolons join', (n) => `会上，市长${nameOf(n)}出席会议；`],
  ['quotation marks that never close', () => '出席“'],
  ['two parties over and over', () => '甲省教育厅与乙省教育厅举行座谈会，双方签署协议。'],
];

test.each(UNITS)('H9: four times the text takes no more than some four times as long: %s', (_, unit) => {
  const [short, long] = [repeat(unit, SHORT), repeat(unit, LONG)];
  read(short)();
  const ofShort = measure(read(short), 2);
  const ofLong = measure(read(long), 1);
  const most = MOST_TIMES * ofShort + NOISE_MS;
  const spent = ofLong > most ? Math.min(ofLong, measure(read(long), 3)) : ofLong;
  expect(spent).toBeLessThan(Math.min(most, MOST_MS));
});

test('H9: names of areas side by side are read no deeper than divisions lie', () => {
  const text = `${'四川省'.repeat(10_000)}成都市教育局召开工作会议。`;
  expect(() => extractClaims(createArticle({ body: [text] }))).not.toThrow();
});

test('H9: a city and its county of the same name, side by side over and over, are read', () => {
  const { claims } = extractClaims(
    createArticle({ body: [`${'承德市'.repeat(10_000)}教育局召开工作会议。`] }),
  );
  expect(claims.some(({ kind }) => kind === 'organisation')).toBe(true);
});

test('H9: words between two persons that fit in many ways are looked through once', () => {
  expect(isSeparator('、中共'.repeat(1000))).toBe(true);
  expect(isSeparator(`${'、中共'.repeat(1000)}。`)).toBe(false);
  expect(isSeparator('、各县区负责人、省领导和')).toBe(true);
});

test('H9: a page of repeated words is parsed in time', () => {
  const page = Buffer.from(repeat(() => '签署合作协议', 2 * LONG));
  expect(measure(() => parseDocument(page, 'page.txt'), 1)).toBeLessThan(MOST_MS);
});
