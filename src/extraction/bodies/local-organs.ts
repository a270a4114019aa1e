import type { AreaRecord } from '../lexicon/areas.ts';
import { type LocalOrgan, listLocalOrgans } from '../lexicon/local-organs.ts';
import type { OrganisationClass } from '../model/claim.ts';
import type { AreaMention } from '../passage/area-reader.ts';
import { findLevelWord, fitsLevel } from '../passage/passage.ts';
import { Trie } from '../terms/trie.ts';
import { createMention, type OrganisationMention } from './organisation-mention.ts';

let trie: Trie<LocalOrgan> | undefined;

/** An organ behind the name of a division, and where it ends. */
export interface OrganMatch {
  readonly end: number;
  readonly organ: Pick<LocalOrgan, 'canonical' | 'classification'>;
}

/** 委 is an organ of its own in 省委书记 only, not in 委托, 委员. */
const NOT_BEHIND_COMMITTEE = new Set('托派任员');

/**
 * The organ whose term begins at `at`: 政府, 生态环境厅; null where none does. The plain 委 is read where
 * `withCommittee` says that a level word stands before it.
 */
export function findOrgan(
  text: string,
  at: number,
  limit: number,
  withCommittee: boolean,
): OrganMatch | null {
  trie ??= new Trie(listLocalOrgans().map((organ) => [organ.term, organ] as const));
  for (const { end, value } of trie.listAt(text, at, limit)) {
    const bare = value.term === '委';
    const partyTerm = value.canonical.startsWith('委') && value.term.startsWith('委');
    if (partyTerm && (!withCommittee || (bare && NOT_BEHIND_COMMITTEE.has(text[end] ?? '')))) continue;
    return { end, organ: value };
  }
  return null;
}

/** 上海市嘉定区 for a district of a municipality, 苏州市吴江区 as printed, else the name of the division alone. */
export function createAreaPrefix(area: AreaRecord, chain: readonly AreaRecord[]): string {
  const { parent } = area;
  const isDistrict = area.level === 'COUNTY' && area.name.endsWith('区');
  const municipal = parent?.level === 'PROVINCE' && parent.name.endsWith('市');
  return isDistrict && parent && (municipal || chain.includes(parent)) ? parent.name + area.name : area.name;
}

/** The canonical name of an organ of a division: 西藏自治区 + 委 is 西藏自治区党委. */
function createOrganName(area: AreaRecord, chain: readonly AreaRecord[], canonical: string): string {
  const party = canonical.startsWith('委') && area.name.endsWith('自治区');
  // 滨海新区区委: the level word of a new area is not shared.
  const level = canonical.startsWith('委') && area.name.endsWith('新区') ? '区' : '';
  return createAreaPrefix(area, chain) + (party ? `党${canonical}` : level + canonical);
}

/** Makes the mention of a division's organ that the text from `start` to `end` names. */
export function createOrganMention(
  span: { readonly start: number; readonly end: number },
  place: Pick<AreaMention, 'area' | 'chain'>,
  organ: { readonly canonical: string; readonly classification: OrganisationClass },
  implied = false,
): OrganisationMention {
  const { area, chain } = place;
  if (organ.canonical === '海关')
    return createMention(span, (area.shortNames[0] ?? area.name) + organ.canonical, organ.classification, {
      area,
      implied,
    });
  const name = createOrganName(area, chain, organ.canonical);
  const otherNames = organ.canonical === '政府' ? [`${createAreaPrefix(area, chain)}人民政府`] : [];
  return createMention(span, name, organ.classification, { area, implied, otherNames });
}

/**
 * The organ that follows the name of a division at once, with or without a level word: 江苏 + 省委, 无锡市 + 政府.
 * Null where none follows.
 */
export function findOrganBehind(text: string, place: AreaMention, limit: number): OrganMatch | null {
  if (place.area.level === 'COUNTRY') return null;
  const word = findLevelWord(text, place.end);
  // 巴中市市委 repeats the level word, 江苏省委 shares it.
  if (word && fitsLevel(place.area, word)) {
    const organ = findOrgan(text, place.end + word.length, limit, true);
    if (organ) return organ;
  }
  return findOrgan(text, place.end, limit, place.full || text.startsWith('党委', place.end));
}
