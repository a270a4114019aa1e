import type { AreaRecord } from '../lexicon/areas.ts';
import { findArea } from '../lexicon/areas.ts';
import { isPunctuation, nameWords } from '../lexicon/name-words.ts';
import { createAreaPrefix, createOrganMention, findOrgan } from './local-organs.ts';
import { findSuffix } from './name-runs.ts';
import { createMention, type OrganisationMention } from './organisation-mention.ts';
import { findHomeOfLevel, findLevelWord, fitsLevel, type LevelWord, type Passage } from './passage.ts';

/** Words that begin with a level word and name no organ: 市场监管. To extend: add the word. */
const NO_LEVEL =
  /^(?:市场|市民|市区|市县|市级|市值|市内|省级|省内|省外|省会|省区|省市|省份|县域|县级|县区|县乡|区域|区块|区级|区间|区内|区县|区位|州级|市政(?!府|协)|市委托)/;

/** 我省, 本市: the level word behind them points to the page's own place. */
const OWN = /^[我本]/;

const INITIALS = new Uint8Array(0x10000);
for (const initial of '我本省市县区自州盟旗') INITIALS[initial.charCodeAt(0)] = 1;

/** Whether an organ that is named by its level may begin with the code unit. */
export const beginsRelativeOrgan = (unit: number): boolean => INITIALS[unit] === 1;

/**
 * The area that a level word stands for: that of the text just before (`hint`) or the page's own; null
 * where neither fits.
 */
export function resolveLevel(passage: Passage, word: LevelWord, hint: AreaRecord | null): AreaRecord | null {
  for (let area = hint; area; area = findArea(area.parentCode)) if (fitsLevel(area, word)) return area;
  return findHomeOfLevel(passage.home, word);
}

/** Where an organ named by its level word alone may begin: behind a mark, a word that ends names, another organ. */
function canBegin(passage: Passage, start: number, runStart: boolean, afterOrgan: boolean): boolean {
  if (runStart || afterOrgan)
    return !/[各全每上下近地级跨两三多]$/.test(passage.text.slice(Math.max(0, start - 1), start));
  return isPunctuation(passage.text[start - 1]);
}

/** The longest words between a level word and the ending of a body. */
const LONGEST_INNER = 12;

/** What is known of the place where a relative organ is looked for. */
export interface RelativePlace {
  readonly start: number;
  readonly limit: number;
  /** Whether a name may begin here. */
  readonly runStart: boolean;
  /** Whether another organ ends here. */
  readonly afterOrgan: boolean;
  /** Whether another organ ends just before it, at a 、 or 和. */
  readonly nearOrgan: boolean;
  /** Whether an office of another organ ends just before it: 某市委书记、|市人大常委会. */
  readonly inRun: boolean;
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
  const printed = area.shortNames.map((short) => short + rest).find((full) => text.includes(full));
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
  const near = place.afterOrgan || place.nearOrgan || place.inRun;
  const home = own || near ? null : findHomeOfLevel(passage.home, word);
  return home ?? resolveLevel(passage, word, own ? null : place.hint);
}

/**
 * Reads an organ that is named by its level alone: 省生态环境厅 in a page about 广东省; null where none
 * begins or no area can be found for it.
 */
export function readRelativeOrgan(passage: Passage, place: RelativePlace): OrganisationMention | null {
  const { text } = passage;
  const { start, limit } = place;
  const own = OWN.test(text[start] ?? '');
  const wordStart = start + (own ? 1 : 0);
  const word = findLevelWord(text, wordStart);
  if (!word || NO_LEVEL.test(text.slice(wordStart, wordStart + 4))) return null;
  if (!canBegin(passage, start, place.runStart, place.afterOrgan)) return null;
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
