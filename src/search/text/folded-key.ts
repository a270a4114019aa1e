import type { FoldedText } from './fold-text.ts';
import { splitRuns } from './split-runs.ts';

/** A folded text without what stands between its runs, for comparing names. */
export function keyOf({ chars }: FoldedText): string {
  return splitRuns(chars)
    .map((run) => run.chars.join(''))
    .join('');
}
