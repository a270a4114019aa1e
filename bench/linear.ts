// npm run bench -- linear [SEED [WORD]]    looks for repetitions of words and phrases of which reading takes longer a character the longer they are
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Finding } from './support/look-for-growth.ts';

const ENTRY = fileURLToPath(new URL('./support/look-for-growth.ts', import.meta.url));
/** One thread, whose processor time is that of the reading, and so much room for new objects that few are moved. */
const FLAGS = ['--single-threaded', '--min-semi-space-size=64', '--max-semi-space-size=64'];
/** A process that looks at one repetition for longer is ended; it is slow, then, at a few thousand characters. */
const MOST_SILENCE_MS = 300_000;

interface Outcome {
  looked: number;
  readonly grown: Map<string, string>;
}

/** Looks at a part of the repetitions in a process of its own. */
async function look(parameters: readonly string[]): Promise<Outcome> {
  const outcome: Outcome = { looked: 0, grown: new Map() };
  const child = fork(ENTRY, parameters, { execArgv: [...process.execArgv, ...FLAGS] });
  let last = '';
  const silence = setTimeout(() => child.kill('SIGKILL'), MOST_SILENCE_MS);
  child.on('message', ({ name, growth }: Finding) => {
    silence.refresh();
    last = name;
    if (growth === null) outcome.looked += 1;
    else outcome.grown.set(name, growth);
  });
  const [code, signal] = await once(child, 'exit');
  clearTimeout(silence);
  if (code !== 0) throw new Error(`${last}: the process that read it ended with ${signal ?? code}.`);
  return outcome;
}

/**
 * Prints what is not linear; tells whether all is. Of `word` only what holds it is looked at. What grows is looked at once more in a
 * process that has read little else: whether it grows by itself, or by what the engine made of all that was read before.
 */
export async function run([seed = '1', word = '']: readonly string[]): Promise<boolean> {
  const start = performance.now();
  const shards = availableParallelism();
  console.log(`seed ${seed}, by ${shards} processes`);
  const outcomes = await Promise.all(
    Array.from({ length: shards }, (_, shard) => look([seed, word, String(shard), String(shards)])),
  );
  let bad = 0;
  for (const [name, growth] of outcomes.flatMap(({ grown }) => [...grown])) {
    const again = (await look([seed, name, '0', '1'])).grown.get(name);
    if (again !== undefined) bad += 1;
    console.log(`${name}: ${again ?? `${growth}; not in a process of its own`}`);
  }
  const looked = outcomes.reduce((sum, outcome) => sum + outcome.looked, 0);
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  console.log(
    `${bad} of ${looked} repetitions grow more than 1.5 times a character or take more than 4000 ms for 40000 characters (${seconds} s)`,
  );
  return bad === 0;
}
