import { withoutTurn } from './request-life.ts';

/** One who waits for a turn. */
interface Waiting {
  readonly size: number;
  readonly enter: () => void;
}

/**
 * Has work that keeps the thread to itself done one piece a turn of the event loop, the smallest first: what is ready meanwhile is answered
 * between two pieces, and not behind all of them.
 *
 * `setImmediate` alone does not do it: all that is set in one turn runs in the next, one piece behind the other.
 */
export class Turns {
  private readonly waiting: Waiting[] = [];
  private isSet = false;

  /**
   * Resolves in a turn of its own.
   *
   * @param size how large the piece is, as far as that is known: the smallest goes first.
   * @throws {XiezuoError} OVERLOADED where its time is over; the reason of the signal, which ends the waiting.
   */
  async next(size: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted) throw withoutTurn(signal.reason);
    await new Promise<void>((resolve, reject) => {
      const stop = () => signal.removeEventListener('abort', giveUp);
      const waiting: Waiting = {
        size,
        enter: () => {
          stop();
          resolve();
        },
      };
      const giveUp = () => {
        this.waiting.splice(this.waiting.indexOf(waiting), 1);
        reject(withoutTurn(signal.reason));
      };
      signal.addEventListener('abort', giveUp, { once: true });
      this.waiting.push(waiting);
      this.set();
    });
  }

  private set(): void {
    if (this.isSet || this.waiting.length === 0) return;
    this.isSet = true;
    setImmediate(() => {
      this.isSet = false;
      this.takeSmallest()?.enter();
      // Of two immediates the second one, set by the first, runs a turn later.
      this.set();
    });
  }

  private takeSmallest(): Waiting | undefined {
    const [first] = this.waiting;
    let smallest = first;
    for (const one of this.waiting) if (smallest && one.size < smallest.size) smallest = one;
    if (smallest) this.waiting.splice(this.waiting.indexOf(smallest), 1);
    return smallest;
  }
}
