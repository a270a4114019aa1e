// Pages about two places: whose offices are printed without their place, and who met whom.
import { claimsOf, postsIn } from '../claims.ts';

test('who comes with a delegation is a guest, and the page is of the place they come to', () => {
  const body = [
    '3月13日，石嘴山市市长沈明权率领考察团到我市考察。市委副书记、市长丁绣山陪同。石嘴山与唐山合作基础牢固。',
    '代表团参观了唐山市规划展览馆。',
  ];
  const posts = claimsOf('position', { headline: '石嘴山市考察团来唐考察', body }).map(({ title }) => title);
  expect(posts).toEqual(['石嘴山市市长', '唐山市委副书记', '唐山市市长']);
});

test('officers listed behind one of another place are of that place', () => {
  const list =
    '四川省巴中市市委书记罗明斌，市委副书记、市长何平远，市人大常委会主任魏文明带领代表团来汉中市考察。';
  expect(postsIn(list, '汉中市委书记王建明陪同。汉中市资源丰厚，汉中市热情好客。')).toEqual([
    '罗明斌: 巴中市委书记',
    '何平远: 巴中市委副书记',
    '何平远: 巴中市市长',
    '魏文明: 巴中市人大常委会主任',
    '王建明: 汉中市委书记',
  ]);
});

test('who is quoted at a session spoke there', () => {
  const body = ['29日召开的两市交流座谈会上，汉中市委书记王建明在代表市委表示欢迎后说，两地友谊深厚。'];
  expect(claimsOf('participation', { body })).toMatchObject([{ roles: ['SPEAKER'] }]);
});

test('all who held a meeting sign what all of them sign', () => {
  const body = [
    '近日，萧县水利局、永城市水利局召开联防联控机制联席会议。会上，各单位深入沟通，并签订《联防联控协议》。',
  ];
  expect(claimsOf('signature', { body }).map(({ party }) => party)).toEqual([
    { organisation: '萧县水利局' },
    { organisation: '永城市水利局' },
  ]);
});

test('a headline may be all that tells of an instrument', () => {
  const parts = { headline: '汉中巴中两市签署战略合作框架协议', body: ['两市加强合作。'] };
  expect(claimsOf('agreement', parts).map(({ title }) => title)).toEqual(['战略合作框架协议']);
});

test('the day of a dateline is no day of a meeting, and who brings the news no body of it', () => {
  const body = ['人民日报北京8月25日电 近日，青海省人民政府召开生态保护工作会议。'];
  expect(claimsOf('meeting', { body })).toMatchObject([{ startsOn: null, monthDay: null }]);
  expect(claimsOf('organisation', { body }).map(({ name }) => name)).toEqual(['青海省政府']);
});

test('counties in short share an organ in the page of their city', () => {
  const body = ['成都市生态环境局召开会议，温江、双流、彭州生态环境局参加。成都市统筹推进。'];
  expect(claimsOf('organisation', { body }).map(({ name }) => name)).toEqual([
    '成都市生态环境局',
    '温江区生态环境局',
    '双流区生态环境局',
    '彭州市生态环境局',
  ]);
});

test('a delegation that goes out leaves the page with its own place', () => {
  const body = [
    '9月21日，市委书记李洪明带领白城市党政代表团到浙江省嘉兴市进行考察交流。嘉兴市委书记陈伟民会见代表团一行并陪同考察。',
  ];
  const parts = { headline: '白城市党政代表团赴嘉兴考察交流', body };
  expect(claimsOf('position', parts).map(({ title }) => title)).toEqual(['白城市委书记', '嘉兴市委书记']);
  expect(claimsOf('meeting', parts).map(({ name }) => name)).toEqual(['陈伟民会见白城市党政代表团']);
});

test('places in the names of firms do not make the page theirs', () => {
  const body = [
    '省长龚正明在济南会见了由上海明光集团董事长郭广明率领的上海市浙江商会代表团。',
    '山东省人民政府与上海明光高科技（集团）有限公司签署战略合作协议。',
  ];
  expect(postsIn(...body)).toContain('龚正明: 山东省省长');
  expect(claimsOf('signature', { body }).map(({ party }) => party)).toEqual([
    { organisation: '山东省政府' },
    { organisation: '上海明光高科技（集团）有限公司' },
  ]);
});
