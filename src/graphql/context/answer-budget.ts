import { sql } from 'kysely';
import { answerTooLarge } from '../cost/refusals.ts';
import type { Sql } from '../read-plan/sql.ts';

/** A statement's row: the answer as JSON text, null where it is NULL or too large. */
export interface AnswerRow {
  readonly value: string | null;
  /** Null where the answer is NULL. */
  readonly bytes: number | null;
}

/** The bytes that the statements of one request may answer, all together. */
export class AnswerBudget {
  private readonly limitBytes: number;
  private left: number;

  constructor(limitBytes: number) {
    this.limitBytes = limitBytes;
    this.left = limitBytes;
  }

  /** The statement of the expression `plan`: the database keeps back an answer that is larger than what is left. */
  statement(plan: Sql) {
    // OFFSET 0 keeps the subselect one: else the plan would be put in each place where its value is used, and run in each.
    return sql<AnswerRow>`SELECT CASE WHEN octet_length(answer.value) <= ${this.left}::integer THEN answer.value END AS value,
      octet_length(answer.value) AS bytes FROM (SELECT ${plan}::json::text AS value OFFSET 0) AS answer`;
  }

  /**
   * The parsed answer.
   *
   * @throws GraphQLError ANSWER_TOO_LARGE where it is larger than what is left.
   */
  take(row: AnswerRow | undefined): unknown {
    const bytes = row?.bytes ?? 0;
    if (bytes > this.left) throw answerTooLarge(this.limitBytes);
    this.left -= bytes;
    return row?.value ? JSON.parse(row.value) : null;
  }
}
