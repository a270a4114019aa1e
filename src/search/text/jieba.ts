import { createRequire } from 'node:module';

/** Paths of the dictionaries of words, and of their weights. */
export interface Dictionaries {
  readonly dict: string;
  readonly idfDict: string;
}

/** What we use of nodejieba. */
interface Jieba {
  load(dictionaries: Dictionaries): void;
  cut(text: string, strict?: boolean): string[];
  cutForSearch(text: string, strict?: boolean): string[];
  extract(text: string, topN: number): { word: string; weight: number }[];
}

let loaded: Jieba | null = null;

/**
 * nodejieba, loaded when it is first asked for: its dictionary takes more than a second and some 250 MB, in each thread that
 * loads it. So a server has it in one thread, which `words.ts` asks.
 */
export function jieba(): Jieba {
  loaded ??= createRequire(import.meta.url)('nodejieba') as Jieba;
  return loaded;
}

/** Loads other dictionaries than nodejieba's own. */
export function loadJieba(dictionaries: Dictionaries): void {
  jieba().load(dictionaries);
}

/**
 * Whether this thread has it.
 *
 * @public for tests: the thread of a server's event loop never does.
 */
export const isJiebaLoaded = () => loaded !== null;
