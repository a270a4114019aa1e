import { descriptions } from '../lexicon/roles.ts';
import type { PostToken } from './post-tokens.ts';

/** Offices that one phrase strings together for one holder: 江苏省委副书记、省长. */
export interface PostGroup {
  readonly start: number;
  readonly end: number;
  /** At least one, in the order of the text. */
  readonly tokens: readonly PostToken[];
}

function isJoined(text: string, before: PostToken, next: PostToken): boolean {
  const between = text.slice(before.end, next.start);
  // 各科室负责人，某局副局长某某: who is only described is another.
  if (between === '，' && descriptions.has(before.role)) return false;
  return (
    (between === '' && next.run === '') ||
    between === '、' ||
    between === '，' ||
    between === '兼' ||
    between === '兼任' ||
    between === '、兼' ||
    between === '，兼'
  );
}

/** Strings the offices of a sentence together; every office is in one group. */
export function listPostGroups(text: string, tokens: readonly PostToken[]): PostGroup[] {
  const groups: PostGroup[] = [];
  let group: PostToken[] = [];
  for (const [i, token] of tokens.entries()) {
    const next = tokens[i + 1];
    group.push(token);
    if (next && isJoined(text, token, next)) continue;
    groups.push({ start: (group[0] ?? token).start, end: token.end, tokens: group });
    group = [];
  }
  return groups;
}
