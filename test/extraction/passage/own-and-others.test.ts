import { findArea } from '../../../src/extraction/lexicon/areas.ts';
import { bodiesIn, claimsOf, postsIn } from '../claims.ts';

test('of two officers joined by 和 the second is of the place of the first, but for rivals', () => {
  const visit = '徐州市委书记张建国和市委副书记、市长李卫东率领党政代表团来济宁市考察，市委书记王志强陪同。';
  expect(postsIn(visit)).toEqual([
    '张建国: 徐州市委书记',
    '李卫东: 徐州市委副书记',
    '李卫东: 徐州市市长',
    '王志强: 济宁市委书记',
  ]);
  const rivals = '徐州市委书记张建国和市委书记王志强座谈。济宁市近日召开全市会议。';
  expect(postsIn(rivals)).toContain('王志强: 济宁市委书记');
});

test('behind an own office named by its level another of its rank is a guest', () => {
  const body = ['日前，市生态环境局与朝阳市生态环境局达成《赤峰市朝阳市联防联控协议》。'];
  expect(bodiesIn(...body)).toEqual(['赤峰市生态环境局', '朝阳市生态环境局']);
});

test('a page that names its county in short alone is its own', () => {
  expect(postsIn('市委副书记、市长张建国说，丹江口正处于高质量发展的黄金期。')).toEqual([
    '张建国: 丹江口市委副书记',
    '张建国: 丹江口市市长',
  ]);
});

test('重要江河源头 is no city', () => {
  const body = ['省水利厅厅长张建国说，陕西汉中要保护好重要江河源头区，四川也要保护。汉中、商洛要加强协作。'];
  expect(postsIn(...body)).toEqual(['张建国: 陕西省水利厅厅长']);
});

test('a court named in full once is meant by its short name', () => {
  const body = [
    '白河县人民法院会同郧西县人民法院在郧西法院举办协作协议签约仪式。',
    '郧西法院党组成员、审委会专职委员张建国，白河法院副院长李卫东出席。',
  ];
  expect(bodiesIn(...body)).toEqual(['白河县人民法院', '郧西县人民法院']);
  expect(postsIn(...body)).toEqual([
    '张建国: 郧西县人民法院党组成员',
    '张建国: 郧西县人民法院审委会专职委员',
    '李卫东: 白河县人民法院副院长',
  ]);
  const [meeting] = claimsOf('meeting', { body });
  expect(meeting?.places.map((code) => findArea(code)?.name)).toEqual(['郧西县']);
});

test('grassroots organs of several places are one of each', () => {
  expect(bodiesIn('宁德市下辖的福安、周宁、寿宁等三个基层检察院联手签约。')).toEqual([
    '福安市检察院',
    '周宁县检察院',
    '寿宁县检察院',
  ]);
});

test('short names of two places may run together before 两地', () => {
  const body = ['近日，潼南遂宁两地签订《琼江流域合作协议》。'];
  expect(claimsOf('signature', { body }).map(({ party }) => party)).toEqual([
    { area: '500152' },
    { area: '510900' },
  ]);
});

test('和 before a mark ends a name, and a name that is not known breaks no list', () => {
  const body = ['6月1日，甲乙座谈会召开，济宁市领导白平和、马树华、别华中、欧阳萍出席会议。'];
  const roles = claimsOf('participation', { body }).map(
    ({ nameAsPrinted, roles }) => `${nameAsPrinted} ${roles.join()}`,
  );
  expect(roles).toEqual(expect.arrayContaining(['白平和 ATTENDEE', '马树华 ATTENDEE', '欧阳萍 ATTENDEE']));
});

test('who signs is a person', () => {
  expect(postsIn('中建三局副总经理罗建宏签订了协议。')).toEqual(['罗建宏: 中建三局副总经理']);
});

test('where the officers of a page go they are guests', () => {
  expect(
    postsIn(
      '8月16日，市委副书记、市长张建国率团赴绍兴开展交流活动，市委秘书长李卫东参加。',
      '绍兴市市长王志强介绍了绍兴情况，绍兴、辽源两市合作。',
    ),
  ).toEqual(expect.arrayContaining(['张建国: 辽源市委副书记', '张建国: 辽源市市长']));
});

