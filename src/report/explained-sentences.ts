import type { Article } from '../documents/model/source-document.ts';
import type { Claim } from '../extraction/model/claim.ts';

/** The sentences of an article that state something, numbered from 1 in the order of the text. */
export class ExplainedSentences {
  private readonly article: Article;
  /** The end of each sentence by its beginning. */
  private readonly ends: ReadonlyMap<number, number>;
  private readonly numbers: ReadonlyMap<number, number>;

  constructor(article: Article, claims: readonly Claim[]) {
    this.article = article;
    const sentences = claims.flatMap(({ evidence }) => evidence.map(({ sentence }) => sentence));
    this.ends = new Map(sentences.map(({ start, end }) => [start, end]));
    const starts = [...this.ends.keys()].sort((a, b) => a - b);
    this.numbers = new Map(starts.map((start, index) => [start, index + 1]));
  }

  /** The numbers of the sentences that state a claim: `[2, 5]`. */
  cite({ evidence }: Claim): string {
    const numbers = evidence.map(({ sentence }) => this.numbers.get(sentence.start) ?? 0);
    return `[${[...new Set(numbers)].sort((a, b) => a - b).join(', ')}]`;
  }

  /** A line for each: its number, and what it says. */
  list(): string[] {
    return [...this.numbers].map(([start, number]) => {
      const sentence = this.article.text.slice(start, this.ends.get(start));
      return `[${number}] ${sentence.replaceAll('\n', ' ')}`;
    });
  }
}
