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
  ['23.11.2019 21:12', ['datedOn=23.11.2019']],
  [
    'http://www.example.cn 2004年09月16日10:07 青岭日报大海网',
    ['datedOn=2004年09月16日', 'site=青岭日报大海网'],
  ],
  ['2018年05月12日 11时42分', ['datedOn=2018年05月12日']],
  ['2022-01-27T09:30:00+08:00', ['datedOn=2022-01-27']],
  ['2022/1/27 下午3:20:11', ['datedOn=2022/1/27']],
  ['2022-01-27 123次浏览', ['datedOn=2022-01-27']],
  ['青岭在线记者 何田 2022-01-27', ['datedOn=2022-01-27']],
  ['本报记者何田 周山 2022-01-27', ['datedOn=2022-01-27']],
  ['《青岭日报海外版》（2025年04月03日 第 03 版）', ['datedOn=2025年04月03日', 'site=青岭日报海外版']],
  ['编辑：何田 发布：2022-01-27', ['publishedOn=2022-01-27']],
  ['发布时间 2022-01-27', ['publishedOn=2022-01-27']],
  ['更新时间 2022-01-27 09:30', ['updatedOn=2022-01-27']],
  ['分享到：2022-01-27 09:30', ['datedOn=2022-01-27']],
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
  '发布：全市河湖长制工作要点',
  '会议时间 2022年1月27日上午9时',
  '记者招待会 2022-01-27',
  '记者节座谈会 2022年1月27日',
])('a line of text carries none: %s', (line) => {
  expect(read(line)).toBeNull();
});
