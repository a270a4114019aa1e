import type { Kysely } from 'kysely';
import type { DB } from '../../generated/kysely/database.ts';
import type { WordsQuery } from '../../search/query/search-query.ts';
import type { Sql } from '../read-plan/sql.ts';
import type { AnswerBudget } from './answer-budget.ts';
import type { Batches } from './batch.ts';
import type { RequestReads } from './request-reads.ts';
import { type AnswerRow, composeStatement, type Statement, valuesOf } from './statement.ts';
import type { StatementNames } from './statement-names.ts';
import { understandAll } from './understand-all.ts';

/** What makes statements of plans. */
export interface StatementCompiler {
  readonly kysely: Kysely<DB>;
  /** Null where the server prepares no statements. */
  readonly names: StatementNames | null;
  readonly batches: Batches;
}

const NO_QUERIES: ReadonlyMap<string, WordsQuery> = new Map();

/** Runs the plans of one request: one statement each. */
export class PlanRunner {
  private readonly reads: RequestReads;
  private readonly compiler: StatementCompiler;
  private readonly answer: AnswerBudget;

  constructor(reads: RequestReads, compiler: StatementCompiler, answer: AnswerBudget) {
    this.reads = reads;
    this.compiler = compiler;
    this.answer = answer;
  }

  /** The statement of the expression `plan`. */
  compose(plan: Sql): Statement {
    return composeStatement(plan, this.compiler.kysely);
  }

  /**
   * The JSON text that a statement gives, with the values of `variables` for those that are late.
   *
   * @throws GraphQLError ANSWER_TOO_LARGE where it has more bytes than the request may be answered with, BAD_USER_INPUT for a query
   *   with nothing to look for.
   */
  async read(
    statement: Statement,
    variables: Readonly<Record<string, unknown>> = {},
  ): Promise<string | null> {
    const { text, queries } = statement;
    statement.name ??= this.compiler.names?.nameOf(text);
    const { name } = statement;
    const understood = queries.size > 0 ? await understandAll(queries) : NO_QUERIES;
    const values = valuesOf(statement, { variables, bytesLeft: this.answer.left, understood });
    const query = { ...(name && { name }), text, values };
    // What never came before may never come again.
    const batch = statement.ms === undefined ? null : this.compiler.batches.of(statement);
    return this.answer.take(await this.reads.row<AnswerRow>(query, { timed: statement, batch }));
  }

  /** The JSON value of the expression `plan`, parsed. @throws as `read` does. */
  async run(plan: Sql): Promise<unknown> {
    const text = await this.read(this.compose(plan));
    return text === null ? null : JSON.parse(text);
  }
}
