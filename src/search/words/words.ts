import { Thread } from '../../base/thread.ts';
import type { IndexRow, RowPassages, RowTerms } from '../entities/index-rows.ts';
import type { Highlight } from '../query/highlight.ts';
import type { SearchQuery, WordsQuery } from '../query/search-query.ts';
import type { Dictionaries } from '../text/jieba.ts';
import { KEYWORDS_LENGTH, type WeightedWord } from '../text/keywords.ts';
import type { HighlightRequest, WordsData } from './words-thread.ts';

/**
 * The most megabytes of the thread's heap. The dictionary, some 250 MB, is not in it: the segmenter keeps one for each thread that
 * loads it, so one thread alone does.
 */
const HEAP_MB = 128;

/** How many UTF-16 code units are one task, some 50 ms: what others ask for comes between two tasks. */
const TASK_LENGTH = 50_000;

const create = (data: WordsData) =>
  new Thread({ entry: 'words-thread', idleTimeoutMs: null, heapMb: HEAP_MB, data });

let thread = create({ dictionaries: null });

/**
 * Makes the thread take other dictionaries; to be called before anything is asked for.
 *
 * @public for processes that are started very often.
 */
export function useDictionaries(dictionaries: Dictionaries): void {
  thread = create({ dictionaries });
}

/** Loads the dictionary, which takes some seconds, so that the first who asks need not wait for it. */
export async function warmWords(): Promise<void> {
  await thread.run('warmUp', null);
}

/** Lets go of the dictionary; whoever asks again loads it anew. */
export function closeWords(): Promise<void> {
  return thread.close();
}

/** Understands a search query. */
export function understandQuery(text: string): Promise<SearchQuery> {
  return thread.run('understand', text);
}

/** Understands words that must all be found. */
export function understandWords(text: string): Promise<WordsQuery> {
  return thread.run('understandWords', text);
}

/** The keywords of each text. */
export function listKeywords(texts: readonly string[]): Promise<WeightedWord[][]> {
  return inTasks('keywords', texts, { sizeOf: (text) => Math.min(text.length, KEYWORDS_LENGTH) });
}

/**
 * The passages of each hit.
 *
 * @param signal stops it between two tasks. @throws its reason.
 */
export function listHighlights(
  requests: readonly HighlightRequest[],
  signal?: AbortSignal,
): Promise<Highlight[][]> {
  const sizeOf = ({ rows }: HighlightRequest) => rows.flat().reduce((sum, { text }) => sum + text.length, 0);
  return inTasks('highlights', requests, { sizeOf, signal });
}

/** The index rows of entities, each laid out by `layRows`. */
export async function makeIndexRows(entities: readonly (readonly RowPassages[])[]): Promise<IndexRow[][]> {
  const sizeOf = (row: RowPassages) => row.reduce((sum, { text }) => sum + text.length, 0);
  const terms = await inTasks<RowPassages, RowTerms>('terms', entities.flat(), { sizeOf });
  let next = 0;
  return entities.map((rows) =>
    rows.map((passages, part) => {
      const found = terms[next++];
      if (found === undefined) throw new Error('Each row has its terms.');
      return {
        part,
        parts: rows.length,
        passages: passages.map(({ field, text }) => ({ field, text })),
        ...found,
      };
    }),
  );
}

interface TaskOptions<T> {
  /** What an item weighs, in UTF-16 code units. */
  readonly sizeOf: (item: T) => number;
  readonly signal?: AbortSignal | undefined;
}

async function inTasks<T, R>(
  name: string,
  items: readonly T[],
  { sizeOf, signal }: TaskOptions<T>,
): Promise<R[]> {
  const results: R[] = [];
  for (const part of split(items, sizeOf)) {
    signal?.throwIfAborted();
    results.push(...(await thread.run<R[]>(name, part)));
  }
  return results;
}

function* split<T>(items: readonly T[], sizeOf: (item: T) => number): Generator<T[]> {
  let [part, size]: [T[], number] = [[], 0];
  for (const item of items) {
    part.push(item);
    size += sizeOf(item);
    if (size < TASK_LENGTH) continue;
    yield part;
    [part, size] = [[], 0];
  }
  if (part.length > 0) yield part;
}
