import { mapSource } from '../../src/documents/mapped-text.ts';
import { readLabels } from '../../src/documents/read-labels.ts';

const read = (text: string) =>
  readLabels(mapSource(text))?.map(({ field, value }) => `${field}=${value.text}`) ?? null;

test.each([
  ['发布时间：2023-02-23文章分类：行业动态编辑作者：管理员阅读次数：1305 次', ['publishedOn=2023-02-23']],
  ['2023-02-23 09:00 来源：青岭日报 字号', ['datedOn=2023-02-23', 'publisher=青岭日报']],
  ['来源：某某周刊 举报 作者：何田', ['publisher=某某周刊', 'author=何田']],
  ['来源/某省生态环境厅公众网', ['publisher=某省生态环境厅公众网']],
  ['海城日报 2022年11月08日 星期二 第01版：要闻', ['datedOn=2022年11月08日', 'site=海城日报']],
  ['2024年5月6日 星期一', ['shownOn=2024年5月6日']],
  ['二〇二一年十二月三十日', ['datedOn=二〇二一年十二月三十日']],
  ['来源：本网 编辑：小王', []],
  ['来源：青岭网 责任编辑：何田 2022-01-14 10:20:33', ['publisher=青岭网', 'datedOn=2022-01-14']],
  ['（责任编辑：何田 2022-01-14）', ['datedOn=2022-01-14']],
  ['qingling 发表于：2017-3-15 08:13 复制链接 发表新帖', ['publishedOn=2017-3-15']],
  ['何田 发表于 2017-3-15 08:13', ['publishedOn=2017-3-15']],
  ['http://lyj.example.gov.cn/ 时间：2008-01-16 00:00 信息来源：', ['publishedOn=2008-01-16']],
  ['最后更新时间：2020-05-06', ['updatedOn=2020-05-06']],
  ['青岭市水利局 2022-07-04 星期一', ['shownOn=2022-07-04', 'site=青岭市水利局']],
  ['（青岭市河长办 2022-07-04）', ['datedOn=2022-07-04', 'site=青岭市河长办']],
  ['来源：西岭林业局 选择阅读字号：[ ] 阅读次数：', ['publisher=西岭林业局']],
  ['日期：2019-01-21 来源： 关注：4599', ['publishedOn=2019-01-21']],
])('facts are read from a line of labels and dates: %s', (line, facts) => {
  expect(read(line)).toEqual(facts);
});

test('a date in the value of a label that names nobody is none of publication', () => {
  expect(read('附件：全市规划 2022-01-14')).toEqual([]);
});

test.each([
  '2023年2月21日，全省工作会议召开',
  '资金来源：财政拨款',
  '会议要求：一要压实责任',
  '6月6日下午',
  'PM2.5 记者：何田',
  '全市河湖长制工作会议 时间：5月9日',
])('a line of text carries none: %s', (line) => {
  expect(read(line)).toBeNull();
});
