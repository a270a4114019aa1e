import { STAGES, type Stage, type StageTimes, timeStages } from './read-stages.ts';
import type { Repetition } from './repetitions.ts';

/** Two lengths of a page, and from what on a stage counts as growing between them. */
interface Step {
  /** In characters. */
  readonly short: number;
  readonly long: number;
  /** Time a character of the long page, in times that of the short one. */
  readonly most: number;
  /** What each character may take longer whatever the short page took: the processor's memory is fast for small pages only. */
  readonly noiseUs: number;
  /** Rounds of which the least time counts; all are run only where a stage seems to grow. */
  readonly rounds: number;
}

const MOST_GROWTH = 1.5;
const SCREEN: Step = { short: 1500, long: 15_000, most: 1.35, noiseUs: 0.4, rounds: 4 };
/** What is asked for, and the same with pages four times as long: what leaves the memory at hand grows once, what is quadratic goes on. */
const STEPS: readonly Step[] = [
  { short: 10_000, long: 40_000, most: MOST_GROWTH, noiseUs: 0.5, rounds: 6 },
  { short: 40_000, long: 160_000, most: MOST_GROWTH, noiseUs: 0.5, rounds: 3 },
];
/** No page of 40,000 characters may take longer, all stages together. */
const MOST_MS = 4000;
const MOST_LENGTH = 40_000;
/** A page that would take longer if reading it were quadratic is not read: it is as good as seen. */
const PATIENCE_MS = 60_000;

/** How often the short page is read for each time that the long one is. */
const SHORTS = 3;

const least = (a: StageTimes, b: StageTimes): StageTimes =>
  Object.fromEntries(STAGES.map((stage) => [stage, Math.min(a[stage], b[stage])])) as StageTimes;

const sum = (times: StageTimes) => STAGES.reduce((total, stage) => total + times[stage], 0);

/** How a stage grows in a step. */
export interface Growth {
  readonly stage: Stage;
  /** Time a character of the long page, in times that of the short one. */
  readonly times: number;
  /** What the long page took, in milliseconds, and its characters. */
  readonly ms: number;
  readonly length: number;
}

/** The least times of some rounds over the short page and the long one; the long page is left out where it would take too long. */
function measure(repetition: Repetition, step: Step): { short: StageTimes; long: StageTimes | null } {
  const [short, long] = [repetition.create(step.short), repetition.create(step.long)];
  const times = step.long / step.short;
  let shorts = least(timeStages(short), timeStages(short));
  if (sum(shorts) * times ** 2 > PATIENCE_MS) return { short: shorts, long: null };
  let longs = timeStages(long);
  for (let round = 1; round < step.rounds && listGrown(shorts, longs, step).length > 0; round++) {
    // More of the short page: what the engine compiles on the way must not make it seem the slower.
    for (let i = 0; i < SHORTS; i++) shorts = least(shorts, timeStages(short));
    longs = least(longs, timeStages(long));
  }
  return { short: shorts, long: longs };
}

function listGrown(shorts: StageTimes, longs: StageTimes, { short, long, most, noiseUs }: Step): Growth[] {
  return STAGES.flatMap((stage) => {
    const [before, ms] = [(shorts[stage] * long) / short, longs[stage]];
    // What the short page has nothing of (no claim to explain) cannot be compared.
    if (before === 0 || ms <= most * before || ms <= before + (noiseUs * long) / 1000) return [];
    return [{ stage, times: ms / before, ms, length: long }];
  });
}

/** What is to say of a repetition that grows in the two steps, or takes too long. */
function confirm(repetition: Repetition): string | null {
  let grown: readonly Growth[] = [];
  for (const step of STEPS) {
    const { short, long } = measure(repetition, step);
    if (long === null)
      return [`${sum(short).toFixed(0)} ms for ${step.short} characters`, ...grown.map(describe)].join(', ');
    if (step.long === MOST_LENGTH && sum(long) > MOST_MS)
      return `${sum(long).toFixed(0)} ms for ${step.long} characters`;
    const here = listGrown(short, long, step);
    grown =
      grown.length === 0 ? here : grown.filter(({ stage }) => here.some((other) => other.stage === stage));
    if (grown.length === 0) return null;
  }
  return grown.map(describe).join(', ');
}

const describe = ({ stage, times, ms, length }: Growth) =>
  `${stage} ${times.toFixed(1)} times a character (${ms.toFixed(0)} ms for ${length})`;

/**
 * Says what grows more than 1.5 times a character, or takes more than four seconds; null where nothing does. Most
 * repetitions are passed over by short pages, which show growth as well where it is more than noise.
 */
export function findGrowth(repetition: Repetition): string | null {
  const { short, long } = measure(repetition, SCREEN);
  const isQuick = long !== null && (sum(long) * MOST_LENGTH) / SCREEN.long < MOST_MS / 2;
  return isQuick && listGrown(short, long, SCREEN).length === 0 ? null : confirm(repetition);
}

/** Reads pages until the engine has compiled most of the code. */
export function warmUp(repetitions: readonly Repetition[]): void {
  const every = Math.ceil(repetitions.length / 200);
  for (const [i, repetition] of repetitions.entries())
    if (i % every === 0) timeStages(repetition.create(SCREEN.short * 2));
}
