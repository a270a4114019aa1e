/** The value of a key, made where the map has none. */
function getOrCreate<K, V>(map: Map<K, V>, key: K, create: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const value = create();
  map.set(key, value);
  return value;
}

const createMap = () => new Map();

/**
 * The items that share a key, and what they are `within` where that is given, in the order in which they first come; no
 * group is empty.
 */
export function groupBy<T>(
  items: readonly T[],
  key: (item: T) => unknown,
  within: (item: T) => unknown = () => null,
): (readonly [T, ...T[]])[] {
  const groups: [T, ...T[]][] = [];
  const byKeys = new Map<unknown, Map<unknown, [T, ...T[]]>>();
  for (const item of items) {
    const known = getOrCreate(byKeys, within(item), createMap);
    const itsKey = key(item);
    const group = known.get(itsKey);
    if (group) group.push(item);
    else {
      const first: [T] = [item];
      known.set(itsKey, first);
      groups.push(first);
    }
  }
  return groups;
}
