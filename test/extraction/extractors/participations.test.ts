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
