import type { Kysely } from 'kysely';
import type { DB } from '../../generated/kysely/database.ts';
import type { Sql } from '../read-plan/sql.ts';
import type { AnswerBudget, AnswerRow } from './answer-budget.ts';
import type { RequestReads } from './request-reads.ts';
import type { StatementNames } from './statement-names.ts';

/** What makes statements of plans. */
export interface StatementCompiler {
  readonly kysely: Kysely<DB>;
  /** Null where the server prepares no statements. */
  readonly names: StatementNames | null;
}

/** Runs the plans of one request: one statement each. */
export class PlanRunner {
  private readonly reads: RequestReads;
  private readonly compiler: StatementCompiler;

  constructor(reads: RequestReads, compiler: StatementCompiler) {
    this.reads = reads;
    this.compiler = compiler;
  }

  /**
   * The JSON value of the expression `plan`, parsed.
   *
   * @throws GraphQLError ANSWER_TOO_LARGE where it has more bytes than `answer` leaves.
   */
  async run(plan: Sql, answer: AnswerBudget): Promise<unknown> {
    const { kysely, names } = this.compiler;
    const { sql: text, parameters } = answer.statement(plan).compile(kysely);
    const name = names?.nameOf(text);
    const values = [...parameters];
    const { rows } = await this.reads.query<AnswerRow>({ ...(name && { name }), text, values });
    return answer.take(rows[0]);
  }
}
