import { expect, test } from '@jest/globals';
import { formatProgress } from '../../src/cli/progress-line.ts';

test.each([
  [0, null, 0, '0 documents, 0.0/s'],
  [30, null, 4, '30 documents, 7.5/s'],
  [1200, 0.25, 30, '1200 documents, 40/s, 25%, 1:30 left'],
  [1200, 0.5, 30, '1200 documents, 40/s, 50%, 30 s left'],
  [1000, 0.01, 100, '1000 documents, 10/s, 1%, 2:45:00 left'],
])('%d documents, a share of %p, in %d s are shown as "%s"', (done, share, seconds, line) => {
  expect(formatProgress(done, share, seconds)).toBe(line);
});
