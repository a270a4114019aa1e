import { setTimeout as pause } from 'node:timers/promises';
import type { ServerProcess } from './server-process.ts';

/** After this time memory is to stay as it is. */
const WARM_MS = 60_000;
const MB = 1024 * 1024;

/** How a request was answered. */
export interface Reply {
  readonly ms: number;
  readonly status: number;
  readonly codes: readonly string[];
  readonly bytes: number;
}

/** What is measured while operations run. */
export interface Watch {
  readonly cheapMs: number[];
  readonly rss: { readonly atMs: number; readonly bytes: number }[];
  stop(): Promise<void>;
}

/** Sends an operation, with `headers` beside the usual ones. */
export async function post(
  url: string,
  query: string,
  { variables = {}, headers = {} }: { variables?: object; headers?: Record<string, string> } = {},
): Promise<Reply> {
  const start = performance.now();
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const body = await response.text();
  const ms = performance.now() - start;
  const { errors = [] } = JSON.parse(body) as { errors?: { extensions: { code: string } }[] };
  const codes = [...new Set(errors.map(({ extensions }) => extensions.code))];
  return { ms, status: response.status, codes, bytes: body.length };
}

/** Asks something cheap all the time, and reads the memory of the server every second. */
export function watchServer({ url, readRss }: ServerProcess, ids: readonly string[]): Watch {
  const start = performance.now();
  const cheapMs: number[] = [];
  const rss: { atMs: number; bytes: number }[] = [];
  let isOver = false;
  const cheap = async () => {
    for (let turn = 0; !isOver; turn++) {
      const id = ids[turn % ids.length];
      cheapMs.push((await post(url, `{ node(id: "${id}") { id } }`)).ms);
      await pause(20);
    }
  };
  const running = cheap();
  const timer = setInterval(() => rss.push({ atMs: performance.now() - start, bytes: readRss() }), 1_000);
  return {
    cheapMs,
    rss,
    async stop() {
      isOver = true;
      clearInterval(timer);
      await running;
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
