import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Order } from './ask-cheaply.ts';
import type { ServerProcess } from './server-process.ts';

/** After this time memory is to stay as it is. */
const WARM_MS = 60_000;
const MB = 1024 * 1024;

/** What is measured while operations run. */
export interface Watch {
  readonly rss: { readonly atMs: number; readonly bytes: number }[];
  /** Ends it; gives how long each cheap query took, in milliseconds. */
  stop(): Promise<readonly number[]>;
}

/** Asks something cheap all the time, and reads the memory of the server every second. */
export function watchServer({ url, readRss }: ServerProcess, ids: readonly string[]): Watch {
  const start = performance.now();
  const rss: { atMs: number; bytes: number }[] = [];
  const cheap = fork(fileURLToPath(new URL('ask-cheaply.ts', import.meta.url)));
  const order: Order = { url, ids };
  cheap.send(order);
  const timer = setInterval(() => rss.push({ atMs: performance.now() - start, bytes: readRss() }), 1_000);
  return {
    rss,
    async stop() {
      clearInterval(timer);
      const told = once(cheap, 'message');
      cheap.send('stop');
      const [ms] = await told;
      return ms;
    },
  };
}

/** The growth of memory after the first minute: the mean of its last third by that of its first; null for a shorter run. */
export function growthOf(rss: Watch['rss']): number | null {
  const warm = rss.filter(({ atMs }) => atMs > WARM_MS).map(({ bytes }) => bytes);
  if (warm.length < 30) return null;
  const third = Math.floor(warm.length / 3);
  const mean = (some: readonly number[]) => some.reduce((sum, bytes) => sum + bytes, 0) / some.length;
  return mean(warm.slice(-third)) / mean(warm.slice(0, third));
}

/** Megabytes over time, a dozen of them. */
export function describeMemory(rss: Watch['rss']): string {
  const step = Math.max(1, Math.floor(rss.length / 12));
  return rss
    .filter((_, index) => index % step === 0)
    .map(({ bytes }) => (bytes / MB).toFixed(0))
    .join(' ');
}
