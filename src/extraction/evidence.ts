import type { Span } from '../documents/source-document.ts';
import type { Evidence } from './claim.ts';
import type { Passage } from './extractors/passage.ts';
import { findSentence } from './sentences.ts';

/** Evidence for a fact from the spans that state it: in the order of the text, one a start, with its sentence. */
export function createEvidence({ sentences }: Passage, spans: readonly Span[]): Evidence[] {
  const seen = new Set<number>();
  return [...spans]
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .filter(({ start }) => !seen.has(start) && seen.add(start))
    .map(({ start, end }) => {
      const sentence = findSentence(sentences, start) ?? { start, end };
      return { start, end, sentence: { start: sentence.start, end: Math.max(sentence.end, end) } };
    });
}

/** The items that share a key, in the order in which the keys first come. */
export function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
