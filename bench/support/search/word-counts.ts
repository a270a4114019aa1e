import { createVocabulary, type Vocabulary } from './generated-words.ts';
import type { WordedText } from './selective-queries.ts';
import { plainWords, type Story } from './stories.ts';

/** The words of stories by their frequency, and in how many of them each stands. */
export interface Words {
  readonly texts: readonly WordedText[];
  readonly counts: readonly number[];
  readonly vocabulary: Vocabulary;
}

/** Reads the words of stories. */
export function readWords(stories: readonly Story[]): Words {
  const cut = stories.map(({ body }) => plainWords(body).filter((word) => /^\p{Script=Han}+$/u.test(word)));
  const [uses, holders] = [new Map<string, number>(), new Map<string, number>()];
  for (const words of cut) {
    for (const word of words) uses.set(word, (uses.get(word) ?? 0) + 1);
    for (const word of new Set(words)) holders.set(word, (holders.get(word) ?? 0) + 1);
  }
  const ordered = [...uses].sort(([, a], [, b]) => b - a).map(([word]) => word);
  const ranks = new Map(ordered.map((word, rank) => [word, rank]));
  return {
    texts: cut.map((words) => ({ words: words.map((word) => ({ word, rank: ranks.get(word) ?? 0 })) })),
    counts: ordered.map((word) => holders.get(word) ?? 0),
    vocabulary: createVocabulary(ordered),
  };
}
