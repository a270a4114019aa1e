import { XiezuoError } from '../../base/errors.ts';
import { isUnreachable } from '../../store/sql/is-unreachable.ts';
import type { Sql } from '../read-plan/sql.ts';
import type { ChangeWatch } from './change-watch.ts';
import type { PlanRunner } from './run-plan.ts';
import type { Statement } from './statement.ts';
import { UNSERVED } from './unserved.ts';

/** How many milliseconds a stream whose client reads slowly is left alone. */
const SLOW_MS = 100;

/** A stream of events to one client. */
export interface Stream {
  /** Aborts when nothing more is to be sent: the client is gone, or the server about to stop. */
  readonly signal: AbortSignal;
  /** Whether the client has taken all that was sent so far. */
  readonly isTaken: () => boolean;
}

/** What a feed reads with. */
export interface FeedOptions {
  readonly watch: ChangeWatch;
  readonly stream: Stream;
  /** Makes what runs the plans of one batch, with limits of its own. */
  readonly createPlans: () => PlanRunner;
  /** Gives a batch its time, and takes it back. */
  readonly clock: { readonly start: () => void; readonly stop: () => void };
}

/** What a subscription reads changes with: batch by batch, each as if it were a request of its own. */
export class Feed {
  private readonly options: FeedOptions;

  constructor(options: FeedOptions) {
    this.options = options;
  }

  /** The statement of the expression `plan`. */
  compose(plan: Sql): Statement {
    return this.options.createPlans().compose(plan);
  }

  /** The number of the latest change. */
  latest(): Promise<number> {
    return this.options.watch.latest();
  }

  /**
   * Waits for changes behind a number, and until the client has taken what was sent: who reads slowly is told later, and nothing is kept for it.
   *
   * @returns the number of the latest; null where the stream ends.
   */
  async later(seen: number): Promise<number | null> {
    const { watch, stream, clock } = this.options;
    // Waiting takes however long it takes.
    clock.stop();
    while (!stream.isTaken() && !stream.signal.aborted)
      await new Promise((done) => setTimeout(done, SLOW_MS));
    return watch.later(seen, stream.signal);
  }

  /**
   * The JSON text that a statement gives. What cannot be served right now is tried again: nothing is lost by it.
   *
   * @throws as `PlanRunner.read` does; the reason of the stream's signal.
   */
  async read(statement: Statement, variables: Readonly<Record<string, unknown>>): Promise<string | null> {
    const { watch, stream, createPlans, clock } = this.options;
    for (;;) {
      clock.start();
      try {
        return await createPlans().read(statement, variables);
      } catch (error) {
        if (!isPassing(error)) throw error;
      } finally {
        clock.stop();
      }
      await watch.pause(stream.signal);
      stream.signal.throwIfAborted();
    }
  }
}

/** Whether an error says to try again later. */
function isPassing(error: unknown): boolean {
  const unserved = error instanceof XiezuoError ? UNSERVED.get(error.code) : undefined;
  return isUnreachable(error) || (unserved?.retryAfterSeconds ?? null) !== null;
}
