/**
 * All matches of a global expression in a text; faster than `matchAll`, which makes the expression anew each time. No match may
 * be empty.
 */
export function listMatches(text: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) found.push(match);
  return found;
}
