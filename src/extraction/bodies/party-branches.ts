import { findArea } from '../lexicon/areas.ts';
import type { AreaReader } from '../passage/area-reader.ts';
import { findLevelWord, findOwnOfLevel, type Passage } from '../passage/passage.ts';
import { CharacterSet } from '../terms/character-set.ts';
import { createMention, type OrganisationMention } from './organisation-mention.ts';

/** The democratic parties in short. */
const PARTY = /^(?:民革|民盟|民建|民进|农工党|致公党|九三学社|台盟)/;
const INITIALS = new CharacterSet('民农致九台');
const COMMITTEE = /^(?:委员会|委会|委(?!员|托|派))/;

/** 民进陕西省委会: a party before its place. */
function readBehindParty(areas: AreaReader, start: number, limit: number): OrganisationMention | null {
  const { text } = areas;
  const party = PARTY.exec(text.slice(start, start + 4))?.[0];
  const place = party ? areas.readAt(start + party.length, limit) : null;
  const committee = place && COMMITTEE.exec(text.slice(place.end, place.end + 3))?.[0];
  if (!party || !place || !committee) return null;
  const end = place.end + committee.length;
  return createMention({ start, end }, `${party}${place.area.name}委会`, 'PARTY', { area: place.area });
}

/** 省民进: a party behind the level word of the page's own place. */
function readBehindLevel({ text, region }: Passage, start: number): OrganisationMention | null {
  const word = findLevelWord(text, start);
  if (!word || !INITIALS.hasAt(text, start + word.length)) return null;
  const party = PARTY.exec(text.slice(start + word.length, start + word.length + 4))?.[0];
  const area = party ? findOwnOfLevel(region, word) : null;
  if (!party || !area) return null;
  const end = start + word.length + party.length;
  return createMention({ start, end }, `${party}${area.name}委会`, 'PARTY', { area });
}

/**
 * Reads the committee of a democratic party in a division; null where none begins at `start`.
 *
 * @example 民进陕西省委会, and 省民进 in a page about 陕西省 // 民进陕西省委会
 */
export function readPartyBranch(passage: Passage, start: number, limit: number): OrganisationMention | null {
  const branch = INITIALS.hasAt(passage.text, start) ? readBehindParty(passage.areas, start, limit) : null;
  const found = branch ?? readBehindLevel(passage, start);
  return found && found.end <= limit && findArea(found.area?.code ?? null)?.level !== 'COUNTRY'
    ? found
    : null;
}
