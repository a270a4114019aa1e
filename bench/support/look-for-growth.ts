// node look-for-growth.ts SEED WORD SHARD SHARDS    a process of `npm run bench -- linear`: tells its parent what it looks at, and what grows
import { findGrowth, warmUp } from './growth.ts';
import { listRepetitions } from './repetitions.ts';

/** What a process tells: before it looks at a repetition, and where that grows. */
export interface Finding {
  readonly name: string;
  /** Null before it is looked at. */
  readonly growth: string | null;
}

const [seed, word = '', shard, shards] = process.argv.slice(2);
const all = listRepetitions(Number(seed));
warmUp(all);
const tell = (finding: Finding) => process.send?.(finding);
for (const repetition of all
  .filter(({ name }) => name.includes(word))
  .filter((_, i) => i % Number(shards) === Number(shard))) {
  tell({ name: repetition.name, growth: null });
  const growth = findGrowth(repetition);
  if (growth !== null) tell({ name: repetition.name, growth });
  // What was told is written while nothing runs.
  await new Promise(setImmediate);
}
process.disconnect?.();
