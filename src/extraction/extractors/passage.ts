import type { Article, Span } from '../../documents/source-document.ts';
import type { AreaRecord } from '../lexicon/areas.ts';
import { listSentences, type Sentence } from '../sentences.ts';
import { termScan } from '../term-scan.ts';
import { AreaReader } from './area-reader.ts';
import { findHomeArea, type HomeArea } from './home-area.ts';
import { listRuns, type Run } from './name-runs.ts';

/** An article made ready to be read: what every extractor starts from. */
export interface Passage {
  readonly article: Article;
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly areas: AreaReader;
  readonly home: HomeArea;
  /** The runs of a sentence of `sentences`, read once. */
  readonly runsOf: (sentence: Span) => readonly Run[];
  /** What begins at an offset of a sentence of `sentences`. */
  readonly runAt: (sentence: Span, at: number) => RunStart;
}

/** What begins at an offset: no run, one, or one that is clear. */
export type RunStart = 'NONE' | 'RUN' | 'CLEAR';
const RUN_STARTS = ['NONE', 'RUN', 'CLEAR'] as const;

/** Makes an article ready to be read. */
export function createPassage(article: Article): Passage {
  termScan.read(article.text);
  const sentences = listSentences(article);
  const areas = new AreaReader(article.text);
  const home = findHomeArea(article, sentences, areas);
  areas.home = home.province;
  areas.near = home.city ?? home.province;
  const starts = new Uint8Array(article.text.length);
  const runs = new Map<number, readonly Run[]>();
  const runsOf = (sentence: Span) => {
    const known = runs.get(sentence.start);
    if (known) return known;
    const read = listRuns(article.text, sentence);
    runs.set(sentence.start, read);
    for (const { start, clear } of read) starts[start] = clear ? 2 : 1;
    return read;
  };
  const runAt = (sentence: Span, at: number) => {
    runsOf(sentence);
    return RUN_STARTS[starts[at] ?? 0] ?? 'NONE';
  };
  return { article, text: article.text, sentences, areas, home, runsOf, runAt };
}

const LEVEL_WORDS = ['自治区', '省', '市', '县', '区', '州', '盟', '旗'] as const;

const LEVEL_INITIALS = new Set(LEVEL_WORDS.map((word) => word[0]));

/** The word that says how high an organ stands: 省 in 省政府. */
export type LevelWord = (typeof LEVEL_WORDS)[number];

/** The level word that begins at `at`; null where none does. */
export function findLevelWord(text: string, at: number): LevelWord | null {
  if (!LEVEL_INITIALS.has(text[at] ?? '')) return null;
  return LEVEL_WORDS.find((word) => text.startsWith(word, at)) ?? null;
}

/** Whether the word fits the area: 市 fits 上海市, 区 fits 嘉定区 and 西藏自治区. */
export function fitsLevel(area: AreaRecord, word: LevelWord): boolean {
  return area.level !== 'COUNTRY' && area.name.endsWith(word);
}

/** The area of the page that a level word points to when the text names none: 省 → 广东省. Null where it has none. */
export function findHomeOfLevel(home: HomeArea, word: LevelWord): AreaRecord | null {
  const local = home.narrow ? [home.county, home.city] : [home.city, home.county];
  const areas =
    word === '省' || word === '自治区' ? [home.province, ...home.others] : [...local, home.province];
  return areas.find((area) => area !== null && fitsLevel(area, word)) ?? null;
}
