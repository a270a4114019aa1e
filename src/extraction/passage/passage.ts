import type { Article } from '../../documents/model/source-document.ts';
import type { AreaRecord } from '../lexicon/areas.ts';
import { CharacterSet } from '../terms/character-set.ts';
import { termScan } from '../terms/term-scan.ts';
import { listSentences, type Sentence } from '../text/sentences.ts';
import { AreaReader } from './area-reader.ts';
import { NameStarts } from './name-starts.ts';
import { findPageRegion, type PageRegion } from './page-region.ts';

/** An article made ready to be read: what every extractor starts from. */
export interface Passage {
  readonly article: Article;
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly areas: AreaReader;
  readonly region: PageRegion;
  /** Where names may begin in the sentences. */
  readonly nameStarts: NameStarts;
}

/** Makes an article ready to be read. */
export function createPassage(article: Article): Passage {
  termScan.read(article.text);
  const sentences = listSentences(article);
  const areas = new AreaReader(article.text);
  const region = findPageRegion(article, sentences, areas);
  areas.ownProvince = region.province;
  areas.near = region.city ?? region.province;
  const nameStarts = new NameStarts(article.text, sentences);
  return { article, text: article.text, sentences, areas, region, nameStarts };
}

const LEVEL_CHARACTERS = new CharacterSet('省市县区州盟旗');
const AUTONOMOUS_REGION = '自治区';

/** The word that says how high an organ stands: 省 in 省政府. */
export type LevelWord = '自治区' | '省' | '市' | '县' | '区' | '州' | '盟' | '旗';

/** The level word that begins at `at`; null where none does. */
export function findLevelWord(text: string, at: number): LevelWord | null {
  if (LEVEL_CHARACTERS.hasAt(text, at)) return text[at] as LevelWord;
  return text.startsWith(AUTONOMOUS_REGION, at) ? AUTONOMOUS_REGION : null;
}

/** Whether the word fits the area: 市 fits 上海市, 区 fits 嘉定区 and 西藏自治区. */
export function fitsLevel(area: AreaRecord, word: LevelWord): boolean {
  return area.level !== 'COUNTRY' && area.name.endsWith(word);
}

/** The area of the page that a level word points to when the text names none: 省 → 广东省. Null where it has none. */
export function findOwnOfLevel(region: PageRegion, word: LevelWord): AreaRecord | null {
  const local = region.narrow ? [region.county, region.city] : [region.city, region.county];
  const areas =
    word === '省' || word === '自治区' ? [region.province, ...region.others] : [...local, region.province];
  return areas.find((area) => area !== null && fitsLevel(area, word)) ?? null;
}
