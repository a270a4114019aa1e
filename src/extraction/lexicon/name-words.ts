import { CharacterSet } from '../terms/character-set.ts';
import { Trie } from '../terms/trie.ts';
import { TrieUnion } from '../terms/trie-union.ts';
import { unitAt } from '../terms/unit-at.ts';
import { listAreas } from './areas.ts';
import { listGenericWords, listOrganisationSuffixes } from './organisation-suffixes.ts';
import { listClearStops, listShields, listStops } from './words.ts';

/** Names of areas that hold a stop word (埃及, 和平区) shield it. */
function listShieldingAreas(stops: ReadonlySet<string>): string[] {
  const names = listAreas().flatMap(({ name, shortNames, level }) =>
    level === 'COUNTY' ? [name] : [name, ...shortNames],
  );
  // 和县 is more often 和 before 县委.
  return names.filter(
    (name) => name.length > 1 && name !== '和县' && [...name].some((character) => stops.has(character)),
  );
}

/** Words that end a name (`STOP`) and words that only hold one of them (`SHIELD`). */
export const nameWords = new Trie<'STOP' | 'SHIELD'>([
  ...listShieldingAreas(new Set(listStops())).map((name) => [name, 'SHIELD'] as const),
  ...listStops().map((word) => [word, 'STOP'] as const),
  ...listShields().map((word) => [word, 'SHIELD'] as const),
]);

/** The stop words behind which a name may begin. */
export const clearStops = new Trie<true>(listClearStops().map((word) => [word, true] as const));

/** Endings of organisations with their class; null for words that only look like one. */
export const organisationSuffixes = new Trie(listOrganisationSuffixes());

const genericWords = new Trie<true>(listGenericWords().map((word) => [word, true] as const));

/** Whether a text is made of words for kinds alone (科技, 大型国有), so that it names nothing. Empty is generic. */
export function isGeneric(text: string): boolean {
  const reachable = [true];
  for (let at = 0; at < text.length; at++) {
    if (!reachable[at]) continue;
    for (const { end } of genericWords.listAt(text, at)) reachable[end] = true;
  }
  return reachable[text.length] === true;
}

/** Whether a text begins with a word for a kind. */
export function startsGeneric(text: string): boolean {
  return (genericWords.findAt(text, 0)?.end ?? 0) >= 2;
}

/** Marks that a name may hold. */
const INSIDE_NAMES = '·-';
const MARKS = '。！？；：，、,.!?;:（）()“”‘’《》〈〉【】[]{}<>「」『』…—–－/／|｜　 \t\n\r\u3000•～~*#"\'';

const PUNCTUATION = new CharacterSet(MARKS + INSIDE_NAMES);

/** Punctuation and white space that no name holds. */
export const nameMarks = new Trie<true>([...MARKS].map((mark) => [mark, true] as const));

/** Where a name may end or begin: at a mark, at a word that no name holds, or at one that only holds such a word. */
export const nameLimits = new TrieUnion([nameMarks, nameWords]);

/** Whether the character at an offset can be no part of a Han word: punctuation, white space, or the end of the text. */
export function isPunctuationAt(text: string, at: number): boolean {
  return at < 0 || at >= text.length || PUNCTUATION.hasAt(text, at);
}

/** Whether the character at an offset is a Han character of the block of the common ones. */
export function isCommonHanAt(text: string, at: number): boolean {
  const unit = unitAt(text, at);
  return unit >= 0x4e00 && unit <= 0x9fff;
}

/** Whether the character at an offset is a Han character of the Basic Multilingual Plane. */
export function isHanAt(text: string, at: number): boolean {
  const unit = unitAt(text, at);
  return (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3400 && unit <= 0x4dbf) || unit === 0x3007;
}
