// npm run bench -- linear [SEED [WORD]]    looks for repetitions of words and phrases of which reading takes longer a character the longer they are
import { STAGES, type Stage, type StageTimes, timeStages } from './support/read-stages.ts';
import { listRepetitions, type Repetition } from './support/repetitions.ts';

/** Characters of the two pages that are compared in the end, and of those by which most repetitions are passed over. */
const SHORT = 10_000;
const LONG = 40_000;
const SHORT_SCREEN = 3000;
const LONG_SCREEN = 12_000;
/** Time a character of the long page, in times that of the short one. */
const MOST_GROWTH = 1.5;
const MOST_SCREEN_GROWTH = 1.2;
/** A stage that takes no more than this longer than it would at the speed of the short page has not grown: it is noise. */
const NOISE_MS = 5;
const SCREEN_NOISE_MS = 2;
/** No page of 40,000 characters may take longer, all stages together. */
const MOST_MS = 4000;
/** Rounds of which the least time counts; another is run only while a stage seems to have grown. */
const SCREEN_ROUNDS = 4;
const ROUNDS = 6;

/** How two lengths compare. */
interface Comparison {
  readonly short: StageTimes;
  readonly long: StageTimes;
  /** The stages that took more time a character at the greater length. */
  readonly grown: readonly Stage[];
}

const least = (a: StageTimes, b: StageTimes): StageTimes =>
  Object.fromEntries(STAGES.map((stage) => [stage, Math.min(a[stage], b[stage])])) as StageTimes;

/** What is compared, and what counts as growth. */
interface Measure {
  readonly lengths: readonly [short: number, long: number];
  readonly rounds: number;
  readonly most: number;
  readonly noiseMs: number;
}

const SCREEN: Measure = {
  lengths: [SHORT_SCREEN, LONG_SCREEN],
  rounds: SCREEN_ROUNDS,
  most: MOST_SCREEN_GROWTH,
  noiseMs: SCREEN_NOISE_MS,
};
const CONFIRM: Measure = { lengths: [SHORT, LONG], rounds: ROUNDS, most: MOST_GROWTH, noiseMs: NOISE_MS };

/** Compares the times of two lengths; the least of several rounds counts, as what else the machine does only adds to them. */
function compare({ create }: Repetition, { lengths, rounds, most, noiseMs }: Measure): Comparison {
  const [short, long] = lengths.map(create) as [
    ReturnType<Repetition['create']>,
    ReturnType<Repetition['create']>,
  ];
  const times = lengths[1] / lengths[0];
  const listGrown = (a: StageTimes, b: StageTimes) =>
    STAGES.filter((stage) => b[stage] > times * a[stage] * most && b[stage] > times * a[stage] + noiseMs);
  let [shorts, longs] = [timeStages(short), timeStages(long)];
  let grown = listGrown(shorts, longs);
  for (let round = 1; round < rounds && grown.length > 0; round++) {
    longs = least(longs, timeStages(long));
    // What was compiled on the way must not make the short page seem slower than the long one.
    for (let i = 0; i < times; i++) shorts = least(shorts, timeStages(short));
    grown = listGrown(shorts, longs);
  }
  return { short: shorts, long: longs, grown };
}

const sum = (times: StageTimes) => STAGES.reduce((total, stage) => total + times[stage], 0);

function describe({ short, long, grown }: Comparison): string {
  const stages = grown.map((stage) => {
    const growth = (long[stage] * SHORT) / LONG / Math.max(0.1, short[stage]);
    return `${stage} ${growth.toFixed(1)} times a character (${short[stage].toFixed(0)} → ${long[stage].toFixed(0)} ms)`;
  });
  const slow = sum(long) > MOST_MS ? [`${sum(long).toFixed(0)} ms in all`] : [];
  return [...stages, ...slow].join(', ');
}

/** Prints a repetition that grows, or takes too long; tells whether it is neither. */
function check(repetition: Repetition): boolean {
  const screened = compare(repetition, SCREEN);
  if (screened.grown.length === 0 && (sum(screened.long) * LONG) / LONG_SCREEN < MOST_MS) return true;
  const confirmed = compare(repetition, CONFIRM);
  if (confirmed.grown.length === 0 && sum(confirmed.long) <= MOST_MS) return true;
  console.log(`${repetition.name}: ${describe(confirmed)}`);
  return false;
}

/** Reads pages until the engine has compiled most of the code. */
function warmUp(repetitions: readonly Repetition[]): void {
  for (let i = 0; i < repetitions.length; i += Math.ceil(repetitions.length / 200))
    timeStages((repetitions[i] as Repetition).create(SHORT_SCREEN));
}

/** Prints what is not linear; tells whether all is. Of `word` only what holds it is looked at. */
export function run([seed = '1', word = '']: readonly string[]): boolean {
  const repetitions = listRepetitions(Number(seed)).filter(({ name }) => name.includes(word));
  const start = performance.now();
  console.log(`seed ${seed}, ${repetitions.length} repetitions, ${SHORT} against ${LONG} characters`);
  warmUp(repetitions);
  const bad = repetitions.filter((repetition) => !check(repetition)).length;
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  console.log(
    `${bad} of ${repetitions.length} grow more than ${MOST_GROWTH} times a character or take more than ${MOST_MS} ms (${seconds} s)`,
  );
  return bad === 0;
}
