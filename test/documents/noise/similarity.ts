/**
 * How alike two texts are, character by character: twice the length of their longest common subsequence over the sum
 * of their lengths, 1 for equal texts. Takes time in proportion to length × difference (Myers, 1986).
 */
export function measureSimilarity(a: string, b: string): number {
  const total = a.length + b.length;
  return total === 0 ? 1 : (total - countEdits(a, b)) / total;
}

/** The least number of single characters to delete from `a` and insert from `b` that makes them equal. */
function countEdits(a: string, b: string): number {
  const max = a.length + b.length;
  const reach = new Int32Array(2 * max + 2);
  for (let edits = 0; edits <= max; edits++) {
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const at = diagonal + max;
      const left = reach[at - 1] ?? 0;
      const right = reach[at + 1] ?? 0;
      let x = diagonal === -edits || (diagonal !== edits && left < right) ? right : left + 1;
      while (x < a.length && x - diagonal < b.length && a.charCodeAt(x) === b.charCodeAt(x - diagonal)) x++;
      reach[at] = x;
      if (x >= a.length && x - diagonal >= b.length) return edits;
    }
  }
  return max;
}
