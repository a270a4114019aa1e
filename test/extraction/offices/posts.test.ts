import { claimsOf, postsIn } from '../claims.ts';

test('a bare office takes the area of the office before it', () => {
  expect(postsIn('江苏省委副书记、省长许甲山，浙江省委副书记、代省长王乙水出席。')).toEqual([
    '许甲山: 江苏省委副书记',
    '许甲山: 江苏省省长',
    '王乙水: 浙江省委副书记',
    '王乙水: 浙江省代省长',
  ]);
});

test('offices before a list of names belong to every name', () => {
  expect(postsIn('水利部副部长张甲、李乙、王丙出席会议。')).toEqual([
    '张甲: 水利部副部长',
    '李乙: 水利部副部长',
    '王丙: 水利部副部长',
  ]);
});

test('a body that the page names in full is written in full where it is named in short', () => {
  const posts = postsIn('淮河流域水环境保护协作小组会议召开。安徽省委书记、协作小组组长郑甲主持会议。');
  expect(posts).toContain('郑甲: 淮河流域水环境保护协作小组组长');
});

test('兼 joins two offices and a foreign office keeps its state', () => {
  expect(postsIn('沙特王储兼首相法哈德、南非外交部长马库拉·恩多出席。')).toEqual([
    '法哈德: 沙特阿拉伯王储',
    '法哈德: 沙特阿拉伯首相',
    '马库拉·恩多: 南非外交部长',
  ]);
});

test('units of party committees and congresses take their body', () => {
  expect(postsIn('全国人大财经委副主任委员、常委会预算工委主任李甲介绍。')).toContain(
    '李甲: 全国人大常委会预算工委主任',
  );
  expect(postsIn('四川省委常委、组织部部长陈甲讲话。')).toContain('陈甲: 四川省委组织部部长');
});

test('an office behind the name is read too', () => {
  expect(postsIn('赵甲乙委员长出席。')).toEqual(['赵甲乙: 全国人大常委会委员长']);
  expect(postsIn('甘肃省生态环境厅雷甲厅长介绍情况。')).toEqual(['雷甲: 甘肃省生态环境厅厅长']);
});

test('an office named by its level alone is that of the place that the page is about', () => {
  const posts = claimsOf('position', {
    headline: '广东省生态环境保护会议召开',
    publisher: '广东省生态环境厅',
    body: ['省生态环境厅党组书记徐甲主持会议，厅长鲁乙作工作报告。'],
  });
  expect(posts.map(({ title }) => title)).toEqual(['广东省生态环境厅党组书记', '广东省生态环境厅厅长']);
});

test('an office without a holder names nobody', () => {
  expect(postsIn('会议听取部分省区纪委书记意见，书记高度重视，局长介绍情况。')).toEqual([]);
});

test('who answers for the rivers or woods of a place is of the place', () => {
  expect(postsIn('黄冈市委书记、市总河长王建国，市长、第一总河长李明远出席。')).toEqual([
    '王建国: 黄冈市委书记',
    '王建国: 黄冈市总河长',
    '李明远: 黄冈市市长',
    '李明远: 黄冈市第一总河长',
  ]);
  expect(postsIn('湖北省省级河长、副省长陈立新，汉江省级河长周海涛主持会议。')).toContain(
    '周海涛: 汉江省级河长',
  );
});
