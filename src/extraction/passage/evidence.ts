import type { Span } from '../../documents/model/source-document.ts';
import type { Evidence } from '../model/claim.ts';
import { findSentence } from '../text/sentences.ts';
import { sortByPlace } from '../text/spans.ts';
import type { Passage } from './passage.ts';

/** Evidence for a fact from the spans that state it: in the order of the text, one a start, with its sentence. */
export function createEvidence({ sentences }: Passage, spans: readonly Span[]): Evidence[] {
  const evidence: Evidence[] = [];
  let last = -1;
  for (const { start, end } of sortByPlace(spans)) {
    if (start === last) continue;
    last = start;
    const sentence = findSentence(sentences, start);
    evidence.push({
      start,
      end,
      sentence: { start: sentence?.start ?? start, end: Math.max(sentence?.end ?? end, end) },
    });
  }
  return evidence;
}
