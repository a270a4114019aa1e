import { roleWords } from '../lexicon/role-words.ts';
import { CharacterSet } from '../terms/character-set.ts';
import { createOrganMention, findOrgan } from './local-organs.ts';
import { createMention, type OrganisationMention } from './organisation-mention.ts';

/** An organ and an office of it stand this near before the next organ: 党委书记、人大常委会. */
const NEAR = 10;

/** The committee and the administration of one zone: 某某新区党工委书记、管委会主任. */
const ZONE_ORGAN = /^(?:党工委|管委会|管理委员会|工委)(?!员)/;
const ZONE_NAME = /^(.+?)(?:党工委|管委会|管理委员会|工委)$/;

/** Organs that an office of another organ of the same area may be followed by. */
const SISTER = /^(?:人大|政协|政府|监委|纪委|人民政府|武装部|军分区|警备区)/;

const STRINGING = new CharacterSet('、兼');
const LISTING = new CharacterSet('、和');

/** Whether the words from `from` to `to` are the end of an office and a mark: 书记、 */
export function isOffice(text: string, from: number, to: number): boolean {
  if (to - from > NEAR || !STRINGING.hasAt(text, to - 1)) return false;
  for (let at = from; at < to - 1; at++) if (roleWords.findAt(text, at, to - 1)?.end === to - 1) return true;
  return false;
}

function readZoneOrgan(text: string, before: OrganisationMention, at: number): OrganisationMention | null {
  const organ = ZONE_ORGAN.exec(text.slice(at, at + 6))?.[0];
  const zone = organ && ZONE_NAME.exec(before.name)?.[1];
  if (!zone || !isOffice(text, before.end, at)) return null;
  const span = { start: at, end: at + organ.length };
  return createMention(span, zone + organ, organ.endsWith('工委') ? 'PARTY' : 'GOVERNMENT', {
    area: before.area,
  });
}

const CONGRESSES = ['全国政协', '全国人大'];
const SPECIAL_COMMITTEE = /^[\u4e00-\u9fff]{2,10}?(?:专门)?(?:委员会|委)(?=原?副?主任)/;

/** 全国政协常委、经济委员会副主任: a special committee of the congress named just before. */
function readSpecialCommittee(
  text: string,
  before: OrganisationMention,
  at: number,
): OrganisationMention | null {
  const congress = CONGRESSES.find((name) => before.name.startsWith(name));
  const name =
    congress && isOffice(text, before.end, at) ? SPECIAL_COMMITTEE.exec(text.slice(at, at + 18))?.[0] : null;
  return name
    ? createMention({ start: at, end: at + name.length }, `${congress}${name}`, 'GOVERNMENT', {
        parent: congress ?? null,
      })
    : null;
}

/**
 * Reads an organ without a place of its own that shares the place of the one before it; null where none is at `at`.
 *
 * @example 省发展改革委、财政厅 // 广东省财政厅
 * @example 内蒙古自治区党委书记、人大常委会主任 // 内蒙古自治区人大常委会
 */
export function readSharedOrgan(
  text: string,
  before: OrganisationMention,
  at: number,
  limit: number,
): OrganisationMention | null {
  const zone = readZoneOrgan(text, before, at) ?? readSpecialCommittee(text, before, at);
  if (zone || !before.area || before.area.level === 'COUNTRY') return zone;
  const listed =
    before.end === at - 1 && LISTING.hasAt(text, at - 1) && before.classification === 'DEPARTMENT';
  const sister = SISTER.test(text.slice(at, at + 4)) && isOffice(text, before.end, at);
  if (!listed && !sister) return null;
  const match = findOrgan(text, at, limit, false);
  if (!match || (listed && match.organ.classification !== 'DEPARTMENT')) return null;
  return createOrganMention({ start: at, end: match.end }, { area: before.area, chain: [] }, match.organ);
}
