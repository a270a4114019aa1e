import { bodiesIn, claimsOf, postsIn } from '../claims.ts';

test('courts are read in short, and of counted provinces', () => {
  expect(bodiesIn('浙江省杭州市中级法院、上海市第三中级法院参加。')).toEqual([
    '杭州市中级人民法院',
    '上海市第三中级人民法院',
  ]);
  expect(bodiesIn('甘肃、青海、重庆三省（市）高级人民法院签署协议，三省法院深入合作。')).toEqual([
    '甘肃省高级人民法院',
    '青海省高级人民法院',
    '重庆市高级人民法院',
  ]);
});

test('the branch of a bank is a body of its own, also in short', () => {
  expect(bodiesIn('中国农业发展银行安徽省分行签约，农发行安徽省分行表示支持。')).toEqual([
    '中国农业发展银行安徽省分行',
  ]);
});

test('the branch of a department is named by its place', () => {
  expect(bodiesIn('呼伦贝尔市生态环境局莫力达瓦达斡尔族自治旗分局参加。')).toEqual([
    '呼伦贝尔市生态环境局莫力达瓦达斡尔族自治旗分局',
  ]);
});

test('a democratic party has committees in the provinces', () => {
  const body = ['陕西省政协召开会议。省民进专职副主委闵生明代表民进陕西省委会发言。'];
  expect(claimsOf('position', { body }).map(({ title }) => title)).toEqual(['民进陕西省委会专职副主委']);
});

test('和 before 县委 joins two persons', () => {
  expect(postsIn('乡城县委常委、常务副县长扎西彭措和县委常委、副县长郑军明带队。')).toEqual([
    '扎西彭措: 乡城县委常委',
    '扎西彭措: 乡城县常务副县长',
    '郑军明: 乡城县委常委',
    '郑军明: 乡城县副县长',
  ]);
});

test('deputies of one rank named in turn are of the same body', () => {
  const posts = postsIn('陕西省政协副主席陈强明主持，副主席祝列明和秘书长闫超明出席。');
  expect(posts).toContain('祝列明: 陕西省政协副主席');
  expect(posts).toContain('闫超明: 陕西省政协秘书长');
});

test('who speaks at a session tells that it was held', () => {
  const body = ['在建德市—乡城县对口支援工作交流座谈会上，乡城县县长王明介绍了情况。'];
  expect(claimsOf('meeting', { body })).toMatchObject([{ name: '建德市—乡城县对口支援工作交流座谈会' }]);
});

test('those whose work is only followed sign nothing', () => {
  const body = [
    '为贯彻落实党中央、国务院决策部署，讷河市水务局与嫩江市水务局齐聚莫旗，共同签署《联防联控协议》。',
  ];
  expect(claimsOf('signature', { body }).map(({ party }) => party)).toEqual([
    { organisation: '讷河市水务局' },
    { organisation: '嫩江市水务局' },
  ]);
});
