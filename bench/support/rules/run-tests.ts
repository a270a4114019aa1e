// A thread of `npm run bench -- rules`: runs tests with one rule switched off or none, and tells how they went.
import { parentPort, workerData } from 'node:worker_threads';
import { beforeEach, describe, expect, type Test, test, tests } from './test-globals.ts';
import { composed, createUseRule, matched } from './use-rule.ts';

/** A test by its number among those of its file, which is a bundled module. */
export interface TestPlace {
  readonly file: string;
  readonly number: number;
}

/** What the thread is to do. */
export interface Order {
  /** The number of the rule that is off; null to watch all of them. */
  readonly off: number | null;
  /** Tests in the order in which they are to run, until one fails, or files of which all are. */
  readonly run: readonly (TestPlace | string)[];
}

/** How one test went, and which rules had a match in it. */
export interface Outcome extends TestPlace {
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

const { off, run } = workerData as Order;
Object.assign(globalThis, { beforeEach, describe, expect, test, useRule: createUseRule(off) });

const outcomes: Outcome[] = [];
const always = new Set<number>();
const loaded = new Map<string, readonly Test[]>();

/** The tests of a file, whose modules load when it is first asked for. */
async function load(file: string): Promise<readonly Test[]> {
  const known = loaded.get(file);
  if (known) return known;
  const from = tests.length;
  matched.clear();
  await import(file);
  for (const id of [...composed, ...matched]) always.add(id);
  const declared = tests.slice(from);
  loaded.set(file, declared);
  return declared;
}

/** Runs a test; gives whether it passed. */
async function runTest(place: TestPlace, { name, run }: Test): Promise<boolean> {
  matched.clear();
  const start = performance.now();
  const failure = await run().then(
    () => null,
    (error: Error) => error.message,
  );
  outcomes.push({ ...place, name, failure, matched: [...matched], ms: performance.now() - start });
  return failure === null;
}

async function runAll(): Promise<void> {
  for (const each of run) {
    const file = typeof each === 'string' ? each : each.file;
    for (const [number, test] of (await load(file)).entries())
      if (typeof each === 'string' || each.number === number)
        if (!(await runTest({ file, number }, test))) return;
  }
}

await runAll().catch((error: unknown) => {
  outcomes.push({ file: '', number: -1, name: '', failure: String(error), matched: [], ms: 0 });
});
parentPort?.postMessage({ outcomes, always: [...always] } satisfies Told);
