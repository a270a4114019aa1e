import { suggestTerm } from '../../../src/search/names/suggest-terms.ts';
import { highlightField } from '../../../src/search/query/highlight.ts';
import { markedPhrases, matchQuery, parseSearchQuery } from '../../../src/search/query/search-query.ts';
import { foldText } from '../../../src/search/text/fold-text.ts';
import { searchVector } from '../../../src/search/text/search-vector.ts';

const query = (text: string) => matchQuery(parseSearchQuery(text));

test('folding makes width, case and script the same and keeps the way back', () => {
  const { chars, starts, ends } = foldText('ＰＭ２㎡與灣𠮷');
  expect(chars.join('')).toBe('pm2m2与湾𠮷');
  expect(starts).toEqual([0, 1, 2, 3, 3, 4, 5, 6]);
  expect(ends).toEqual([1, 2, 3, 4, 4, 5, 6, 8]);
});

test('a term is its bigrams in a row; one character is a prefix; terms are divided by blanks and punctuation', () => {
  expect(query('联防')).toBe(`(('联防'))`);
  expect(query('联防，控')).toBe(`(('联防')) & (('控':*))`);
  expect(query('备忘录')).toBe(`(('备忘录' | '备忘' <1> '忘录'))`);
  expect(query('pm2.5年')).toBe(`(('pm' <1> 'm2' <1> '2.' <1> '.5' <2> '年':*))`);
});

test('a quoted passage keeps the distances between its parts, and is taken as it is', () => {
  expect(query('"甲 乙"')).toBe(`(('甲' <2> '乙':*))`);
  expect(query('“甲乙”丙丁')).toBe(`(('甲乙')) & (('丙丁'))`);
});

test('a long term is found by its words too', () => {
  expect(query('太湖蓝藻治理')).toContain(`| (('太湖') & ('蓝藻') & ('治理'))`);
  expect(parseSearchQuery('太湖蓝藻治理').terms[0]?.words.length).toBeGreaterThan(1);
  expect(parseSearchQuery('"太湖蓝藻治理"').terms[0]?.words).toEqual([]);
});

test.each(['', ' ', '。，！', '""', '“”', '\u0000', '\ud800', '😀'])('%j has nothing to look for', (text) => {
  expect(parseSearchQuery(text).terms).toEqual([]);
});

test('quotes and backslashes cannot leave a lexeme', () => {
  expect(query("a'b")).toBe(`(('a''b' | 'a''' <1> '''b'))`);
});

test('a tsvector holds bigrams, the last character of each run, numbers, and long words, with weight and place', () => {
  const vector = searchVector([{ chars: Array.from('示范区a1'), weight: 'A', lead: 0, offset: 10 }]);
  expect(vector.split(' ').sort()).toEqual(
    ["'1':15A", "'=1|':15A", "'a1':14A", "'区':13A", "'示范':11A", "'范区':12A", "'示范区':11A"].sort(),
  );
});

test('a lexeme keeps at most 256 places', () => {
  const vector = searchVector([{ chars: Array.from('甲'.repeat(1000)), weight: 'D', lead: 0, offset: 0 }]);
  expect(vector.split(' ')[0]?.split(',')).toHaveLength(256);
});

test('a long text is cut to passages around its matches, at the beginnings of sentences', () => {
  const text = `${'前言。'.repeat(50)}会议签署了备忘录。${'其他内容。'.repeat(60)}备忘录生效。`;
  const found = highlightField('text', text, markedPhrases(parseSearchQuery('備忘錄')));
  expect(found).toHaveLength(2);
  expect(found[0]?.snippet.startsWith('会议签署了备忘录。')).toBe(true);
  for (const { snippet, ranges } of found) {
    expect(text).toContain(snippet);
    for (const { start, end } of ranges) expect(snippet.slice(start, end)).toBe('备忘录');
  }
});

test.each([
  ['ORGANISATION', '重庆市', 'chongqingshi', 'cqs'],
  ['PERSON', '单雄文', 'shanxiongwen', 'sxw'],
  ['PERSON', '解青山', 'xieqingshan', 'xqs'],
  ['ORGANISATION', 'ABC', '', ''],
] as const)('%s %s is spelt %s', (type, name, pinyin, initials) => {
  expect(suggestTerm(type, name)).toMatchObject({ pinyin, initials });
});
