import type { RequestOperation } from './composed-operation.ts';
import type { Feed } from './feed.ts';
import type { Observer } from './observer.ts';
import type { RequestReads } from './request-reads.ts';
import type { RequestWords } from './request-words.ts';
import type { PlanRunner } from './run-plan.ts';
import type { Writer } from './writer.ts';

/** What resolvers get beside their arguments. */
export interface Context {
  readonly plans: PlanRunner;
  readonly operation: RequestOperation;
  /** Points of the operation; 0 until they are counted. */
  cost: number;
  /** For what no plan expresses. */
  readonly reads: RequestReads;
  readonly writer: Writer;
  readonly observer: Observer;
  /** Waits for a turn of the event loop in which to do a piece of work of a size in characters: see `Turns`. */
  takeTurn(size: number): Promise<void>;
  /** For what only the segmenter can tell. */
  readonly words: RequestWords;
  /** For subscriptions; null where nothing is streamed. */
  readonly feed: Feed | null;
}
