/** How often it is looked at what is under way, in parts of the limit. */
const LOOKS = 8;

/** Watches a thread that reads items one after the other, and says when one of them takes too long. */
export class PageWatch {
  /** Which item is being read, from 1, as the thread says; 0 where none is. */
  readonly underWay = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  private readonly limitMs: number;
  private readonly tooSlow = new AbortController();
  private readonly timer: NodeJS.Timeout;
  private seen = { item: 0, since: performance.now() };

  constructor(limitMs: number) {
    this.limitMs = limitMs;
    this.timer = setInterval(() => this.look(), Math.max(1, limitMs / LOOKS));
  }

  /** Is aborted when an item has taken longer than the limit. */
  get signal(): AbortSignal {
    return this.tooSlow.signal;
  }

  /** Watches no more. */
  stop(): void {
    clearInterval(this.timer);
  }

  /** Time is counted from the first look that saw the item: a process that could not look does no page wrong. */
  private look(): void {
    const item = Atomics.load(this.underWay, 0);
    if (item !== this.seen.item) this.seen = { item, since: performance.now() };
    else if (item > 0 && performance.now() - this.seen.since > this.limitMs) this.tooSlow.abort();
  }
}
