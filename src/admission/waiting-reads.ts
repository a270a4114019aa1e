import { withoutTurn } from './request-life.ts';

/** A read that waits for its turn or is under way, and how many wait for what it gives. */
interface SharedRead {
  result: Promise<unknown>;
  /** Ends it when nobody waits any more. */
  readonly controller: AbortController;
  members: number;
  hasBegun: boolean;
}

/** Waits for the turn of a read, calls `begin`, and reads. */
type Pass<T> = (signal: AbortSignal, begin: () => void) => Promise<T>;

/**
 * Reads that wait for their turn, so that whoever asks for the same meanwhile waits along instead of behind: many who look at one
 * dashboard get what is read once.
 *
 * Nobody joins a read that has begun: it may not see what was written before the request came.
 */
export class WaitingReads {
  private readonly waiting = new Map<string, SharedRead>();

  /**
   * What is read by `pass`, or for another one who waits with the same `key`.
   *
   * @param signal ends the waiting of this one alone; the read ends with the last.
   * @throws {XiezuoError} OVERLOADED where its time is over before the read began; the reason of the signal; what the read throws.
   */
  join<T>(key: string, signal: AbortSignal, pass: Pass<T>): Promise<T> {
    signal.throwIfAborted();
    const read = this.waiting.get(key) ?? this.add(key, pass);
    read.members += 1;
    return new Promise<T>((resolve, reject) => {
      const leave = () => {
        read.members -= 1;
        if (read.members === 0) this.end(key, read, signal.reason);
        reject(read.hasBegun ? signal.reason : withoutTurn(signal.reason));
      };
      signal.addEventListener('abort', leave, { once: true });
      read.result
        .finally(() => signal.removeEventListener('abort', leave))
        .then((result) => resolve(result as T), reject);
    });
  }

  private add<T>(key: string, pass: Pass<T>): SharedRead {
    const controller = new AbortController();
    const read: SharedRead = { result: Promise.resolve(), controller, members: 0, hasBegun: false };
    this.waiting.set(key, read);
    const begin = () => {
      read.hasBegun = true;
      this.forget(key, read);
    };
    read.result = pass(controller.signal, begin).finally(() => this.forget(key, read));
    return read;
  }

  private end(key: string, read: SharedRead, reason: unknown): void {
    this.forget(key, read);
    read.controller.abort(reason);
  }

  private forget(key: string, read: SharedRead): void {
    if (this.waiting.get(key) === read) this.waiting.delete(key);
  }
}
