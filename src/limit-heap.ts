import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** From so many bytes of heap on, most of it is garbage: the engine, left alone, would go on to a gigabyte on a large machine. */
const MAX_HEAP = 190 * 1024 * 1024;

let collect: (() => void) | null = null;

/** Collects garbage where much of it has gathered; for places between pieces of work that leave much behind. */
export function limitHeap(): void {
  if (process.memoryUsage().heapTotal < MAX_HEAP) return;
  if (collect === null) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void;
  }
  collect();
}
