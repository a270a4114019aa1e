import type { Highlight } from '../../search/query/highlight.ts';
import { listHighlights } from '../../search/words/words.ts';
import type { HighlightRequest } from '../../search/words/words-thread.ts';

/**
 * What one request asks of the thread of words. What its fields ask for in one turn is asked for together, and what several
 * ask for once: an answer of a hundred hits is a message or two.
 */
export class RequestWords {
  private readonly askedHits: Gathering<HighlightRequest, Highlight[]>;

  /** @param signal ends the work that is not begun yet: nobody waits for it any more. */
  constructor(signal?: AbortSignal) {
    this.askedHits = new Gathering((hits) => listHighlights(hits, signal));
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
