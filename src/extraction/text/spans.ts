import type { Span } from '../../documents/model/source-document.ts';

/** The first index whose item begins at or behind `offset`; items are in the order of their starts. */
export function findFirst(items: readonly Span[], offset: number): number {
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

/** The items in the order of their starts, those alike as they stood; the same list where they are already, as mostly. */
export function sortByStart<T extends Span>(items: readonly T[]): readonly T[] {
  let last = -1;
  for (const { start } of items) {
    if (start < last) return [...items].sort((a, b) => a.start - b.start);
    last = start;
  }
  return items;
}

const byPlace = (a: Span, b: Span) => a.start - b.start || a.end - b.end;

/** The items in the order of their starts, of those alike the shorter first; the same list where they are already. */
export function sortByPlace<T extends Span>(items: readonly T[]): readonly T[] {
  for (let i = 1; i < items.length; i++) {
    const [before, item] = [items[i - 1], items[i]];
    if (before && item && byPlace(before, item) > 0) return [...items].sort(byPlace);
  }
  return items;
}
