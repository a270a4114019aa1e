import { answerTooLarge } from '../cost/refusals.ts';
import type { AnswerRow } from './statement.ts';

/** The bytes that the statements of one request may answer, all together. */
export class AnswerBudget {
  private readonly limitBytes: number;
  private bytesLeft: number;

  constructor(limitBytes: number) {
    this.limitBytes = limitBytes;
    this.bytesLeft = limitBytes;
  }

  /** How many bytes the next statement may answer. */
  get left(): number {
    return this.bytesLeft;
  }

  /**
   * The JSON text of the answer; null where it is NULL.
   *
   * @throws GraphQLError ANSWER_TOO_LARGE where it is larger than what is left.
   */
  take(row: AnswerRow | undefined): string | null {
    const bytes = row?.bytes ?? 0;
    if (bytes > this.bytesLeft) throw answerTooLarge(this.limitBytes);
    this.bytesLeft -= bytes;
    return row?.value ?? null;
  }
}
