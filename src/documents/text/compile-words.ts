/** A pattern that finds any of the words; the words are no patterns themselves. */
export function compileAny(words: readonly string[]): RegExp {
  return new RegExp(joinWords(words));
}

/** A pattern that finds any of the words at the beginning of a text. */
export function compileStart(words: readonly string[]): RegExp {
  return new RegExp(`^(?:${joinWords(words)})`);
}

function joinWords(words: readonly string[]): string {
  return words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|');
}
