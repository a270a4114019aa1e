import { parseDocument } from '../../../src/documents/parse-document.ts';

const read = (ending: string, head = '') => {
  const page = `全市河湖长制工作会议召开\n${head}5月9日，全市河湖长制工作会议在市政务中心召开，总结去年工作，部署今年任务。${ending}\n`;
  const [article] = parseDocument(new TextEncoder().encode(page), 'page').articles;
  return [article?.publishedOn, article?.publishedOnBasis];
};

test('a text that ends with a date in brackets was published on that day', () => {
  expect(read('（2023年5月10日）')).toEqual(['2023-05-10', 'DATE_LINE']);
  expect(read('(2023-05-10 09:30)')).toEqual(['2023-05-10', 'DATE_LINE']);
});

test('who signs may stand before that date', () => {
  expect(read('（青岭市河长办 2023-05-10)')).toEqual(['2023-05-10', 'DATE_LINE']);
  expect(read('\n（青岭市河长办 2023-05-10)')).toEqual(['2023-05-10', 'DATE_LINE']);
  expect(read('（来源：市水利局，2023年5月10日）')).toEqual(['2023-05-10', 'DATE_LINE']);
  expect(read('（市水利局 何田 2023年5月10日）')).toEqual(['2023-05-10', 'DATE_LINE']);
});

test('a paper with its date and page, or a reporter, may stand there too', () => {
  expect(read('（《青岭日报》2023年5月10日01版）')).toEqual(['2023-05-10', 'DATE_LINE']);
  expect(read('（来源：青岭日报 2023年5月10日 第1版）')).toEqual(['2023-05-10', 'DATE_LINE']);
  expect(read('（本报记者 何田 2023年5月10日）')).toEqual(['2023-05-10', 'DATE_LINE']);
});

test('every other date goes before it', () => {
  expect(read('（2023年5月10日）', '发布时间：2023-05-11\n')).toEqual(['2023-05-11', 'LABEL']);
});

test('what else stands in brackets at the end is no date of publication', () => {
  expect(read('会议学习了条例（2020年3月1日起施行）')).toEqual([null, null]);
  expect(read('会议学习了条例（省人大常委会通过 2020年3月1日）')).toEqual([null, null]);
  expect(read('会议学习了条例（2020年3月1日）。会议还研究了其他事项。')).toEqual([null, null]);
});
