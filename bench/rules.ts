// npm run bench -- rules [PLACE]    switches off each regular expression of extraction, and prints those that no test notices
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type Bundle, bundleTests } from './support/rules/bundle-tests.ts';
import type { Order, Outcome, Told } from './support/rules/run-tests.ts';

/** A thread is ended after so many times what its tests took with all rules, and this: a rule that was off kept them from ending. */
const MOST_TIMES = 20;
const MORE_MS = 20_000;

/** Tests that change the lexicons run apart from all others. */
const CHANGING = /add-lexicon/;

/** The number of no rule. */
const NO_RULE = -1;

/** Runs tests in a thread, and so in modules, of its own; null where they do not end. */
function runTests(worker: string, order: Order, ms = Number.POSITIVE_INFINITY): Promise<Told | null> {
  // As in a clone that has no other pages beside it.
  const env = { ...process.env, XIEZUO_TEST_SHARED: '' };
  const thread = new Worker(worker, { workerData: order, env });
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

/** Runs all tests with all rules; gives for each rule those in which it had a match, the quickest first. */
async function findWitnesses({ rules, files, worker }: Bundle): Promise<Outcome[][]> {
  const witnesses: Outcome[][] = rules.map(() => []);
  await forEach(files, async (file) => {
    const { outcomes = [], always = [] } = (await runTests(worker, { off: null, run: [file] })) ?? {};
    for (const { name, failure } of outcomes)
      if (failure !== null) throw new Error(`${name} in ${file} fails with all rules: ${failure}`);
    for (const outcome of outcomes)
      for (const id of new Set([...always, ...outcome.matched])) witnesses[id]?.push(outcome);
  });
  return witnesses.map((outcomes) => outcomes.sort((a, b) => a.ms - b.ms));
}

/**
 * Whether a test fails, or does not end, with a rule off. What is built once for a whole file (the trie of areas) lets a rule
 * match in the first test alone that needs it: before a rule is said to go unnoticed, the other tests of the files run, too.
 */
async function isNoticed(worker: string, off: number, witnesses: readonly Outcome[]): Promise<boolean> {
  const ms = witnesses.reduce((sum, outcome) => sum + outcome.ms, 0);
  const files = [...new Set(witnesses.map(({ file }) => file))];
  const apart = (run: Order['run'], isChanging: boolean) =>
    run.filter((each) => CHANGING.test(typeof each === 'string' ? each : each.file) === isChanging);
  const places = witnesses.map(({ file, number }) => ({ file, number }));
  for (const all of [places, files])
    for (const run of [apart(all, false), apart(all, true)]) {
      const told = run.length === 0 ? { outcomes: [] } : await runTests(worker, { off, run }, ms);
      if (!told?.outcomes.every(({ failure }) => failure === null)) return true;
    }
  return false;
}

/** Prints the rules that nothing notices, of those whose place holds `place`; tells whether there are none. */
export async function run([place = '']: readonly string[]): Promise<boolean> {
  const start = performance.now();
  const bundle = await bundleTests();
  const witnesses = await findWitnesses(bundle);
  if (await isNoticed(bundle.worker, NO_RULE, [...new Set(witnesses.flat())]))
    throw new Error('Tests that pass alone fail when they run in one thread.');
  const ids = bundle.rules.flatMap((rule, id) => (rule.place.includes(place) ? [id] : []));
  const unnoticed: number[] = [];
  await forEach(ids, async (id) => {
    if (!(await isNoticed(bundle.worker, id, witnesses[id] ?? []))) unnoticed.push(id);
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
