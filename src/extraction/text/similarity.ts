/** How many pairs of characters two texts share, each as often as both have it. */
function countSharedPairs(a: string, b: string): number {
  const taken = new Uint8Array(b.length);
  let both = 0;
  for (let i = 0; i + 1 < a.length; i++) {
    let j = b.indexOf(a[i] ?? '');
    while (j >= 0 && (taken[j] === 1 || b.charCodeAt(j + 1) !== a.charCodeAt(i + 1)))
      j = b.indexOf(a[i] ?? '', j + 1);
    if (j < 0) continue;
    taken[j] = 1;
    both++;
  }
  return both;
}

/** How alike two names are: the Dice coefficient of their pairs of characters, 0 to 1. */
function compareNames(a: string, b: string): number {
  if (a === b) return 1;
  const all = Math.max(0, a.length - 1) + Math.max(0, b.length - 1);
  return all === 0 ? 0 : (2 * countSharedPairs(a, b)) / all;
}

/** Whether two names are at least so alike; names of very different length are never looked through. */
export function areAlike(a: string, b: string, least: number): boolean {
  const most = (2 * (Math.min(a.length, b.length) - 1)) / Math.max(1, a.length + b.length - 2);
  return (a === b || most >= least) && compareNames(a, b) >= least;
}
