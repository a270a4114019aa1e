import { isCommonHanAt } from '../lexicon/name-words.ts';
import type { AreaMention } from '../passage/area-reader.ts';
import { CharacterSet } from '../terms/character-set.ts';
import { readFixedBody } from './fixed-bodies.ts';
import { holdsVerb } from './name-runs.ts';
import { createMention, type OrganisationMention } from './organisation-mention.ts';

/** A ministry's name is no longer than this. */
const LONGEST = 16;
/** What stands behind a ministry: its minister, a verb, a mark. */
const BEHIND_MINISTRY =
  /^(?:(?:常务|第一)?副?部长|国务秘书|发言人|[、，。和与]|签|联合|共同|在|的|举行|举办|发布|表示|宣布|称|[0-9今昨当])/;

const ENDING = /^(?:部|委员会|管理局|总局|署)/;
/** The first characters of what `ENDING` finds. */
const ENDING_OPENINGS = new CharacterSet('部委管总署');

/**
 * Reads a ministry or agency of another state behind its name; null where none follows.
 *
 * @example 老挝自然资源和环境部部长 // 老挝自然资源和环境部
 */
export function readForeignMinistry(
  text: string,
  place: AreaMention,
  limit: number,
): OrganisationMention | null {
  if (place.area.level !== 'COUNTRY' || place.area.code === '100000') return null;
  for (let at = place.end; at < Math.min(limit, place.end + LONGEST); at++) {
    if (!isCommonHanAt(text, at)) return null;
    if (!ENDING_OPENINGS.hasAt(text, at)) continue;
    const ending = ENDING.exec(text.slice(at, at + 3))?.[0];
    const end = at + (ending?.length ?? 0);
    if (!ending || at - place.end < 2 || !BEHIND_MINISTRY.test(text.slice(end, end + 5))) continue;
    if (holdsVerb(text, place.end, at)) return null;
    return createMention({ start: place.start, end }, text.slice(place.start, end), 'GOVERNMENT', {
      area: place.area,
    });
  }
  return null;
}

const DASHES = new CharacterSet('—–－-');

/** What names the body behind its two sides. */
const JOINT_TAIL =
  /^[\u4e00-\u9fff]{2,12}?(?:合作中心|研究中心|交流中心|中心|联合会|商会|理事会|委员会|基金会|联盟|协会|研究院|大学|秘书处)/;

/**
 * Reads a body that two sides run together: 中国—东盟环境保护合作中心; null where none is at the place.
 */
export function readJointBody(text: string, place: AreaMention, limit: number): OrganisationMention | null {
  const dash = DASHES.hasAt(text, place.end)
    ? text.slice(place.end, place.end + (DASHES.hasAt(text, place.end + 1) ? 2 : 1))
    : null;
  const partner = dash ? readFixedBody(text, place.end + dash.length, limit) : null;
  const tail =
    partner && JOINT_TAIL.exec(text.slice(partner.end, Math.min(limit, partner.end + LONGEST)))?.[0];
  if (!partner || !tail) return null;
  const span = { start: place.start, end: partner.end + tail.length };
  return createMention(span, text.slice(span.start, span.end), 'OTHER');
}
