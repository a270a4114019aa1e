import { pinyin } from 'pinyin-pro';
import type { EntityType } from '../entities/entity-type.ts';
import { foldText } from '../text/fold-text.ts';
import { keyOf } from '../text/folded-key.ts';

/** A name as it is suggested. */
export interface SuggestTerm {
  /** The name as it is shown. */
  readonly term: string;
  /** What a prefix in characters is compared with. */
  readonly key: string;
  /** Its pinyin without tones and blanks: `chongqingshi`; empty where it has no Chinese character. */
  readonly pinyin: string;
  /** The first letter of each syllable: `cqs`. */
  readonly initials: string;
}

/** Longer names are suggested by their beginning; an index entry has a limit. */
const [MAX_KEY, MAX_PINYIN] = [100, 600];

/** The first characters of a text, surrogate pairs left whole. */
function firstCharacters(text: string, count: number): string {
  return Array.from(text).slice(0, count).join('');
}

/** The forms of a name by which it is suggested. Surnames are read as such: 单 shàn, 解 xiè. */
export function suggestTerm(type: EntityType, name: string): SuggestTerm {
  const key = firstCharacters(keyOf(foldText(name)), MAX_KEY);
  const isPerson = type === 'PERSON';
  const syllables = pinyin(key, {
    toneType: 'none',
    type: 'array',
    v: true,
    nonZh: 'consecutive',
    ...(isPerson ? { surname: 'head' as const } : {}),
  });
  const spelt = /\p{Script=Han}/u.test(key) ? syllables : [];
  return {
    term: name,
    key,
    pinyin: firstCharacters(spelt.join(''), MAX_PINYIN),
    initials: spelt.map((syllable) => firstCharacters(syllable, 1)).join(''),
  };
}
