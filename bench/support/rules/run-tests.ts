// A thread of `npm run bench -- rules`: runs the tests of one file, with one rule switched off or none, and tells how they went.
import { parentPort, workerData } from 'node:worker_threads';
import { beforeEach, describe, expect, test, tests } from './test-globals.ts';
import { composed, createUseRule, matched } from './use-rule.ts';

/** What the thread is to do. */
export interface Order {
  readonly file: string;
  /** The number of the rule that is off; null to watch all of them. */
  readonly off: number | null;
  /** The numbers of the tests to run; null for all. */
  readonly only: readonly number[] | null;
}

/** How one test went, and which rules had a match in it. */
export interface Outcome {
  readonly number: number;
  readonly name: string;
  readonly failure: string | null;
  readonly matched: readonly number[];
  readonly ms: number;
}

/** What the thread tells: how tests went until the first that failed, and rules of which it cannot tell when they match. */
export interface Told {
  readonly outcomes: readonly Outcome[];
  readonly always: readonly number[];
}

const { file, off, only } = workerData as Order;
Object.assign(globalThis, { beforeEach, describe, expect, test, useRule: createUseRule(off) });
const outcomes: Outcome[] = [];
let always: number[] = [];
try {
  await import(file);
  always = [...composed, ...matched];
  for (const [number, { name, run }] of tests.entries()) {
    if (only && !only.includes(number)) continue;
    matched.clear();
    const start = performance.now();
    const failure = await run().then(
      () => null,
      (error: Error) => error.message,
    );
    outcomes.push({ number, name, failure, matched: [...matched], ms: performance.now() - start });
    if (failure !== null) break;
  }
} catch (error) {
  outcomes.push({ number: -1, name: file, failure: String(error), matched: [], ms: 0 });
}
parentPort?.postMessage({ outcomes, always } satisfies Told);
