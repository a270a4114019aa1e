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
  bad: number;
}

/** Looks at a part of the repetitions in a process of its own, and prints those that grow. */
async function look(parameters: readonly string[], outcome: Outcome): Promise<void> {
  const child = fork(ENTRY, parameters, { execArgv: [...process.execArgv, ...FLAGS] });
  let last = '';
  const silence = setTimeout(() => child.kill('SIGKILL'), MOST_SILENCE_MS);
  child.on('message', ({ name, growth }: Finding) => {
    silence.refresh();
    last = name;
    if (growth === null) outcome.looked += 1;
    else {
      outcome.bad += 1;
      console.log(`${name}: ${growth}`);
    }
  });
  const [code, signal] = await once(child, 'exit');
  clearTimeout(silence);
  if (code !== 0) throw new Error(`${last}: the process that read it ended with ${signal ?? code}.`);
}

/** Prints what is not linear; tells whether all is. Of `word` only what holds it is looked at. */
export async function run([seed = '1', word = '']: readonly string[]): Promise<boolean> {
  const start = performance.now();
  const outcome: Outcome = { looked: 0, bad: 0 };
  const shards = availableParallelism();
  console.log(`seed ${seed}, by ${shards} processes`);
  await Promise.all(
    Array.from({ length: shards }, (_, shard) => look([seed, word, String(shard), String(shards)], outcome)),
  );
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  console.log(
    `${outcome.bad} of ${outcome.looked} repetitions grow more than 1.5 times a character or take more than 4000 ms for 40000 characters (${seconds} s)`,
  );
  return outcome.bad === 0;
}
