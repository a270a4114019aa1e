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

/** A reading of several bodies, told which rule read them; null for none. */
export function withRule(reading: BodyReading | null, rule: string): BodyReading | null {
  return reading && { end: reading.end, mentions: reading.mentions.map((mention) => ({ ...mention, rule })) };
}

/** The reading that reaches furthest, the first of several that reach as far; null where there is none. */
export function findLongest(readings: readonly (BodyReading | null)[]): BodyReading | null {
  let best: BodyReading | null = null;
  for (const reading of readings) if (reading && reading.end > (best?.end ?? 0)) best = reading;
  return best;
}
