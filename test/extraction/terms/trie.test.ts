import { termScan } from '../../../src/extraction/terms/term-scan.ts';
import { Trie } from '../../../src/extraction/terms/trie.ts';
import { TrieUnion } from '../../../src/extraction/terms/trie-union.ts';

const places = new Trie<string>([
  ['上海', 'short'],
  ['上海市', 'full'],
  ['海', 'sea'],
]);
const others = new Trie<number>([
  ['上海市', 1],
  ['开', 2],
]);
const text = '在上海市召开会议';

/** What is found must not depend on whether the text was read as a whole before. */
describe.each([
  ['read at once', () => termScan.read(text)],
  ['read as asked', () => termScan.read('')],
])('a text that is %s', (_, prepare) => {
  beforeEach(prepare);

  test('holds the longest term at an offset, or the longest before a limit', () => {
    expect(places.findAt(text, 1)).toEqual({ start: 1, end: 4, value: 'full' });
    expect(places.findAt(text, 1, 3)).toEqual({ start: 1, end: 3, value: 'short' });
    expect(places.findAt(text, 1, 2)).toBeNull();
    expect(places.findTerm(text, 0, text.length)).toBeNull();
  });

  test('holds several terms at an offset, the longest first', () => {
    expect(places.listAt(text, 1).map(({ value }) => value)).toEqual(['full', 'short']);
    expect(places.listAt(text, 1, 3).map(({ value }) => value)).toEqual(['short']);
  });

  test('holds a term of two dictionaries for each', () => {
    expect(others.findAt(text, 1)?.value).toBe(1);
    expect(places.findAt(text, 1)?.value).toBe('full');
  });

  test('is passed over where no term begins', () => {
    expect(places.findNext(text, 0, text.length)).toBe(1);
    expect(places.findNext(text, 3, text.length)).toBe(text.length);
    expect(places.holdsAt(text, 2)).toBe(true);
    expect(others.holdsAt(text, 2)).toBe(false);
    expect(new TrieUnion([places, others]).findNext(text, 3, text.length)).toBe(5);
  });

  test('ends where it ends', () => {
    expect(places.findNext(text, text.length, text.length)).toBe(text.length);
    expect(places.holdsAt(text, text.length)).toBe(false);
  });
});

test('a term that is added later is found, the last value of a term wins, and the empty term is none', () => {
  const words = new Trie<number>([['会', 1]]);
  termScan.read(text);
  words.set('会议', 2);
  words.set('会', 3);
  words.set('', 4);
  termScan.read(text);
  expect(words.listAt(text, 6).map(({ value }) => value)).toEqual([2, 3]);
});

test('so many terms that the tree grows are all found', () => {
  const numbers = new Trie<number>();
  const term = (n: number) => String.fromCharCode(0x4e00 + (n % 199), 0x5e00 + (n % 211), 0x6e00 + (n % 223));
  for (let n = 0; n < 60_000; n++) numbers.set(term(n), n);
  for (const n of [0, 1, 12_345, 59_999]) expect(numbers.findAt(term(n), 0)?.value).toBe(n);
});
