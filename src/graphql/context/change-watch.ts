import { setTimeout } from 'node:timers';

/** Milliseconds between two looks at whether there are changes. */
const LOOK_MS = 1_000;

/** Asks for the number of the latest change, 0 where there is none. */
export type AskLatest = () => Promise<number>;

/**
 * Watches the changes of the graph for all subscriptions of a process: it looks at the number of the latest, now and then, while one of
 * them waits. That works through poolers too, which LISTEN does not.
 */
export class ChangeWatch {
  private readonly ask: AskLatest;
  private readonly waiting = new Set<() => void>();
  private timer: NodeJS.Timeout | null = null;
  private last = 0;

  constructor(ask: AskLatest) {
    this.ask = ask;
  }

  /** The number of the latest change. @throws what asking for it throws. */
  async latest(): Promise<number> {
    this.last = Math.max(this.last, await this.ask());
    return this.last;
  }

  /**
   * Waits for changes behind the one with a number.
   *
   * @returns the number of the latest; null where the signal aborts before.
   */
  async later(seen: number, signal: AbortSignal): Promise<number | null> {
    while (!signal.aborted) {
      if (this.last > seen) return this.last;
      await this.pause(signal);
    }
    return null;
  }

  /** Waits for the next look, or until the signal aborts. */
  pause(signal: AbortSignal): Promise<void> {
    return new Promise((done) => {
      const wake = () => {
        this.waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        done();
      };
      if (signal.aborted) return done();
      signal.addEventListener('abort', wake, { once: true });
      this.waiting.add(wake);
      this.timer ??= setTimeout(() => this.look(), LOOK_MS);
    });
  }

  /** Looks once, and wakes all who wait: those for whom nothing is new have it looked at again. */
  private async look(): Promise<void> {
    // While the database does not answer there is nothing new.
    await this.latest().catch(() => undefined);
    this.timer = null;
    for (const wake of [...this.waiting]) wake();
  }
}
