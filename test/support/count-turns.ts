import { setImmediate } from 'node:timers/promises';

/** Counts how often the event loop turns until some work is done: hardly ever, where the work holds it. */
export async function countTurns<T>(
  work: Promise<T>,
): Promise<{ readonly turns: number; readonly result: T }> {
  let isDone = false;
  const ended = work.finally(() => {
    isDone = true;
  });
  ended.catch(() => undefined);
  let turns = 0;
  while (!isDone) {
    await setImmediate();
    turns += 1;
  }
  return { turns, result: await ended };
}
