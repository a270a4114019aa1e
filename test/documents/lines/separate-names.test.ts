import { isNameList, separateNames } from '../../../src/documents/lines/separate-names.ts';
import { mapSource } from '../../../src/documents/model/mapped-text.ts';
import { parseDocument } from '../../../src/documents/parse-document.ts';

test.each([
  ['出席会议的有：王 浩 李 强 张晓明', '出席会议的有：王 浩、李 强、张晓明'],
  ['王浩 李强 张晓明等参加。', '王浩 李强 张晓明等参加。'],
  ['组长：王浩 李强', '组长：王浩、李强'],
  ['（王浩 李强 张晓明）', '（王浩、李强、张晓明）'],
])('names that blanks part are a list: %s', (text, expected) => {
  expect(separateNames(mapSource(text)).text).toBe(expected);
});

test.each(['王浩 李强', '会议 王浩 李强', '首页 新闻 政务', 'PM2.5 王浩', '王 李强 张晓明'])(
  'other text stays as it is: %s',
  (text) => {
    expect(separateNames(mapSource(text)).text).toBe(text);
  },
);

test('a list of names reads as one in the text of an article', () => {
  const page =
    '全市河湖长制工作会议召开\n5月9日，全市河湖长制工作会议在市政务中心召开，总结去年工作，部署今年任务。\n出席会议的有：王 浩　李　强　张晓明，以及各县区负责同志。';
  const [article] = parseDocument(new TextEncoder().encode(page), 'page').articles;
  expect(article?.text).toContain('出席会议的有：王浩、李强、张晓明，以及');
});

test.each([
  ['王成 李晓辉 尹力 艾山·吐尔逊（维吾尔族） 刘金国 吴青', true],
  ['首页 新闻 政务 服务 互动', false],
  ['王成 李晓辉', false],
])('a line of names is told from other lines of pieces: %s', (text, expected) => {
  expect(isNameList(text)).toBe(expected);
});
