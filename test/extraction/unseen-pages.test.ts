// What pages that nobody had tuned on got wrong once, each with invented names.
import { bodiesIn, claimsOf, postsIn } from './claims.ts';

const rolesIn = (...body: string[]) =>
  claimsOf('participation', { body }).flatMap(({ participant, roles }) =>
    'person' in participant ? [`${participant.person}: ${roles.join('+')}`] : [],
  );

test('a bare office takes the body of the person listed just before', () => {
  expect(postsIn('生态环境部副部长赵明民、总工程师张远波参加。')).toContain('张远波: 生态环境部总工程师');
  expect(postsIn('生态环境部总工程师、水生态环境司司长张远波参加。')).toContain(
    '张远波: 生态环境部水生态环境司司长',
  );
});

test('deputies named behind the deeds of their chief are of the same body', () => {
  const posts = postsIn('昆明市人大常委会主任刘桂明主持会议，副主任王美文、郝健成出席。');
  expect(posts).toContain('王美文: 昆明市人大常委会副主任');
  expect(posts).toContain('郝健成: 昆明市人大常委会副主任');
});

test('the committee and the administration of a zone share its name', () => {
  expect(postsIn('河北省委常委、雄安新区党工委书记、管委会主任张国明出席。')).toContain(
    '张国明: 雄安新区管委会主任',
  );
});

test('an office of another organ in the same string is of the same region', () => {
  expect(postsIn('马鞍山市委书记、市人大常委会主任郑文为到会。')).toContain('郑文为: 马鞍山市人大常委会主任');
});

test('who is appointed stands before the office', () => {
  expect(postsIn('会议决定任命苏翠明为鄂尔多斯市副市长。')).toEqual(['苏翠明: 鄂尔多斯市副市长']);
});

test('holders without a Chinese surname are read behind their office', () => {
  expect(postsIn('杭锦旗旗长娜仁高娃、昆明市东川区区长保俊山参加。')).toEqual([
    '娜仁高娃: 杭锦旗旗长',
    '保俊山: 东川区区长',
  ]);
});

test('a part of a foreign name stands for the whole', () => {
  const people = claimsOf('person', { body: ['美国国防部长约翰·史密斯抵达。史密斯表示，愿意合作。'] });
  expect(people.map(({ name }) => name)).toEqual(['约翰·史密斯']);
  expect(people[0]?.evidence).toHaveLength(2);
});

test('ministries of other states may hold 和', () => {
  expect(bodiesIn('老挝自然资源和环境部部长出席。')).toContain('老挝自然资源和环境部');
});

test('a firm is one in full and in short', () => {
  expect(bodiesIn('大明建筑集团有限公司召开会议，大明建筑集团表示支持。')).toEqual(['大明建筑集团有限公司']);
});

test('departments are no ministries', () => {
  expect(bodiesIn('各级环保部门、教育部门要加强监管。')).toEqual([]);
});

test('whose speech is only studied did not speak', () => {
  const body = '会议深入学习贯彻习近平总书记重要讲话精神。山东省省长周明远主持会议并讲话。';
  expect(rolesIn('3月1日，全省生态环境保护工作会议召开。', body)).toEqual(['周明远: CHAIR+SPEAKER']);
});

test('persons in a long list share what is said at its end', () => {
  const body =
    '3月1日，全省水利工作会议在合肥召开。安徽省省长王明、省直有关部门负责同志，省领导张海波、温暖、孙喜民出席会议。';
  expect(rolesIn(body)).toEqual(['王明: ATTENDEE', '张海波: ATTENDEE', '温暖: ATTENDEE', '孙喜民: ATTENDEE']);
});

test('who signs for a side is the signer of its party', () => {
  const body = ['兰州市副市长左明、西宁市副市长杨小龙分别代表两市签署《水源保护合作协议》。'];
  expect(claimsOf('signature', { body }).map(({ party, signer }) => [party, signer])).toEqual([
    [{ organisation: '兰州市政府' }, '左明'],
    [{ organisation: '西宁市政府' }, '杨小龙'],
  ]);
});

test('a ceremony tells what was signed and by whom', () => {
  const body = ['6月29日，四川省人民政府、甘肃省人民政府经济发展合作框架协议签署仪式在成都举行。'];
  expect(claimsOf('agreement', { body }).map(({ title }) => title)).toEqual(['经济发展合作框架协议']);
  expect(claimsOf('signature', { body })).toHaveLength(2);
  expect(claimsOf('meeting', { body })).toHaveLength(1);
});

test('what was signed earlier was not signed at this meeting', () => {
  const body = ['6月29日，川甘联席会议在成都召开。今年5月，四川省与甘肃省签署陇电入川合作协议。'];
  expect(claimsOf('agreement', { body })).toMatchObject([{ meeting: null, signedOn: null }]);
});

test('the year of a meeting may be that of its name, and is said to be inferred', () => {
  const body = ['9月15日，2022中国—东盟环境合作论坛在南宁开幕。'];
  expect(claimsOf('meeting', { body })).toMatchObject([{ startsOn: '2022-09-15', dateBasis: 'INFERRED' }]);
});

test('a meeting that is later than the page is none', () => {
  const body = ['4月18日，第十五次联席会议4月27日在北京举行。'];
  expect(claimsOf('meeting', { body, publishedOn: '2025-04-18' })).toEqual([]);
});

test('who writes the page is no person of it', () => {
  expect(claimsOf('person', { body: ['本报讯（记者 张超远）昨日，会议召开。责编：李明亮'] })).toEqual([]);
});

test('the page of a county site is of the county', () => {
  const body = ['6月1日，我县召开河长制工作推进会议。县委书记王立军出席。'];
  expect(claimsOf('position', { body, publisher: '城口新闻网' })).toMatchObject([{ title: '城口县委书记' }]);
});

test('new areas have departments, whether the register holds them or not', () => {
  expect(bodiesIn('雄安新区生态环境局与西咸新区生态环境局座谈。')).toEqual([
    '雄安新区生态环境局',
    '西咸新区生态环境局',
  ]);
});

test('an organ behind the holder of another in one list is of the same place', () => {
  const body = ['桂林市委书记周家斌、市政府秘书长陆明生到南宁市考察。'];
  expect(claimsOf('organisation', { body, publisher: '南宁日报' }).map(({ name }) => name)).toEqual([
    '桂林市委',
    '桂林市政府',
  ]);
});

test('a round of consultations and what was told at a meeting on a day are meetings', () => {
  expect(claimsOf('meeting', { body: ['第七轮中德政府磋商20日在柏林举行。'] })).toHaveLength(1);
  expect(claimsOf('meeting', { body: ['两国将办好新一轮政府磋商，共同主持政府磋商。'] })).toEqual([]);
  const body = ['5月18日召开的全省生态环境保护大会上，省长王凯讲话。'];
  expect(claimsOf('meeting', { body })).toMatchObject([{ name: '全省生态环境保护大会' }]);
});
