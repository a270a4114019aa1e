import { findNumbers, numberLexeme } from './numbers.ts';
import { MAX_POSITIONS } from './search-vector.ts';
import { splitRuns } from './split-runs.ts';

/** How often each character was seen; emptied after each use. */
const seen = new Uint16Array(0x10000);

/** How often the most frequent character of texts stands in them; characters of two code units count by their first. */
function countMostFrequent(texts: readonly (readonly string[])[]): number {
  let most = 0;
  for (const chars of texts)
    for (const char of chars) {
      const count = (seen[char.charCodeAt(0)] ?? 0) + 1;
      seen[char.charCodeAt(0)] = count;
      if (count > most) most = count;
    }
  for (const chars of texts) for (const char of chars) seen[char.charCodeAt(0)] = 0;
  return most;
}

/**
 * Whether folded texts that share a row hold one lexeme more often than a tsvector keeps: phrases in what is beyond would not be found.
 * A word stands nowhere without its first two characters, so that these and the numbers tell of all lexemes.
 */
export function isCrowded(texts: readonly (readonly string[])[]): boolean {
  // Hardly a row has one character so often, and counting characters is much the cheaper.
  if (countMostFrequent(texts) <= MAX_POSITIONS) return false;
  const counts = new Map<string, number>();
  const isTooMany = (lexeme: string) => {
    const count = (counts.get(lexeme) ?? 0) + 1;
    counts.set(lexeme, count);
    return count > MAX_POSITIONS;
  };
  for (const text of texts) {
    for (const { chars } of splitRuns(text))
      for (let at = 0; at < chars.length; at++)
        if (isTooMany((chars[at] ?? '') + (chars[at + 1] ?? ''))) return true;
    // 5年 and 五年 are one lexeme, and two pairs of characters.
    for (const span of findNumbers(text)) if (isTooMany(numberLexeme(text, span))) return true;
  }
  return false;
}
