import type { Paragraph } from '../model/source-document.ts';

/** The part of an article by which copies of it are told: running text, without headlines, captions and bylines. */
export function readCopyText(text: string, paragraphs: readonly Paragraph[]): string {
  return paragraphs
    .filter(({ kind }) => kind === 'body')
    .map(({ start, end }) => text.slice(start, end))
    .join('');
}
