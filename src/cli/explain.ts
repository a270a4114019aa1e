import type { SourceDocument } from '../documents/source-document.ts';
import { explainClaims } from '../extraction/explain-claims.ts';

/**
 * The facts of a document for people to read: an article a block, a fact a line with the rule that made it and the
 * words that carry it, and the doubts that were left.
 */
export function explainDocument({ name, articles }: SourceDocument): string {
  const blocks = articles.map((article) => {
    const { facts, warnings } = explainClaims(article);
    return [
      `== ${name}: ${article.headline ?? '(no headline)'}`,
      ...facts.map(({ fact, rule, quotes }) => `${fact}\n    rule: ${rule}\n    span: ${quotes.join(' | ')}`),
      ...warnings.map(
        ({ code, message, start, end }) =>
          `warning ${code}: ${message}\n    span: ${article.text.slice(start, end)}`,
      ),
    ].join('\n');
  });
  return blocks.join('\n');
}
