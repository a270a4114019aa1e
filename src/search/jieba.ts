import { createRequire } from 'node:module';

/** What we use of nodejieba. */
interface Jieba {
  cut(text: string, strict?: boolean): string[];
  cutForSearch(text: string, strict?: boolean): string[];
  extract(text: string, topN: number): { word: string; weight: number }[];
}

let loaded: Jieba | null = null;

/** nodejieba, loaded when it is first asked for: its dictionary takes more than a second and some 300 MB. */
export function jieba(): Jieba {
  loaded ??= createRequire(import.meta.url)('nodejieba') as Jieba;
  return loaded;
}
