import type { AreaRecord } from '../lexicon/areas.ts';
import { isPunctuationAt, nameWords } from '../lexicon/name-words.ts';
import {
  findLevelWord,
  findOwnOfLevel,
  fitsLevel,
  type LevelWord,
  type Passage,
} from '../passage/passage.ts';
import { CharacterSet } from '../terms/character-set.ts';
import { Trie } from '../terms/trie.ts';
import { wordMemory } from '../text/word-memory.ts';
import { createAreaPrefix, createOrganMention, findOrgan } from './local-organs.ts';
import { findSuffix } from './name-runs.ts';
import { createMention, type OrganisationMention } from './organisation-mention.ts';

/** Words that begin with a level word and name no organ: 市场监管. To extend: add the word. */
const NO_LEVEL =
  /^(?:市场|市民|市区|市县|市级|市值|市内|省级|省内|省外|省会|省区|省市|省份|县域|县级|县区|县乡|区域|区块|区级|区间|区内|区县|区位|州级|市政(?!府|协)|市委托)/;

/** 我省, 本市: the level word behind them points to the page's own place. */
const OWN = new CharacterSet('我本');

/** What an organ that is named by its level begins with. */
export const levelOpenings = new Trie<true>(
  [...'我本省市县区自州盟旗'].map((initial) => [initial, true] as const),
);

/**
 * The area that a level word stands for: that of the text just before (`hint`) or the page's own; null
 * where neither fits.
 */
export function resolveLevel(passage: Passage, word: LevelWord, hint: AreaRecord | null): AreaRecord | null {
  for (let area = hint; area; area = area.parent) if (fitsLevel(area, word)) return area;
  return findOwnOfLevel(passage.region, word);
}

/** Before a level word these make another word: 各省, 全市. */
const JOINED = new CharacterSet('各全每上下近地级跨两三多');

/**
 * Whether an organ named by its level word alone may begin at an offset: behind a mark, a word that ends names, another
 * organ (`afterOrgan`).
 */
export function mayBeginRelativeOrgan(
  { text, nameStarts }: Passage,
  at: number,
  afterOrgan: boolean,
): boolean {
  if (!levelOpenings.holdsAt(text, at)) return false;
  return nameStarts.has(at) || afterOrgan ? !JOINED.hasAt(text, at - 1) : isPunctuationAt(text, at - 1);
}

/** The longest words between a level word and the ending of a body. */
const LONGEST_INNER = 12;

/** What is known of the place where a relative organ is looked for. */
export interface RelativePlace {
  readonly start: number;
  readonly limit: number;
  /** Whether another organ, or an office of one (某市委书记、|市人大常委会), ends here or at a 、 or 和 before it. */
  readonly nearOrgan: boolean;
  /** The area of the organ or place named last in the sentence. */
  readonly hint: AreaRecord | null;
}

/** A body by its ending behind the level word: 省水利科学研究院; null where an organ reaches as far. */
function readEnding(
  text: string,
  span: { readonly start: number; readonly from: number; readonly limit: number },
  area: AreaRecord,
): OrganisationMention | null {
  const { start, from, limit } = span;
  if (nameWords.findAt(text, from, limit)?.value === 'STOP') return null;
  const suffix = findSuffix(text, from, limit, true);
  const inner = suffix ? suffix.suffixStart - from : 0;
  if (!suffix || inner < 2 || inner > LONGEST_INNER) return null;
  const rest = text.slice(from, suffix.end);
  // 市高速集团 in a page that writes 重庆高速集团.
  const printed = area.shortNames.map((short) => short + rest).find((full) => wordMemory.holds(text, full));
  const name = printed ?? createAreaPrefix(area, []) + rest;
  return createMention({ start, end: suffix.end }, name, suffix.classification, { area });
}

/** The area of the organ at a place: the page's own before that of the text, but in a list or behind 我. */
function findAreaOf(
  passage: Passage,
  place: RelativePlace,
  word: LevelWord,
  own: boolean,
): AreaRecord | null {
  const home = own || place.nearOrgan ? null : findOwnOfLevel(passage.region, word);
  return home ?? resolveLevel(passage, word, own ? null : place.hint);
}

/**
 * Reads an organ that is named by its level alone, where `mayBeginRelativeOrgan` says that one may begin: 省生态环境厅 in a
 * page about 广东省; null where none begins or no area can be found for it.
 */
export function readRelativeOrgan(passage: Passage, place: RelativePlace): OrganisationMention | null {
  const { text } = passage;
  const { start, limit } = place;
  const own = OWN.hasAt(text, start);
  const wordStart = start + (own ? 1 : 0);
  const word = findLevelWord(text, wordStart);
  if (!word || NO_LEVEL.test(text.slice(wordStart, wordStart + 4))) return null;
  const area = findAreaOf(passage, place, word, own);
  if (!area) return null;
  // 我市市委 repeats the level word.
  const again = own && text.startsWith(word, wordStart + word.length) ? word.length : 0;
  const from = wordStart + word.length + again;
  const organ = findOrgan(text, from, limit, true);
  const ending = readEnding(text, { start, from, limit }, area);
  if (ending && ending.end > (organ?.end ?? 0)) return ending;
  return organ && createOrganMention({ start, end: organ.end }, { area, chain: [] }, organ.organ);
}
