import { readHanName } from '../../../src/extraction/names/han-names.ts';
import { readForeignName, readTranscribedName } from '../../../src/extraction/names/transcribed-names.ts';
import { claimsOf } from '../claims.ts';

const read = (text: string, known: readonly string[] = []) =>
  readHanName(text, 0, text.length, new Set(known))?.name;

test('a name ends where a verb or a mark follows', () => {
  expect(read('李甲主持会议')).toBe('李甲');
  expect(read('欧阳明远在会上讲话')).toBe('欧阳明远');
  expect(read('上官甲、')).toBe('上官甲');
});

test('ordinary words that begin with a surname are no names', () => {
  expect(read('高度重视')).toBeUndefined();
  expect(read('全体同志')).toBeUndefined();
});

test('names of other peoples are read with their dots', () => {
  const text = '阿布都·买买提会见了';
  expect(readTranscribedName(text, 0, text.length)?.name).toBe('阿布都·买买提');
  const foreign = '恩达伊米耶、';
  expect(readForeignName(foreign, 0, foreign.length)?.name).toBe('恩达伊米耶');
});

test('a verb behind a foreign office is no name', () => {
  const text = '遭枪击受伤，';
  expect(readForeignName(text, 0, text.length)).toBeNull();
});

test('names run together are settled by names that the page gives elsewhere', () => {
  const people = claimsOf('person', {
    headline: '周甲乙吴丙郑丁戊等出席',
    body: ['水利部部长周甲乙、财政部部长吴丙、科技部部长郑丁戊出席会议。'],
  });
  expect(people.map(({ name, evidence }) => [name, evidence.length])).toEqual([
    ['周甲乙', 2],
    ['吴丙', 2],
    ['郑丁戊', 2],
  ]);
});
