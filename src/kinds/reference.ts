/**
 * Another row that a fact refers to; null where there is none. `name` is what the article tells of it, by which a choice is
 * made where articles refer to several; it is empty where a row was read back that does not tell.
 */
export type Reference = { readonly id: string; readonly name: string } | null;

/** The longer of two names, of two as long the first by code point: the fullest, and the same in any order. */
export function fuller(left: string, right: string): string {
  if (left.length !== right.length) return left.length > right.length ? left : right;
  return left < right ? left : right;
}

/** Of two rows that articles refer to the one that they tell most fully. */
export function joinReferences(left: Reference, right: Reference): Reference {
  if (left === null || right === null) return left ?? right;
  if (left.id === right.id) return { id: left.id, name: fuller(left.name, right.name) };
  if (left.name === right.name) return left.id < right.id ? left : right;
  return fuller(left.name, right.name) === left.name ? left : right;
}

/** The smaller of two values; null is none. */
export function least<T extends string>(left: T | null, right: T | null): T | null {
  if (left === null || right === null) return left ?? right;
  return left < right ? left : right;
}

/** Of two classes the one that says something: OTHER does not; of two that do the first by name. */
export function joinClasses<T extends string>(left: T, right: T): T {
  if (left === 'OTHER' || right === 'OTHER') return left === 'OTHER' ? right : left;
  return left < right ? left : right;
}

/** What has a name and others. */
interface Named {
  readonly name: string;
  readonly otherNames: readonly string[];
}

/** The fullest name, and all others. */
export function joinNames(left: Named, right: Named): Named {
  const name = fuller(left.name, right.name);
  const all = new Set([left.name, right.name, ...left.otherNames, ...right.otherNames]);
  return { name, otherNames: [...all].filter((other) => other !== name).sort() };
}
