import { claimsOf } from '../claims.ts';

function rolesIn(...body: string[]): string[] {
  return claimsOf('participation', { body }).map(({ participant, roles }) => {
    const name = 'person' in participant ? participant.person : participant.organisation;
    return `${name} ${roles.join('+')}`;
  });
}

const MEETING = '全省防汛工作会议在武汉召开。';

test('who chairs, speaks or is present', () => {
  const roles = rolesIn(
    MEETING,
    '湖北省委书记王甲主持会议并讲话。水利部部长李乙出席并讲话。财政部副部长张丙、科技部副部长陈丁以及有关部门负责同志出席会议。',
  );
  expect(roles).toEqual(['王甲 CHAIR+SPEAKER', '李乙 SPEAKER', '张丙 ATTENDEE', '陈丁 ATTENDEE']);
});

test('a list of persons shares its predicate, commas within it notwithstanding', () => {
  const roles = rolesIn(MEETING, '湖北省委副书记、省长王甲，湖南省委副书记、省长李乙分别介绍了有关情况。');
  expect(roles).toEqual(['王甲 SPEAKER', '李乙 SPEAKER']);
});

test('to point out makes no speaker, to report does', () => {
  const roles = rolesIn(MEETING, '湖北省委书记王甲指出，要抓好落实。会议听取了水利厅厅长李乙作的情况报告。');
  expect(roles).toEqual(['李乙 SPEAKER']);
});

test('a letter of congratulation gives no part', () => {
  expect(rolesIn(MEETING, '国家主席王甲向会议致贺信。')).toEqual([]);
});

test('both chair where one chairs together with the other', () => {
  const roles = rolesIn('全国政协主席王甲出席某某高级别会议并与南非总统恩多共同主持会议。');
  expect(roles).toEqual(['王甲 CHAIR', '恩多 CHAIR']);
});

test('bodies that speak take part', () => {
  expect(rolesIn(MEETING, '湖北省水利厅作了发言。')).toEqual(['湖北省水利厅 SPEAKER']);
});

test('those whom the deed stands before are present too', () => {
  const roles = rolesIn(
    MEETING,
    '出席会议的还有湖北省副省长王甲、黄冈市市长李乙等。主持开幕式的是武汉市副市长张丙。',
  );
  expect(roles).toEqual(['王甲 ATTENDEE', '李乙 ATTENDEE', '张丙 CHAIR']);
});

test('who speaks at an assembly speaks there, though the sentence before it tells of talks', () => {
  const roles = rolesIn(
    MEETING,
    '湖北省省长王甲主持会议，湖北省副省长李乙会前会见了水利部副部长张丙一行。',
    '会上，武汉市市长赵丁介绍了情况。黄冈市市长钱戊在黄冈分会场参会。',
  );
  expect(roles).toEqual(
    expect.arrayContaining(['王甲 CHAIR', '李乙 ATTENDEE', '赵丁 SPEAKER', '钱戊 ATTENDEE']),
  );
});

test('a party to talks is a speaker where the next words quote it', () => {
  const roles = rolesIn(
    '湖北省省长王甲在武汉会见湖南省省长李乙一行。',
    '李乙感谢湖北的支持。他说，两省山水相连。',
  );
  expect(roles).toEqual(['王甲 ATTENDEE', '李乙 SPEAKER']);
});
