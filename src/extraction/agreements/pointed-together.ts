import { listCountedPlaces } from '../bodies/counted-organs.ts';
import type { OrganisationMention } from '../bodies/organisation-mention.ts';
import type { Passage } from '../passage/passage.ts';
import { listWithin } from '../text/spans.ts';
import { listAreaSubjects } from './area-parties.ts';
import { isOpening, nameOf, ofOrganisation, type Party } from './party.ts';
import type { PartyScope } from './party-clauses.ts';
import { countParties } from './pointed-parties.ts';

/** The parties, each once, if there are just so many of different names. */
function exactly(count: number, parties: readonly Party[]): Party[] {
  const byName = new Map(parties.map((party) => [nameOf(party), party]));
  return byName.size === count ? [...byName.values()] : [];
}

/**
 * Whom 双方 or 三地 points back to where nothing strings them together: all bodies, else all places, that the sentence
 * names before, else the list of so many places that the article holds; empty where there are not just so many.
 *
 * @example 甲局局长张三赴乙局座谈，双方签订协议 // 甲局, 乙局
 */
export function listPointedTogether(
  passage: Passage,
  { from, clause, end }: Pick<PartyScope, 'from' | 'clause' | 'end'>,
  organisations: readonly OrganisationMention[],
): Party[] {
  const told = passage.text.slice(clause, end);
  const count = countParties(told);
  if (!count) return [];
  const before = listWithin(organisations, { start: from, end: clause });
  const bodies = exactly(
    count,
    before
      .filter(({ classification }, i) => classification !== 'PARTY' && !isOpening(before, i))
      .map(ofOrganisation),
  );
  if (bodies.length > 0) return bodies;
  const places = exactly(count, listAreaSubjects(passage, from, clause));
  if (places.length > 0 || !/[省市县区地]/.test(told)) return places;
  return listCountedPlaces(passage.areas, count).map((area) => ({
    start: clause,
    end,
    organisation: null,
    area,
    implied: true,
  }));
}
