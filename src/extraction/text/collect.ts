/** What is read of each item, in one list in their order; `flatMap` for loops over a whole article, several times as fast. */
export function collect<T, U>(items: readonly T[], read: (item: T, index: number) => readonly U[]): U[] {
  const found: U[] = [];
  for (let index = 0; index < items.length; index++) {
    const part = read(items[index] as T, index);
    for (let at = 0; at < part.length; at++) found.push(part[at] as U);
  }
  return found;
}
