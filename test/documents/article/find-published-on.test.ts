import { parseDocument } from '../../../src/documents/parse-document.ts';

const read = (dateline: string, above = '') => {
  const page = `全市河湖长制工作会议召开\n${above}${dateline}8月1日，全市河湖长制工作会议在市政务中心召开，部署今年任务。\n`;
  const [article] = parseDocument(new TextEncoder().encode(page), 'page').articles;
  return [article?.publishedOn, article?.publishedOnBasis];
};

test.each([
  '青岭时刻新闻2024年8月1日讯（通讯员 何田）',
  '本报2024年8月1日讯',
  '新华社青岭2024年8月1日电（记者何田）',
  '【青岭日报2024年8月1日讯】',
])('a dateline with a year dates the report: %s', (dateline) => {
  expect(read(dateline)).toEqual(['2024-08-01', 'DATE_LINE']);
});

test('a date that the page prints goes before that of the dateline, the day of a change does not', () => {
  expect(read('本报2024年8月1日讯', '发布时间：2024-08-02\n')).toEqual(['2024-08-02', 'LABEL']);
  expect(read('本报2024年8月1日讯', '2024-08-02 09:30\n')).toEqual(['2024-08-02', 'DATE_LINE']);
  expect(read('本报2024年8月1日讯', '更新时间：2024-08-09\n')).toEqual(['2024-08-01', 'DATE_LINE']);
});

test('a dateline without a year dates nothing, nor does the day on which the report begins', () => {
  expect(read('新华社青岭8月1日电 ')).toEqual([null, null]);
  expect(read('2024年')).toEqual([null, null]);
});

test.each([
  '2024-08-02 09:30 来源: 青岭新闻网 ',
  'http://www.example.cn 2024-08-02 09:30 来源: 青岭新闻网',
  '2024年08月02日 来源：青岭新闻网 ',
  '2024-08-02 09:30:20 ',
])('a date line that nothing parts from the text dates it and is taken off: %s', (glued) => {
  const page = `全市河湖长制工作会议召开\n${glued}8月1日，全市河湖长制工作会议在市政务中心召开，部署今年任务。\n`;
  const [article] = parseDocument(new TextEncoder().encode(page), 'page').articles;
  expect(article?.publishedOn).toBe('2024-08-02');
  expect(article?.text).toMatch(/\n8月1日，全市/);
});

test('the time at which something happened is no date line', () => {
  expect(read('2024年7月31日 9:30，筹备会先行召开。')).toEqual([null, null]);
});

test.each([' 2024-08-02', ' 2024-08-02 09:30 来源：青岭日报', ' 发布时间：2024-08-02'])(
  'a date line behind the headline dates the text and is none of it: %s',
  (glued) => {
    const page = `全市河湖长制工作会议召开${glued}\n8月1日，全市河湖长制工作会议在市政务中心召开，部署今年任务。\n`;
    const [article] = parseDocument(new TextEncoder().encode(page), 'page').articles;
    expect([article?.headline, article?.publishedOn]).toEqual(['全市河湖长制工作会议召开', '2024-08-02']);
  },
);
