import { jieba } from './jieba.ts';
import { findNumbers, numberLexeme } from './numbers.ts';
import { type Run, splitRuns } from './split-runs.ts';

/** A lexeme of the index at a place of the folded text. */
export interface Token {
  readonly lexeme: string;
  /** Index of its first character in the folded text. */
  readonly start: number;
}

/** The longest lexeme, in characters: longer words are found by their bigrams. */
const MAX_LEXEME = 32;

/** Takes a lexeme and the index of its first character. There are hundreds in a text: no object is made for each. */
export type OnToken = (lexeme: string, start: number) => void;

/**
 * Finds the lexemes of a folded text: every bigram of characters, the last character of every run alone, the words of
 * three characters and more, and the numbers. (Words of two are bigrams; single characters are found by prefix.)
 *
 * Words alone would lose results, because a long dictionary word hides those inside it; bigrams find any substring.
 */
export function segment(chars: readonly string[], onToken: OnToken): void {
  const runs = splitRuns(chars);
  for (const { start, chars } of runs)
    for (let at = 0; at < chars.length; at++) onToken((chars[at] ?? '') + (chars[at + 1] ?? ''), start + at);
  for (const span of findNumbers(chars)) onToken(numberLexeme(chars, span), span.start);
  findLongWords(runs, onToken);
}

/** Words of a Chinese text with their places, in code points. */
export function cutWords(text: string): Token[] {
  let at = 0;
  return jieba()
    .cut(text, true)
    .map((lexeme) => {
      const word = { lexeme, start: at };
      at += countCharacters(lexeme);
      return word;
    });
}

/** The segmenter takes a line for a text of its own: it is asked once for all runs. */
const RUN_END = '\n';

function findLongWords(runs: readonly Run[], onToken: OnToken): void {
  const long = runs.filter(({ chars }) => chars.length > 2);
  const chinese: Run[] = [];
  for (const run of long) {
    if (run.kind === 'han') chinese.push(run);
    else if (run.chars.length <= MAX_LEXEME) onToken(run.chars.join(''), run.start);
  }
  if (chinese.length === 0) return;
  const words = jieba().cut(chinese.map(({ chars }) => chars.join('')).join(RUN_END), true);
  let [number, at] = [0, chinese[0]?.start ?? 0];
  for (const word of words) {
    if (word === RUN_END) {
      number += 1;
      at = chinese[number]?.start ?? 0;
      continue;
    }
    if (word.length > 2) for (const { lexeme, start } of subWords(word)) onToken(lexeme, at + start);
    at += countCharacters(word);
  }
}

const SURROGATES = /[\ud800-\udfff]/;

/** The length of a text in code points. */
function countCharacters(text: string): number {
  return SURROGATES.test(text) ? Array.from(text).length : text.length;
}

/** How many words are remembered with those inside them. */
const CACHE_SIZE = 20_000;
const known = new Map<string, readonly Token[]>();

/** The words of three characters and more inside a word, itself too, with their places in it. */
function subWords(word: string): readonly Token[] {
  const found = known.get(word);
  if (found !== undefined) return found;
  const made = findSubWords(word);
  if (known.size >= CACHE_SIZE) known.clear();
  known.set(word, made);
  return made;
}

function findSubWords(word: string): Token[] {
  const chars = Array.from(word);
  if (chars.length < 3 || chars.length > MAX_LEXEME) return [];
  const parts = chars.length === 3 ? [word] : jieba().cutForSearch(word, true);
  return [...new Set(parts)].flatMap((lexeme) => {
    const size = Array.from(lexeme).length;
    return size < 3 ? [] : placesOf(lexeme, chars, size).map((start) => ({ lexeme, start }));
  });
}

function placesOf(part: string, chars: readonly string[], size: number): number[] {
  const places: number[] = [];
  for (let at = 0; at + size <= chars.length; at++) {
    if (chars.slice(at, at + size).join('') === part) places.push(at);
  }
  return places;
}
