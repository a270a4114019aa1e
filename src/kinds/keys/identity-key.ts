/**
 * Something that tells an entity, read off one mention in one article and off nothing else.
 *
 * Mentions that share a closed key (one with a value) are one entity. A mention that leaves the value open, such as a person
 * without a post or a meeting without a year, belongs to the one entity that has a value in the family, if there is one only.
 */
export interface IdentityKey {
  /** What keys with other values have in common: a person's name, a meeting's name and day. Never holds a tab. */
  readonly family: string;
  /** Tells entities of a family apart: a body, a year. Empty where the mention leaves it open; `SAME` where it is one with others. */
  readonly value: string;
}

/**
 * The value of a key that ties the mentions that have it, and leaves open which entity of the family they are. Unlike an empty one it counts
 * beside keys with values too.
 */
export const SAME = '*';

const SEPARATOR = '\t';

/** White space of any kind would break keys apart. */
const squeeze = (text: string) => text.replace(/\s/g, ' ');

/** Makes a key of the parts of its family and its value; null leaves the value open. */
export function createKey(family: readonly (string | number)[], value: string | null): IdentityKey {
  return { family: family.map((part) => squeeze(String(part))).join('|'), value: squeeze(value ?? '') };
}

/** A key as one text, for sets and columns. */
export function formatKey({ family, value }: IdentityKey): string {
  return `${family}${SEPARATOR}${value}`;
}

/** Reads what `formatKey` wrote. */
export function parseKey(text: string): IdentityKey {
  const at = text.indexOf(SEPARATOR);
  return { family: text.slice(0, at), value: text.slice(at + 1) };
}

/** Keys without repeats, in a fixed order. */
export function sortKeys(keys: readonly IdentityKey[]): IdentityKey[] {
  return [...new Set(keys.map(formatKey))].sort().map(parseKey);
}

/** Whether a key leaves its value open. */
export const isOpen = ({ value }: IdentityKey) => value === '' || value === SAME;
