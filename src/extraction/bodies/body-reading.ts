import type { OrganisationMention } from './organisation-mention.ts';

/** What was read at a place: one body, or several that share its words. */
export interface BodyReading {
  readonly end: number;
  readonly mentions: readonly OrganisationMention[];
}

/** A reading of one body, told which rule read it; null for none. */
export function readSingle(mention: OrganisationMention | null, rule: string): BodyReading | null {
  return mention && { end: mention.end, mentions: [{ ...mention, rule }] };
}

// Apart from `withRule`, which is asked for every place and mostly has no reading: a function that holds another makes room for what
// that one uses whenever it is called.
const tellRule = (mentions: readonly OrganisationMention[], rule: string) =>
  mentions.map((mention) => ({ ...mention, rule }));

/** A reading of several bodies, told which rule read them; null for none. */
export function withRule(reading: BodyReading | null, rule: string): BodyReading | null {
  return reading && { end: reading.end, mentions: tellRule(reading.mentions, rule) };
}

/** The reading that reaches further, the first of two that reach as far; null where there is neither. */
export function chooseLonger(a: BodyReading | null, b: BodyReading | null): BodyReading | null {
  return b && b.end > (a?.end ?? 0) ? b : a;
}
