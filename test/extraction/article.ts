import type { Article, ParagraphKind } from '../../src/documents/model/source-document.ts';

/** What a test article is made of; only the body is needed. */
interface Parts {
  readonly headline?: string;
  readonly body: readonly string[];
  readonly publisher?: string;
  readonly publishedOn?: string;
}

/** An article as the documents stage gives it, from plain paragraphs. */
export function createArticle({ headline, body, publisher, publishedOn }: Parts): Article {
  const parts: [string, ParagraphKind][] = [
    ...(headline ? ([[headline, 'headline']] as [string, ParagraphKind][]) : []),
    ...body.map((text): [string, ParagraphKind] => [text, 'body']),
  ];
  let start = 0;
  const paragraphs = parts.map(([text, kind]) => {
    const paragraph = { start, end: start + text.length, kind };
    start = paragraph.end + 1;
    return paragraph;
  });
  const text = parts.map(([part]) => part).join('\n');
  return {
    headline: headline ?? null,
    text,
    paragraphs,
    publisher: publisher ?? null,
    publishedOn: publishedOn ?? null,
    publishedOnBasis: publishedOn === undefined ? null : 'LABEL',
    script: 'HANS',
    sourceOffsets: Uint32Array.from({ length: text.length }, (_, i) => i),
  };
}
