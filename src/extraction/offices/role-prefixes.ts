import { rolePrefixes, timePrefixes } from '../lexicon/roles.ts';
import { unitAt } from '../terms/unit-at.ts';

/** The prefixes of roles by their last code unit, in the order in which they are tried. */
const prefixesByLast = new Map<number, string[]>();
for (const prefix of rolePrefixes) {
  const last = prefix.charCodeAt(prefix.length - 1);
  prefixesByLast.set(last, [...(prefixesByLast.get(last) ?? []), prefix]);
}

/** The prefix of a role that ends at `end` and begins at or behind `from`. */
export const findPrefix = (text: string, end: number, from: number) =>
  prefixesByLast
    .get(unitAt(text, end - 1))
    ?.find((word) => end - word.length >= from && text.startsWith(word, end - word.length));

/** A role without the word before it that says since when it is held. */
export function stripTime(role: string): string {
  for (const prefix of timePrefixes) if (role.startsWith(prefix)) return role.slice(prefix.length);
  return role;
}
