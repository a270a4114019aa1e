import { setTimeout } from 'node:timers/promises';
import { Kysely, PostgresDialect, type PostgresPool } from 'kysely';
import type { QueryConfig, QueryResult, QueryResultRow } from 'pg';
import type { Admission } from '../../admission/admission.ts';
import { Gate } from '../../admission/gate.ts';
import type { DB } from '../../generated/kysely/database.ts';
import type { ReadDatabase } from '../../store/sql/database.ts';
import { isUnreachable } from '../../store/sql/is-unreachable.ts';
import { runStatement } from '../../store/sql/run-statement.ts';
import type { Statement } from './statement.ts';

/** How many statements of one request run at a time; its other root fields wait for them. */
const OWN_LIMITS = { running: 2, waiting: Number.POSITIVE_INFINITY, waitMs: 2 ** 31 - 1 };

/** Milliseconds after which a statement is sent again whose connection broke. */
const RETRY_MS = 300;

/** What one request reads with. */
export interface ReadsOptions {
  readonly database: ReadDatabase;
  readonly admission: Admission;
  /** Ends what the request waits for and what runs for it. */
  readonly signal: AbortSignal;
}

/** What remembers how long a statement takes, over all requests that run it. */
type Timed = Pick<Statement, 'ms'>;

/** Reads for one request: a few statements at a time, when their turn comes, for as long as somebody waits for the answer. */
export class RequestReads {
  /** What the operation costs; 0 until that is known. */
  cost = 0;
  private readonly options: ReadsOptions;
  /** When the request came. */
  private readonly since = performance.now();
  private readonly own = new Gate(OWN_LIMITS);

  constructor(options: ReadsOptions) {
    this.options = options;
  }

  /** For queries that no plan expresses; each is a statement like any other. */
  toKysely(): Kysely<DB> {
    const query = (text: string, values: readonly unknown[]) => this.query({ text, values: [...values] });
    const connection = { query, release: () => undefined };
    const pool = { connect: async () => connection, end: async () => undefined } as unknown as PostgresPool;
    return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  }

  /**
   * Runs a statement.
   *
   * @param timed is told how long it took.
   * @throws {XiezuoError} OVERLOADED, DATABASE_UNAVAILABLE; the reason of the signal; what the driver throws.
   */
  query<R extends QueryResultRow>(statement: QueryConfig, timed: Timed = {}): Promise<QueryResult<R>> {
    return this.own.pass(this.options.signal, () => this.queue<R>(statement, timed));
  }

  /** Runs the statement when its turn comes among those of all requests, or gives what it gave to another one that waited. */
  private queue<R extends QueryResultRow>(statement: QueryConfig, timed: Timed): Promise<QueryResult<R>> {
    const { admission, signal } = this.options;
    const gate = admission.readsOf({ cost: this.cost, ms: timed.ms });
    if (gate.hasRoom) return gate.pass(signal, () => this.time<R>(statement, timed, signal));
    const { text, values } = statement;
    const key = JSON.stringify([text, values]);
    return admission.waitingReads.join(key, signal, (shared, begin) => {
      const run = () => {
        begin();
        return this.time<R>(statement, timed, shared);
      };
      return gate.pass(shared, run, this.since);
    });
  }

  private async time<R extends QueryResultRow>(statement: QueryConfig, timed: Timed, signal: AbortSignal) {
    const start = performance.now();
    const result = await this.send<R>(statement, signal);
    const ms = performance.now() - start;
    timed.ms = ((timed.ms ?? ms) + ms) / 2;
    return result;
  }

  /** Reading twice does no harm: a connection that broke, such as by a restart of the database, need not be told of. */
  private async send<R extends QueryResultRow>(
    statement: QueryConfig,
    signal: AbortSignal,
  ): Promise<QueryResult<R>> {
    const { database } = this.options;
    try {
      return await runStatement<R>(database, statement, signal);
    } catch (error) {
      if (!isUnreachable(error) || signal.aborted) throw error;
      await setTimeout(RETRY_MS);
      return runStatement<R>(database, statement, signal);
    }
  }
}
