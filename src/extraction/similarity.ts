function countPairs(text: string): Map<string, number> {
  const pairs = new Map<string, number>();
  for (let i = 0; i + 1 < text.length; i++) {
    const pair = text.slice(i, i + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

/** How alike two names are: the Dice coefficient of their pairs of characters, 0 to 1. */
export function compareNames(a: string, b: string): number {
  if (a === b) return 1;
  const [x, y] = [countPairs(a), countPairs(b)];
  let both = 0;
  for (const [pair, count] of x) both += Math.min(count, y.get(pair) ?? 0);
  const all = Math.max(0, a.length - 1) + Math.max(0, b.length - 1);
  return all === 0 ? 0 : (2 * both) / all;
}
