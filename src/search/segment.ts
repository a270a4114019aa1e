import { jieba } from './jieba.ts';
import { type Run, splitRuns } from './split-runs.ts';

/** A lexeme of the index at a place of the folded text. */
export interface Token {
  readonly lexeme: string;
  /** Index of its first character in the folded text. */
  readonly start: number;
}

/** The longest lexeme, in characters: longer words are found by their bigrams. */
const MAX_LEXEME = 32;

/**
 * The lexemes of a folded text: every bigram of characters, the last character of every run alone, and the words of
 * three characters and more. (Words of two are bigrams; single characters are found by prefix.)
 *
 * Words alone would lose results, because a long dictionary word hides those inside it; bigrams find any substring.
 */
export function segment(chars: readonly string[]): Token[] {
  return splitRuns(chars).flatMap((run) => [...bigrams(run), ...longWords(run)]);
}

/** The bigrams of a run, and its last character. */
function bigrams({ start, chars }: Run): Token[] {
  return chars.map((char, index) => ({ lexeme: char + (chars[index + 1] ?? ''), start: start + index }));
}

/** The words of three characters and more in a run, those inside longer words too. */
export function longWords({ kind, start, chars }: Run): Token[] {
  if (chars.length < 3) return [];
  if (kind === 'word') return chars.length <= MAX_LEXEME ? [{ lexeme: chars.join(''), start }] : [];
  return cutWords(chars.join('')).flatMap((word) => subWords(word, start));
}

/** Words of a Chinese text with their places, in code points. */
export function cutWords(text: string): Token[] {
  let at = 0;
  return jieba()
    .cut(text, true)
    .map((lexeme) => {
      const word = { lexeme, start: at };
      at += Array.from(lexeme).length;
      return word;
    });
}

function subWords({ lexeme, start }: Token, offset: number): Token[] {
  const chars = Array.from(lexeme);
  if (chars.length < 3 || chars.length > MAX_LEXEME) return [];
  const parts = chars.length === 3 ? [lexeme] : jieba().cutForSearch(lexeme, true);
  return [...new Set(parts)].flatMap((part) => {
    const size = Array.from(part).length;
    if (size < 3) return [];
    return placesOf(part, chars, size).map((at) => ({ lexeme: part, start: offset + start + at }));
  });
}

function placesOf(part: string, chars: readonly string[], size: number): number[] {
  const places: number[] = [];
  for (let at = 0; at + size <= chars.length; at++) {
    if (chars.slice(at, at + size).join('') === part) places.push(at);
  }
  return places;
}
