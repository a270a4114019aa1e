// How bureaus, congresses and counties write of their own meetings.
import { bodiesIn, claimsOf, postsIn } from '../claims.ts';

test('a rare name amid a long list does not end it', () => {
  const posts = postsIn('全国政协委员云治明、胡达明、郑锦明、阿拉坦仓、揭新明等参加。');
  expect(posts.map((post) => post.split(':')[0])).toEqual([
    '云治明',
    '胡达明',
    '郑锦明',
    '阿拉坦仓',
    '揭新明',
  ]);
});

test('a quoted meeting is a meeting, not a body', () => {
  const body = ['2008年1月14日，两地林业部门召开了“望宁边界森林防火联席会议”，交流了经验。'];
  expect(claimsOf('meeting', { body })).toMatchObject([{ name: '望宁边界森林防火联席会议' }]);
  expect(claimsOf('organisation', { body })).toEqual([]);
});

test('the ceremony tells the title in full', () => {
  const body = [
    '核心示范区跨区域水污染联防联控合作协议签字仪式近日在郑州市举行。郑州市、洛阳市等2个生态环境局出席签字仪式并签订合作协议。',
  ];
  expect(claimsOf('agreement', { body }).map(({ title }) => title)).toEqual([
    '核心示范区跨区域水污染联防联控合作协议',
  ]);
});

test('branches listed with their last word each are one each', () => {
  expect(
    bodiesIn('郑州市生态环境局登封分局、新密分局、新郑分局联合执法，登封、新密两地生态环境局分局参加。'),
  ).toEqual(['郑州市生态环境局登封分局', '郑州市生态环境局新密分局', '郑州市生态环境局新郑分局']);
});

test('provinces share an office that none of them names alone', () => {
  expect(bodiesIn('四川省、陕西省生态环境执法总队交流发言。')).toEqual([
    '四川省生态环境执法总队',
    '陕西省生态环境执法总队',
  ]);
});

test('a meeting in our city is in the city of the page', () => {
  const body = ['9月19日，协同立法座谈会在我市召开。安阳市人大常委会主任徐明主持会议。'];
  expect(claimsOf('meeting', { body, publisher: '安阳日报' })).toMatchObject([{ places: ['410500'] }]);
});

test('a mayor may bear a name that is a word', () => {
  expect(postsIn('海林市委副书记、市长高峰主持会议。')).toContain('高峰: 海林市市长');
  expect(claimsOf('person', { body: ['海林市市长高峰论坛举行。'] })).toEqual([]);
});
