import { addLexicon } from '../../src/extraction/add-lexicon.ts';
import { bodiesIn, postsIn } from './claims.ts';

test("a user's words are read like the project's own", () => {
  expect(bodiesIn('星海局召开会议。')).toEqual([]);
  addLexicon([
    { name: 'organisations.txt', text: '# the bureau\nGOVERNMENT 星海城协同发展局|星海局\n' },
    { name: 'roles.txt', text: 'ORGANISATION 总协调师' },
    { name: 'surnames.txt', text: '闔\n邺叔' },
    { name: 'collectives.txt', text: '湖南省+湖北省 两湖四地' },
  ]);
  expect(bodiesIn('星海局召开会议。')).toEqual(['星海城协同发展局']);
  expect(postsIn('星海局总协调师闔建国主持会议。')).toEqual(['闔建国: 星海城协同发展局总协调师']);
  expect(postsIn('星海局总协调师邺叔文主持会议。')).toEqual(['邺叔文: 星海城协同发展局总协调师']);
  expect(bodiesIn('两湖四地生态环境部门召开会议。')).toEqual(['湖南省生态环境厅', '湖北省生态环境厅']);
});

test.each([
  ['roles.txt', 'FOO 总协调师', 'roles.txt, line 1: FOO is none of'],
  ['organisations.txt', '\nGOVERNMENT', 'organisations.txt, line 2: a word is missing'],
  ['collectives.txt', '某某省 两地', '某某省 holds a name that is no area'],
  ['surnames.txt', '某某某', 'longer than a surname'],
  ['other.txt', '某', 'no such list'],
])('%s with %j is refused with its place', (name, text, message) => {
  expect(() => addLexicon([{ name, text }])).toThrow(
    expect.objectContaining({ code: 'LEXICON_INVALID', message: expect.stringContaining(message) }),
  );
});
