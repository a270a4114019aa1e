import type { Article, ParagraphKind, Span } from '../../documents/model/source-document.ts';
import { CharacterSet } from '../terms/character-set.ts';

/** A sentence of an article: it ends with its closing mark, or with its paragraph. */
export interface Sentence extends Span {
  /** Index into `Article.paragraphs`. */
  readonly paragraph: number;
  readonly kind: ParagraphKind;
}

const CLOSING = new CharacterSet('。！？；!?;');
/** A sentence without end is cut at the next comma behind so many characters, to bound the work on each. */
const LONGEST = 2000;
const TRAILING = new CharacterSet('”’」』）)》');

function sentenceEnd(text: string, start: number, limit: number): number {
  let at = CLOSING.findNext(text, start, limit);
  if (at - start > LONGEST) {
    for (let cut = start + LONGEST; cut < Math.min(at, start + 2 * LONGEST); cut++)
      if (/[，,、\s]/.test(text[cut] ?? '')) return cut + 1;
    if (at - start > 2 * LONGEST) return start + 2 * LONGEST;
  }
  while (at < limit && CLOSING.hasAt(text, at)) at++;
  while (at < limit && TRAILING.hasAt(text, at)) at++;
  return at;
}

/**
 * The sentences of an article's headline, deck and body, in the order of the text. Captions and bylines
 * hold no facts and give none.
 */
export function listSentences(article: Article): Sentence[] {
  const sentences: Sentence[] = [];
  article.paragraphs.forEach(({ start, end, kind }, paragraph) => {
    if (kind === 'caption' || kind === 'byline') return;
    for (let at = start; at < end; ) {
      const stop = sentenceEnd(article.text, at, end);
      sentences.push({ start: at, end: stop, paragraph, kind });
      at = stop;
    }
  });
  return sentences;
}

/** The last sentence that begins at or before an offset; null before the first. Sentences are in order. */
export function findSentence(sentences: readonly Sentence[], offset: number): Sentence | null {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.start ?? Number.POSITIVE_INFINITY) <= offset) low = middle + 1;
    else high = middle;
  }
  return sentences[low - 1] ?? null;
}
