import type { Span } from '../documents/source-document.ts';

/** The first index whose item begins at or behind `offset`; items are in the order of their starts. */
function findFirst(items: readonly Span[], offset: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.start ?? Number.POSITIVE_INFINITY) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The items that lie within a span, found without looking at the others; items are in the order of their starts. */
export function listWithin<T extends Span>(items: readonly T[], { start, end }: Span): T[] {
  const found: T[] = [];
  for (let i = findFirst(items, start); i < items.length; i++) {
    const item = items[i];
    if (!item || item.start >= end) break;
    if (item.end <= end) found.push(item);
  }
  return found;
}
