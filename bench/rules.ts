// npm run bench -- rules [PLACE]    switches off each regular expression of extraction, and prints those that no test notices
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type Bundle, bundleTests } from './support/rules/bundle-tests.ts';
import type { Order, Told } from './support/rules/run-tests.ts';

/** A thread is ended after so many times what its tests took with all rules, and this: a rule that was off kept them from ending. */
const MOST_TIMES = 20;
const MORE_MS = 20_000;

/** The tests of a file in which a rule had a match, quickest file first. */
interface Witness {
  readonly file: string;
  readonly tests: readonly number[];
  readonly ms: number;
}

/** Runs tests in a thread, and so in modules, of their own; null where they do not end. */
function runTests({ worker, files }: Bundle, order: Order, ms = Number.POSITIVE_INFINITY) {
  const workerData: Order = { ...order, file: files.get(order.file) ?? '' };
  // As in a clone that has no other pages beside it.
  const thread = new Worker(worker, { workerData, env: { ...process.env, XIEZUO_TEST_SHARED: '' } });
  return new Promise<Told | null>((resolve, reject) => {
    const timer = Number.isFinite(ms)
      ? setTimeout(() => resolve(null), ms * MOST_TIMES + MORE_MS)
      : undefined;
    thread.once('message', resolve).once('error', reject);
    thread.once('exit', () => clearTimeout(timer));
  }).finally(() => thread.terminate());
}

/** Does something with each value, as many at a time as there are cores. */
async function forEach<T>(values: Iterable<T>, work: (value: T) => Promise<void>): Promise<void> {
  const left = values[Symbol.iterator]();
  const turn = async () => {
    for (let next = left.next(); !next.done; next = left.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, turn));
}

/** Runs all tests with all rules; gives for each rule those that may notice when it is off. */
async function findWitnesses(bundle: Bundle): Promise<Witness[][]> {
  const witnesses: Witness[][] = bundle.rules.map(() => []);
  await forEach(bundle.files.keys(), async (file) => {
    const { outcomes = [], always = [] } = (await runTests(bundle, { file, off: null, only: null })) ?? {};
    for (const { name, failure } of outcomes)
      if (failure !== null) throw new Error(`${file}, ${name}, fails with all rules: ${failure}`);
    for (const [id, list] of witnesses.entries()) {
      const seen = outcomes.filter(({ matched }) => always.includes(id) || matched.includes(id));
      const ms = seen.reduce((sum, outcome) => sum + outcome.ms, 0);
      if (seen.length > 0) list.push({ file, tests: seen.map(({ number }) => number), ms });
    }
  });
  return witnesses.map((list) => list.sort((a, b) => a.ms - b.ms));
}

/** Whether a test fails, or does not end, with a rule off. */
async function isNoticed(bundle: Bundle, off: number, witnesses: readonly Witness[]): Promise<boolean> {
  for (const { file, tests, ms } of witnesses) {
    const told = await runTests(bundle, { file, off, only: tests }, ms);
    if (told?.outcomes.every(({ failure }) => failure === null)) continue;
    return true;
  }
  return false;
}

/** Prints the rules that nothing notices, of those whose place holds `place`; tells whether there are none. */
export async function run([place = '']: readonly string[]): Promise<boolean> {
  const start = performance.now();
  const bundle = await bundleTests();
  const witnesses = await findWitnesses(bundle);
  const ids = bundle.rules.flatMap((rule, id) => (rule.place.includes(place) ? [id] : []));
  const unnoticed: number[] = [];
  await forEach(ids, async (id) => {
    if (!(await isNoticed(bundle, id, witnesses[id] ?? []))) unnoticed.push(id);
  });
  const lines = unnoticed.map((id) => {
    const { place, code } = bundle.rules[id] ?? {};
    return `${place} ${code}${witnesses[id]?.length ? '' : ' (never matches)'}`;
  });
  for (const line of lines.sort()) console.log(line);
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  console.log(
    `${unnoticed.length} of ${ids.length} rules are noticed by no test when they are off (${seconds} s)`,
  );
  return unnoticed.length === 0;
}
