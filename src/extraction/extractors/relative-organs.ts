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

const INITIALS = new Set('我本省市县区自州盟旗');

/** Whether an organ that is named by its level may begin with the character. */
export const beginsRelativeOrgan = (character: string | undefined): boolean =>
  character !== undefined && INITIALS.has(character);

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

/**
 * Reads an organ that is named by its level alone: 省生态环境厅 in a page about 广东省; null where none
 * begins or no area can be found for it.
 */
export function readRelativeOrgan(passage: Passage, place: RelativePlace): OrganisationMention | null {
  const { text } = passage;
  const own = OWN.test(text[place.start] ?? '') ? 1 : 0;
  const word = findLevelWord(text, place.start + own);
  if (!word) return null;
  if (NO_LEVEL.test(text.slice(place.start + own, place.start + own + 4))) return null;
  if (!canBegin(passage, place.start, place.runStart, place.afterOrgan)) return null;
  const home =
    place.afterOrgan || place.nearOrgan || place.inRun ? null : findHomeOfLevel(passage.home, word);
  const area = (own ? null : home) ?? resolveLevel(passage, word, own ? null : place.hint);
  if (!area) return null;
  const from = place.start + own + word.length;
  const organ = findOrgan(text, from, place.limit, true);
  const suffix =
    nameWords.findAt(text, from, place.limit)?.value === 'STOP' ? null : findSuffix(text, from, place.limit);
  if (
    suffix &&
    suffix.end > (organ?.end ?? 0) &&
    suffix.suffixStart - from >= 2 &&
    suffix.suffixStart - from <= 12
  ) {
    const rest = text.slice(from, suffix.end);
    // 市高速集团 in a page that writes 重庆高速集团.
    const printed = area.shortNames.map((short) => short + rest).find((full) => text.includes(full));
    const name = printed ?? createAreaPrefix(area, []) + rest;
    return createMention({ start: place.start, end: suffix.end }, name, suffix.classification, { area });
  }
  return organ
    ? createOrganMention({ start: place.start, end: organ.end }, { area, chain: [] }, organ.organ)
    : null;
}
