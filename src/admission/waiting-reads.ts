import { withoutTurn } from './request-life.ts';

/** What one asks for. */
export interface Wish<I> {
  /** The same for all that can be read together. */
  readonly key: string;
  /** The same for all that are answered alike. */
  readonly itemKey: string;
  readonly item: I;
  /** How many items are read together at most; who comes then waits for the next read. */
  readonly most: number;
}

/** A read that waits for its turn or is under way, and how many wait for what it gives. */
interface SharedRead {
  /** What came of each item, in the order in which they came. */
  result: Promise<readonly PromiseSettledResult<unknown>[]>;
  /** Ends it when nobody waits any more. */
  readonly controller: AbortController;
  /** The place of each item, by its key. */
  readonly places: Map<string, number>;
  readonly items: unknown[];
  members: number;
  hasBegun: boolean;
}

/** Waits for the turn of a read, calls `begin`, and reads the items that it gives: what came of each. */
type Pass<I, T> = (
  signal: AbortSignal,
  begin: () => readonly I[],
) => Promise<readonly PromiseSettledResult<T>[]>;

/**
 * Reads that wait for their turn, so that whoever asks meanwhile for what can be read together waits along instead of behind: many who
 * look at one dashboard get what is read once, and what asks for one row after the other is asked of the database for all of them.
 *
 * Nobody joins a read that has begun: it may not see what was written before the request came.
 */
export class WaitingReads {
  private readonly waiting = new Map<string, SharedRead>();

  /**
   * What is read of an item by `pass`, or by that of another one who waits with the same key.
   *
   * @param signal ends the waiting of this one alone; the read ends with the last.
   * @throws {XiezuoError} OVERLOADED where its time is over before the read began; the reason of the signal; what the read throws.
   */
  join<I, T>(wish: Wish<I>, signal: AbortSignal, pass: Pass<I, T>): Promise<T> {
    signal.throwIfAborted();
    const { key } = wish;
    const read = this.find(wish) ?? this.add(key, pass);
    read.members += 1;
    const place = placeOf(wish, read);
    return new Promise<T>((resolve, reject) => {
      const leave = () => {
        read.members -= 1;
        if (read.members === 0) this.end(key, read, signal.reason);
        reject(read.hasBegun ? signal.reason : withoutTurn(signal.reason));
      };
      signal.addEventListener('abort', leave, { once: true });
      read.result
        .finally(() => signal.removeEventListener('abort', leave))
        .then((results) => {
          const result = results[place] as PromiseSettledResult<T>;
          if (result.status === 'fulfilled') resolve(result.value);
          else reject(result.reason);
        }, reject);
    });
  }

  /** The read that the wish can be a part of. */
  private find({ key, itemKey, most }: Wish<unknown>): SharedRead | undefined {
    const read = this.waiting.get(key);
    return read && (read.places.has(itemKey) || read.items.length < most) ? read : undefined;
  }

  private add<I, T>(key: string, pass: Pass<I, T>): SharedRead {
    const read: SharedRead = {
      result: Promise.resolve([]),
      controller: new AbortController(),
      places: new Map(),
      items: [],
      members: 0,
      hasBegun: false,
    };
    this.waiting.set(key, read);
    const begin = () => {
      read.hasBegun = true;
      this.forget(key, read);
      return read.items as I[];
    };
    read.result = pass(read.controller.signal, begin).finally(() => this.forget(key, read));
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

/** The place of an item among those of the read, which has it then. */
function placeOf({ itemKey, item }: Wish<unknown>, { places, items }: SharedRead): number {
  const known = places.get(itemKey);
  if (known !== undefined) return known;
  places.set(itemKey, items.length);
  return items.push(item) - 1;
}
