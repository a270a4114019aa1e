import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** From so many bytes of heap on, most of it is garbage: the engine, left alone, would go on to a gigabyte on a large machine. */
const MAX_HEAP = 96 * 1024 * 1024;

/** Collects all garbage; null in a process that expects none, such as the server, which is not to stop for it. */
let collect: (() => void) | null = null;

/** Prepares the engine for work that leaves much behind: to be called before it. */
export function expectGarbage(): void {
  setFlagsFromString('--expose-gc');
  collect ??= runInNewContext('gc') as () => void;
}

/** Collects garbage where it was expected and much of it has gathered; for places between pieces of work that leave much behind. */
export function limitHeap(): void {
  if (collect !== null && getHeapStatistics().total_heap_size >= MAX_HEAP) collect();
}
