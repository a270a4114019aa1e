import { bodiesIn, claimsOf } from '../claims.ts';

const PROVINCES = '安徽省和浙江省生态补偿协议签订。';

test('an organ of counted places is one of each place that the text lists', () => {
  expect(bodiesIn(PROVINCES, '两省生态环境厅分别签订协议。')).toEqual([
    '安徽省生态环境厅',
    '浙江省生态环境厅',
  ]);
  expect(bodiesIn('河南、山东两省人民政府、江苏、浙江、安徽3省生态环境厅参加。')).toEqual([
    '河南省政府',
    '山东省政府',
    '江苏省生态环境厅',
    '浙江省生态环境厅',
    '安徽省生态环境厅',
  ]);
});

test('a row of letters that is counted stands for provinces', () => {
  expect(bodiesIn('川滇黔三省高级人民法院参加。')).toEqual([
    '四川省高级人民法院',
    '云南省高级人民法院',
    '贵州省高级人民法院',
  ]);
});

test('a count that no list of the text fits names nothing', () => {
  expect(bodiesIn(PROVINCES, '五省生态环境厅参加。')).toEqual([]);
});

test('such organs sign', () => {
  const body = [PROVINCES, '6月1日，两省生态环境厅签订《新安江协议》。'];
  expect(claimsOf('signature', { body }).map(({ party }) => party)).toEqual([
    { organisation: '安徽省生态环境厅' },
    { organisation: '浙江省生态环境厅' },
  ]);
});

test('branches of a department share its name', () => {
  expect(bodiesIn('东莞市生态环境局石碣、高埗、中堂分局参加会议。')).toEqual([
    '东莞市生态环境局石碣分局',
    '东莞市生态环境局高埗分局',
    '东莞市生态环境局中堂分局',
  ]);
});

test('clauses alike before one verb sign together', () => {
  const body = [
    '近日，湖北省、湖南省就长江干流，河北省、天津市就引滦入津分别签署了流域横向生态保护补偿协议。',
  ];
  expect(claimsOf('signature', { body }).map(({ party }) => party)).toEqual([
    { area: '420000' },
    { area: '430000' },
    { area: '130000' },
    { area: '120000' },
  ]);
});

test('standing committees and high courts are one of each place, courts and congresses all of them', () => {
  expect(bodiesIn(PROVINCES, '两省人大常委会、两省政协参加，两省法院、两省人大作了准备。')).toEqual([
    '安徽省人大常委会',
    '浙江省人大常委会',
    '安徽省政协',
    '浙江省政协',
  ]);
  expect(bodiesIn('长三角“三省一市”四地高级法院签署协议。')).toEqual([
    '上海市高级人民法院',
    '江苏省高级人民法院',
    '浙江省高级人民法院',
    '安徽省高级人民法院',
  ]);
  expect(bodiesIn('长江经济带11省市政协研讨会召开。')).toEqual([]);
});

test('常委会签订 is no 会签', () => {
  const body = ['6月1日，安徽省人大常委会和浙江省人大常委会签订协议。'];
  expect(claimsOf('agreement', { body })).toEqual([]);
});
