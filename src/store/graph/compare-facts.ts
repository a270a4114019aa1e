import type { Fact } from '../../kinds/kinds.ts';

/** Properties whose lists have no order. */
const SETS: ReadonlySet<string> = new Set(['statements', 'sessions']);

/** A value as one text in which neither the order of properties nor that of sets means anything. */
function canonical(value: unknown, name = ''): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) {
    const items = value.map((item) => canonical(item));
    return `[${SETS.has(name) ? items.sort() : items}]`;
  }
  return `{${Object.entries(value)
    .map(([key, part]) => `${key}:${canonical(part, key)}`)
    .sort()}}`;
}

/** Whether two facts say the same, in whatever order. */
export const isSameFact = (left: Fact, right: Fact) => canonical(left) === canonical(right);

/** What an article says now and did not before, and the other way round; null where it is not known what it said. */
export function compareFacts(before: ReadonlyMap<string, Fact> | null, now: ReadonlyMap<string, Fact>) {
  if (before === null) return { changed: new Set(now.keys()), lost: [] };
  const isKept = (id: string) => {
    const [old, fact] = [before.get(id), now.get(id)];
    return old !== undefined && fact !== undefined && isSameFact(old, fact);
  };
  return {
    changed: new Set([...now.keys()].filter((id) => !isKept(id))),
    lost: [...before.values()].filter(({ id }) => !isKept(id)),
  };
}
