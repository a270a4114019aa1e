import type { Highlight } from '../../search/highlight.ts';
import type { WeightedWord } from '../../search/keywords.ts';
import { listHighlights, listKeywords } from '../../search/words.ts';
import type { HighlightRequest } from '../../search/words-thread.ts';

/**
 * What one request asks of the thread of words. What its fields ask for in one turn is asked for together, and what several
 * ask for once: an answer of a hundred articles is a message or two.
 */
export class RequestWords {
  private readonly askedTexts: Gathering<string, readonly WeightedWord[]>;
  private readonly askedHits: Gathering<HighlightRequest, Highlight[]>;
  /** The most keywords that any field wants of a text. */
  private limit = 0;

  /** @param signal ends the work that is not begun yet: nobody waits for it any more. */
  constructor(signal?: AbortSignal) {
    this.askedTexts = new Gathering((texts) =>
      listKeywords(
        texts.map((text) => ({ text, limit: this.limit })),
        signal,
      ),
    );
    this.askedHits = new Gathering((hits) => listHighlights(hits, signal));
  }

  /** The `limit` words that tell `text` from others, weightiest first. */
  async keywords(text: string, limit: number): Promise<WeightedWord[]> {
    this.limit = Math.max(this.limit, limit);
    return (await this.askedTexts.ask(text)).slice(0, limit);
  }

  /** The passages of a hit that match, those of names first. */
  highlights(hit: HighlightRequest): Promise<Highlight[]> {
    return this.askedHits.ask(hit);
  }
}

/** Gathers questions over one turn and answers them together. */
class Gathering<Q, A> {
  private readonly answer: (questions: readonly Q[]) => Promise<readonly A[]>;
  private answers: Promise<ReadonlyMap<Q, A>> | null = null;
  private questions = new Set<Q>();

  constructor(answer: (questions: readonly Q[]) => Promise<readonly A[]>) {
    this.answer = answer;
  }

  async ask(question: Q): Promise<A> {
    this.questions.add(question);
    this.answers ??= Promise.resolve().then(() => this.answerAll());
    const answer = (await this.answers).get(question);
    if (answer === undefined) throw new Error('Each question has its answer.');
    return answer;
  }

  private async answerAll(): Promise<ReadonlyMap<Q, A>> {
    const questions = [...this.questions];
    this.questions = new Set();
    this.answers = null;
    const answers = await this.answer(questions);
    return new Map(questions.map((question, index) => [question, answers[index] as A]));
  }
}
