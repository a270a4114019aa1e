import { createHash } from 'node:crypto';
import type { CompiledQuery, Kysely } from 'kysely';
import type { Pool } from 'pg';
import type { DB } from '../../generated/kysely/database.ts';
import type { AnswerBudget, AnswerRow } from './answer-budget.ts';
import type { Sql } from './sql.ts';

/** What reads need of a database. */
export interface ReadDatabase {
  readonly pool: Pool;
  readonly kysely: Kysely<DB>;
}

/** How many statements a process prepares at most: each is kept by every connection of the server. */
const MAX_PREPARED = 200;

/** How many statements are remembered until they come a second time. */
const MAX_SEEN = 1000;

/** Runs plans: one statement each. */
export class PlanRunner {
  private readonly database: ReadDatabase;
  private readonly prepared = new Set<string>();
  private readonly seen = new Set<string>();

  constructor(database: ReadDatabase) {
    this.database = database;
  }

  /**
   * The JSON value of the expression `plan`, parsed.
   *
   * @throws GraphQLError ANSWER_TOO_LARGE where it has more bytes than `answer` leaves.
   */
  async run(plan: Sql, answer: AnswerBudget): Promise<unknown> {
    const statement = answer.statement(plan).compile(this.database.kysely);
    const { rows } = await this.database.pool.query<AnswerRow>(this.query(statement));
    return answer.take(rows[0]);
  }

  private query({ sql: text, parameters }: CompiledQuery): {
    name?: string;
    text: string;
    values: unknown[];
  } {
    const name = this.nameOf(text);
    return { ...(name && { name }), text, values: [...parameters] };
  }

  /** A name under which to prepare the statement, from the second time it comes; undefined for one-off statements. */
  private nameOf(text: string): string | undefined {
    const name = `plan_${createHash('sha256').update(text).digest('hex').slice(0, 32)}`;
    if (this.prepared.has(name)) return name;
    if (!this.seen.has(name)) {
      if (this.seen.size >= MAX_SEEN) this.seen.clear();
      this.seen.add(name);
      return undefined;
    }
    if (this.prepared.size >= MAX_PREPARED) return undefined;
    this.prepared.add(name);
    return name;
  }
}