test('who leads others to a session elsewhere does not chair it, and who talks to the press does not speak there', () => {
  const body = [
    '株洲市生态环境局局长张建国率队赴衡阳市生态环境局召开联防联控会商会议。',
    '衡阳市生态环境局副局长李卫东向现代快报记者介绍，两市将加强合作。',
  ];
  const roles = claimsOf('participation', { body }).map(({ nameAsPrinted, roles }) => [
    nameAsPrinted,
    ...roles,
  ]);
  expect(roles.filter(([name]) => name === '张建国')).toEqual([['张建国', 'ATTENDEE']]);
  expect(roles.filter(([name]) => name === '李卫东')).toEqual([]);
});

test('of two firms of like names neither is the short form of the other', () => {
  expect(bodiesIn('上海电气集团董事长张建国出席。上海电气环保集团签署协议。')).toEqual([
    '上海电气集团',
    '上海电气环保集团',
  ]);
});

test('the chief executive is that of the region of the page', () => {
  expect(postsIn('香港特区政府近日表示，行政长官张建国与生态环境部党组书记李卫东会面。')).toContain(
    '张建国: 香港特别行政区行政长官',
  );
});

test('officers listed behind one of another place are of that place', () => {
  expect(
    postsIn(
      '绍兴市市长张建国，副市长李卫东、王志强，市政府秘书长刘建平；辽源市市长孙志刚参加。辽源市近日召开全市会议。',
    ),
  ).toContain('刘建平: 绍兴市政府秘书长');
});

test('who holds an office here is no guest of the item before in a headline', () => {
  const parts = { headline: '张建国会见尼日尔总理李卫东出席论坛', body: ['国家副主席李卫东出席论坛。'] };
  const titles = claimsOf('position', parts).map(({ person, title }) => `${person}: ${title}`);
  expect(titles).toEqual(['李卫东: 国家副主席']);
});

test('the president of the People’s Republic is 国家主席', () => {
  expect(postsIn('中华人民共和国主席张建国出席。')).toEqual(['张建国: 国家主席']);
});

test('集团 is the one group of the page whose officers are not written out', () => {
  const body = ['黑猫集团与市政公用集团座谈。', '市政公用集团董事长张建国讲话。', '集团董事长李卫东出席。'];
  expect(postsIn(...body)).toEqual(['张建国: 市政公用集团董事长', '李卫东: 黑猫集团董事长']);
  expect(postsIn('集团董事长李卫东出席。')).toEqual([]);
});

test('a county page of a known city that names its county in short is its own', () => {
  const body = [
    '德州新闻网讯 11月30日，河北省临城县县委书记张建国来我县考察，并召开座谈会。',
    '县委副书记、县长李卫东说，临城、齐河优势互补，齐河欢迎大家。',
  ];
  expect(postsIn(...body)).toEqual(['张建国: 临城县委书记', '李卫东: 齐河县委副书记', '李卫东: 齐河县县长']);
});

test('teams of service and river offices end names of bodies, and who takes over is a person', () => {
  expect(
    postsIn(
      '山东省生态环境厅副厅长、企业发展第七服务队队长张建国出席。',
      '芜湖市水务局党组成员、市河长处主任李卫东参加。',
      '会议同意由广东省政府秘书长唐建豪接任。',
      '上海临港控股股份有限公司副总裁、财务总监姚建炜出席。',
    ),
  ).toEqual([
    '张建国: 山东省生态环境厅副厅长',
    '张建国: 企业发展第七服务队队长',
    '李卫东: 芜湖市水务局党组成员',
    '李卫东: 芜湖市河长处主任',
    '唐建豪: 广东省政府秘书长',
    '姚建炜: 上海临港控股股份有限公司副总裁',
    '姚建炜: 上海临港控股股份有限公司财务总监',
  ]);
});

test('behind 我市与 stands a guest', () => {
  const parts = {
    headline: '我市与日照市签订合作框架协议',
    body: ['日照市生态环境局局长王建磊到潍坊市生态环境局考察，市生态环境局党组成员于建生参加。'],
  };
  const titles = claimsOf('position', parts).map(({ person, title }) => `${person}: ${title}`);
  expect(titles).toContain('于建生: 潍坊市生态环境局党组成员');
});

test('a branch named in full once is meant by its short name, and a team of a department is one of its parts', () => {
  expect(
    postsIn(
      '通辽市水利局与四平市生态环境局双辽市分局签约。',
      '双辽市分局局长张建国，四平市生态环境局党组成员、执法支队支队长李卫东出席。',
    ),
  ).toEqual([
    '张建国: 四平市生态环境局双辽市分局局长',
    '李卫东: 四平市生态环境局党组成员',
    '李卫东: 四平市生态环境局执法支队支队长',
  ]);
});
