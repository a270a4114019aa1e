import { setTimeout } from 'node:timers/promises';
import { Kysely, PostgresDialect, type PostgresPool } from 'kysely';
import type { QueryConfig, QueryResult, QueryResultRow } from 'pg';
import type { Admission } from '../../admission/admission.ts';
import { Gate } from '../../admission/gate.ts';
import type { DB } from '../../generated/kysely/database.ts';
import type { ReadDatabase } from '../../store/sql/database.ts';
import { isUnreachable } from '../../store/sql/is-unreachable.ts';
import { isAboutStatement, runStatement } from '../../store/sql/run-statement.ts';
import { Batch } from './batch.ts';
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

/** What a batch is run for. */
interface Gathered {
  readonly timed: Timed;
  readonly batch: Batch;
  /** The values of the statement for each request. */
  readonly fillings: readonly unknown[][];
  readonly signal: AbortSignal;
}

/** What remembers how long a statement takes, over all requests that run it. */
type Timed = Pick<Statement, 'ms'>;

/** How a statement is run that gives one row. */
interface RowOptions {
  /** Is told how long it took. */
  readonly timed: Timed;
  /** What runs it for many requests at once; null: it is run for each. */
  readonly batch: Batch | null;
}

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
   * @throws {XiezuoError} OVERLOADED, DATABASE_UNAVAILABLE; the reason of the signal; what the driver throws.
   */
  query<R extends QueryResultRow>(statement: QueryConfig): Promise<QueryResult<R>> {
    return this.own.pass(this.options.signal, () => this.queue<R>(statement, {}));
  }

  /** Runs a statement that gives one row, maybe with what other requests ask for. @throws as `query` does. */
  row<R extends QueryResultRow>(
    statement: QueryConfig,
    { timed, batch }: RowOptions,
  ): Promise<R | undefined> {
    return this.own.pass(this.options.signal, async () => {
      const { ms } = timed;
      const most = batch && ms !== undefined ? this.sizeOfBatch(ms) : 1;
      if (batch && most > 1) return this.gather<R>(statement, { timed, batch, most });
      const { rows } = await this.queue<R>(statement, timed);
      return rows[0];
    });
  }

  /** All that a batch does takes no longer than what is quick. */
  private sizeOfBatch(ms: number): number {
    return Batch.sizeFor(ms, this.options.admission.settings.quickMs);
  }

  private gateFor({ ms }: Timed): Gate {
    return this.options.admission.readsOf({ cost: this.cost, ms });
  }

  /** Runs the statement when its turn comes among those of all requests, or gives what it gave to another one that waited. */
  private queue<R extends QueryResultRow>(statement: QueryConfig, timed: Timed): Promise<QueryResult<R>> {
    const { admission, signal } = this.options;
    const gate = this.gateFor(timed);
    if (gate.hasRoom) return gate.pass(signal, () => this.time<R>(statement, timed, signal));
    const { text, values } = statement;
    const wish = { key: JSON.stringify([text, values]), itemKey: '', item: null, most: 1 };
    return admission.waitingReads.join(wish, signal, (shared, begin) => {
      const run = () => {
        begin();
        return Promise.allSettled([this.time<R>(statement, timed, shared)]);
      };
      return gate.pass(shared, run, this.since);
    });
  }

  /** Runs the statement at once where hardly anybody else does, or else with those that wait for the same with other values. */
  private gather<R extends QueryResultRow>(
    statement: QueryConfig,
    { timed, batch, most }: { timed: Timed; batch: Batch; most: number },
  ): Promise<R | undefined> {
    const { admission, signal } = this.options;
    const gate = this.gateFor(timed);
    if (batch.gate.hasRoom && gate.hasRoom)
      return batch.gate.pass(signal, () => gate.pass(signal, () => this.one<R>(statement, timed, signal)));
    const { text, values: item = [] } = statement;
    const wish = { key: text, itemKey: JSON.stringify(item), item, most };
    return admission.waitingReads.join<unknown[], R | undefined>(wish, signal, (shared, begin) => {
      const run = () => this.all<R>(statement, { timed, batch, fillings: begin(), signal: shared });
      return batch.gate.pass(shared, () => gate.pass(shared, run, this.since), this.since);
    });
  }

  private async one<R extends QueryResultRow>(statement: QueryConfig, timed: Timed, signal: AbortSignal) {
    const { rows } = await this.time<R>(statement, timed, signal);
    return rows[0];
  }

  /** The row of each filling. What the server says of the batch may be due to one of them: then each is run alone. */
  private async all<R extends QueryResultRow>(
    statement: QueryConfig,
    { timed, batch, fillings, signal }: Gathered,
  ): Promise<PromiseSettledResult<R | undefined>[]> {
    const apart = async () => {
      const results: PromiseSettledResult<R | undefined>[] = [];
      for (const values of fillings)
        results.push(...(await Promise.allSettled([this.one<R>({ ...statement, values }, timed, signal)])));
      return results;
    };
    if (fillings.length === 1) return apart();
    try {
      const { rows } = await this.time<R>(batch.compose(fillings), timed, signal, fillings.length);
      return fillings.map((_, index) => ({ status: 'fulfilled', value: rows[index] }));
    } catch (error) {
      if (!isAboutStatement(error) || signal.aborted) throw error;
      return apart();
    }
  }

  private async time<R extends QueryResultRow>(
    statement: QueryConfig,
    timed: Timed,
    signal: AbortSignal,
    requests = 1,
  ) {
    const start = performance.now();
    const result = await this.send<R>(statement, signal);
    const ms = (performance.now() - start) / requests;
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
