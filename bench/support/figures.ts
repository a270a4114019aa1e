/** The value below which a share of the values lies; 0 of none. */
export const quantile = (values: readonly number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;

/** How often each value occurs, the most frequent first, for people. */
export function countBy(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([value, count]) => `${value} ${count}`)
    .join(', ');
}

/** Prints a figure with what was wanted; gives whether it is met. */
export function printVerdict(name: string, got: string, isMet: boolean): boolean {
  console.log(`${name}: ${got}${isMet ? '' : ', missed'}`);
  return isMet;
}
