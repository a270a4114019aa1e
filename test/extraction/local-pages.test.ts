// How bureaus, congresses and counties write of their own meetings.
import { bodiesIn, claimsOf, postsIn } from './claims.ts';

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

test('demands that are followed report no speech', () => {
  const body = ['为落实国家工作要求，9月17日上午，聊城市生态补偿机制工作推进会议召开。'];
  expect(claimsOf('meeting', { body, publishedOn: '2021-09-18' })).toMatchObject([
    { startsOn: '2021-09-17' },
  ]);
});

test('a run of days may be printed without the first 日', () => {
  const body = ['6月29-30日，长江上游地区合作联席会议在重庆召开。'];
  expect(claimsOf('meeting', { body, publishedOn: '2017-06-30' })).toMatchObject([
    { startsOn: '2017-06-29' },
  ]);
});

test('our province signs, and so do two places that the headline joins', () => {
  const own = ['从河北省生态环境厅获悉，近日，我省与北京市签署《水源涵养区补偿协议》。'];
  expect(claimsOf('signature', { body: own, publisher: '河北日报' }).map(({ party }) => party)).toEqual([
    { area: '130000' },
    { area: '110000' },
  ]);
  const parts = {
    headline: '临湘市与岳阳县召开协商会',
    body: ['近日，双方召开协商会。会议签订了《联防联治协议》。'],
  };
  expect(claimsOf('signature', parts).map(({ party }) => party)).toEqual([
    { area: '430682' },
    { area: '430621' },
  ]);
});

test('committees of congresses are bodies, and 局党组 is of the bureau named before', () => {
  const posts = postsIn(
    '河南省人大常委会法工委主任李明出席。',
    '郑州市生态环境局召开会议，局党组书记、局长程明主持。',
  );
  expect(posts).toEqual([
    '李明: 河南省人大常委会法工委主任',
    '程明: 郑州市生态环境局党组书记',
    '程明: 郑州市生态环境局局长',
  ]);
});

test('a session without a name is held where somebody attends and speaks', () => {
  const body = ['16日上午，调研组与有关部门负责人座谈。', '全国政协副主席李斌明出席座谈会并讲话。'];
  expect(claimsOf('meeting', { body }).map(({ name }) => name)).toEqual(['座谈会']);
  expect(claimsOf('participation', { body })).toMatchObject([{ roles: ['SPEAKER'] }]);
});

test('who is only described in a list does not lend the next officer a phrase', () => {
  const body = [
    '1月17日，茂名市生态环境局召开座谈会。市生态环境局副局长刘坚、党组成员刘普新以及各相关科室负责人，茂名市财政局副局长黄戟参加座谈。',
  ];
  expect(claimsOf('participation', { body })).toHaveLength(3);
});

test('a place and a body that 与 joins sign together', () => {
  const body = ['今天，我省与中国工程院签订科技合作协议。浙江省省长吕明主持仪式。'];
  expect(claimsOf('signature', { body }).map(({ party }) => party)).toEqual([
    { area: '330000' },
    { organisation: '中国工程院' },
  ]);
});

test('the title before a ceremony is that of an instrument', () => {
  const body = [
    '3月10日，中国科学院与河南省人民政府《共同推进中原经济区建设全面合作协议》签字仪式在北京举行。',
  ];
  expect(claimsOf('agreement', { body }).map(({ title }) => title)).toEqual([
    '共同推进中原经济区建设全面合作协议',
  ]);
  expect(claimsOf('signature', { body })).toHaveLength(2);
});

test('a rank is a part of the office, and a name may end in 作', () => {
  expect(postsIn('福建省生态环境厅厅长邓明、四级调研员苏美明，福建省副省长石爱作等出席。')).toEqual([
    '邓明: 福建省生态环境厅厅长',
    '苏美明: 福建省生态环境厅四级调研员',
    '石爱作: 福建省副省长',
  ]);
});

test('the office of a ministry names the ministry too', () => {
  expect(bodiesIn('水利部长江水利委员会召开会议。')).toEqual(['水利部', '水利部长江水利委员会']);
});
