import type { AreaRecord } from '../lexicon/areas.ts';
import type { AreaMention } from '../passage/area-reader.ts';
import type { Passage } from '../passage/passage.ts';
import { type BodyReading, chooseLonger, readSingle, withRule } from './body-reading.ts';
import { readCoordinatedOrgans } from './coordinated-organs.ts';
import { readFixedBody } from './fixed-bodies.ts';
import { readForeignMinistry, readJointBody } from './foreign-organs.ts';
import { findOrganBehind } from './local-organs.ts';
import { readPlacedOrganisation, readVisitedFirm } from './named-organisations.ts';
import { createMention, type OrganisationMention } from './organisation-mention.ts';

/** What is known of the place where a body that an area opens is looked for. */
export interface PlacedContext {
  readonly limit: number;
  /** The area named last in the sentence. */
  readonly hint: AreaRecord | null;
  /** Where the body before ends; -1 where there is none. */
  readonly lastEnd: number;
}

/** A body of another state, or one that it runs with others. */
function readForeignOrgan(text: string, place: AreaMention, limit: number): OrganisationMention | null {
  const own = readForeignMinistry(text, place, limit) ?? readJointBody(text, place, limit);
  if (own || place.area.level !== 'COUNTRY' || place.area.code === '100000') return own;
  const body = readFixedBody(text, place.end, limit);
  if (body?.classification !== 'GOVERNMENT') return null;
  const name = text.slice(place.start, body.end);
  return createMention({ start: place.start, end: body.end }, name, 'GOVERNMENT', { area: place.area });
}

/** A name that a place opens gives way where another body begins inside it: 某省委|某大学. */
function isCut(
  { text, areas }: Passage,
  place: AreaMention,
  named: OrganisationMention,
  limit: number,
): boolean {
  const organ = findOrganBehind(text, place, limit);
  if (!organ) return false;
  // A branch is named by its place: 某市生态环境局某旗|分局.
  const branch = areas.readAt(organ.end, named.end);
  if (branch && /^(?:分局|支队|大队)$/.test(text.slice(branch.end, named.end))) return false;
  return areas.readAt(organ.end, named.end) !== null || readFixedBody(text, organ.end, named.end) !== null;
}

function readFirm(passage: Passage, place: AreaMention, { limit, lastEnd }: PlacedContext) {
  const { text, areas, article } = passage;
  if (!/调研|考察|视察/.test(article.headline ?? '') || findOrganBehind(text, place, limit)) return null;
  return readVisitedFirm(text, place, limit, { areas, inList: lastEnd === place.start - 1 });
}

/**
 * Reads the body, or the bodies, that the name of an area opens at `at`; null where none does.
 *
 * @example 湖州市、无锡市政府 // 湖州市政府, 无锡市政府
 */
export function readPlacedBody(passage: Passage, at: number, context: PlacedContext): BodyReading | null {
  const { text, areas } = passage;
  const { limit, hint } = context;
  if (areas.findNext(at, at + 1) > at) return null;
  const coordinated = withRule(readCoordinatedOrgans(text, areas, at, limit), 'area + organ');
  const place = areas.readAt(at, limit, hint);
  if (!place) return coordinated;
  const foreign = readForeignOrgan(text, place, limit);
  if (foreign) return readSingle(foreign, 'state + organ');
  const named = readPlacedOrganisation(text, place, limit);
  const kept = named && !isCut(passage, place, named, limit) ? named : null;
  const firm = named ? null : readFirm(passage, place, context);
  const words = readSingle(kept, 'area + words + ending of a body');
  return chooseLonger(chooseLonger(coordinated, words), readSingle(firm, 'firm visited on a tour'));
}
