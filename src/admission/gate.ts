import { overloaded } from './overloaded.ts';

/** How many may pass a gate, and how many may wait before it. */
export interface GateLimits {
  /** How many are in at a time. */
  readonly running: number;
  /** How many wait; those that come then are turned away. */
  readonly waiting: number;
  /** Milliseconds that one waits before it is turned away. */
  readonly waitMs: number;
}

/**
 * Lets few in at a time, whose request is oldest first, and turns away whom it would keep waiting too long. By the age of requests, not of
 * their statements, one of many statements does not wait for all others before each.
 *
 * The npm packages `p-queue` and `p-limit` keep a place for work that was given up while it waited (the second), or free it while work that
 * was given up still holds its connection (the first).
 */
export class Gate {
  private readonly limits: GateLimits;
  /** What lets each in, and since when its request waits. */
  private readonly waiting = new Map<() => void, number>();
  private running = 0;

  constructor(limits: GateLimits) {
    this.limits = limits;
  }

  /** Whether one who comes now is let in at once. */
  get hasRoom(): boolean {
    return this.running < this.limits.running;
  }

  /** How many are in, and how many wait. */
  get load(): { readonly running: number; readonly waiting: number } {
    return { running: this.running, waiting: this.waiting.size };
  }

  /**
   * Does the work when its turn comes; the next one's comes when it has ended.
   *
   * @param since when its request came, on the clock of `performance.now`; now, where it is left out.
   * @throws {XiezuoError} OVERLOADED; the reason of the signal, which ends the waiting but not the work.
   */
  async pass<T>(signal: AbortSignal, work: () => Promise<T>, since = performance.now()): Promise<T> {
    signal.throwIfAborted();
    if (this.hasRoom) this.running += 1;
    else await this.wait(signal, since);
    try {
      return await work();
    } finally {
      this.leave();
    }
  }

  /** Waits for a place, which the one who leaves hands over. */
  private wait(signal: AbortSignal, since: number): Promise<void> {
    if (this.waiting.size >= this.limits.waiting) throw overloaded();
    return new Promise((done, fail) => {
      const stop = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', onAbort);
        this.waiting.delete(enter);
      };
      const end = (finish: () => void) => () => {
        stop();
        finish();
      };
      const enter = end(done);
      const onAbort = end(() => fail(signal.reason));
      const timer = setTimeout(
        end(() => fail(overloaded())),
        this.limits.waitMs,
      );
      signal.addEventListener('abort', onAbort, { once: true });
      this.waiting.set(enter, since);
    });
  }

  private leave(): void {
    let [oldest] = this.waiting;
    for (const one of this.waiting) if (oldest && one[1] < oldest[1]) oldest = one;
    if (oldest) oldest[0]();
    else this.running -= 1;
  }
}
