/** The tasks of the one thread that holds the segmenter's dictionary; `words.ts` asks for them. */
import { workerData } from 'node:worker_threads';
import { indexPassages, type RowPassages, type RowTerms } from '../entities/index-rows.ts';
import { type Highlight, type HighlightRows, highlightRows } from '../query/highlight.ts';
import {
  markedPhrases,
  parseSearchQuery,
  parseWordsQuery,
  type SearchQuery,
  type WordsQuery,
} from '../query/search-query.ts';
import { type Dictionaries, loadJieba } from '../text/jieba.ts';
import { extractKeywords, type WeightedWord } from '../text/keywords.ts';

/** What the thread is told when it starts. */
export interface WordsData {
  /** Null for those of the segmenter. */
  readonly dictionaries: Dictionaries | null;
}

const { dictionaries } = (workerData ?? { dictionaries: null }) as WordsData;
if (dictionaries !== null) loadJieba(dictionaries);

/** A hit whose passages are wanted. */
export interface HighlightRequest {
  /** As it was typed. */
  readonly query: string;
  readonly rows: HighlightRows;
}

/** Loads the dictionary. */
export function warmUp(): void {
  extractKeywords('会议');
}

/** Understands a query. */
export function understand(text: string): SearchQuery {
  return parseSearchQuery(text);
}

/** Understands words that must all be found. */
export function understandWords(text: string): WordsQuery {
  return parseWordsQuery(text);
}

/** The keywords of each text. */
export function keywords(texts: readonly string[]): WeightedWord[][] {
  return texts.map(extractKeywords);
}

let last: { text: string; query: SearchQuery } | null = null;

/** A query understood; the last one is kept, because all hits of an answer share it. */
function understoodOnce(text: string): SearchQuery {
  if (last?.text !== text) last = { text, query: parseSearchQuery(text) };
  return last.query;
}

/** The passages of each hit. */
export function highlights(requests: readonly HighlightRequest[]): Highlight[][] {
  return requests.map(({ rows, query }) => highlightRows(rows, markedPhrases(understoodOnce(query))));
}

/** The terms of each row. */
export function terms(rows: readonly RowPassages[]): RowTerms[] {
  return rows.map(indexPassages);
}
