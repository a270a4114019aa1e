import { isCommonHanAt, isGeneric, startsGeneric } from '../lexicon/name-words.ts';
import type { AreaMention, AreaReader } from '../passage/area-reader.ts';
import { Trie } from '../terms/trie.ts';
import { findSuffix, type SuffixMatch } from './name-runs.ts';
import { createMention, type OrganisationMention } from './organisation-mention.ts';

/** Endings that make a name with a place alone: 山东大学. To extend: add the ending. */
const NAMED_BY_PLACE = new Set(
  '大学 学院 银行 海关 日报社 电视台 广播电视台 证券 医学院 交响乐团 医院 农商行 供电公司 商会 分院 人民法院 人民检察院 铁路局'.split(
    ' ',
  ),
);

/** Words that count or rank companies: what follows them is a kind. To extend: add the word. */
const KINDS =
  /[0-9一二三四五六七八九十百千万多余](?:个|家|所|座)|第.{1,4}届|^[0-9两三四五六七八九十]{1,2}(?:省|市|县|区|地)|^世界[0-9]+强|^(?:首届|本届|上届|全国第|全球|中西部|东部|西部|万管|关联|主要|受灾|这|那|多支|家|个|所|座|国有|国企|民营|私营|外资|中资|上市|跨国|大型|中小|小微|龙头|骨干|重点|部分|多家|各|有关|相关|本土|知名|企业(?!.{0,3}[局厅署会])|其他|地方|首家|一家|两家|头部|科技型|高新|当地|省级|市级|县级|区级|基层)/;

/** Zones with committees of their own. To extend: add the ending. */
const ZONE =
  /.(?:新区|新城|开发区|经开区|高新区|高新技术产业开发区|示范区|自贸区|自贸试验区|自由贸易试验区|保税区|综保区|度假区|园区|合作区|风景区|景区|保护区|管理区|实验区|先行区|集聚区|科学城|大学城|街道)$/;

/** A department of a new area that is no division: 西咸新区生态环境|局. */
const ZONE_DEPARTMENT =
  /^[\u4e00-\u9fff]{2,4}(?:新区|经开区|高新区|自贸区|示范区|度假区)[\u4e00-\u9fff]{2,10}$/;

/** Names longer than this from a run that no place opens are phrases, not names. */
const LONGEST_UNPLACED = 18;

/** Endings of kinds as often as of names: what stands before them must not begin as a kind does (普惠性幼儿园). */
const WEAK_ENDINGS =
  /^(?:学校|幼儿园|小学|中学|医院|中心|银行|联盟|大学|股份|农场|研究所|实验室|服务中心|研究中心|监测中心|专班)$/;

function isName(inner: string, match: SuffixMatch, suffix: string, placed: boolean): boolean {
  if (KINDS.test(inner)) return false;
  // 二十届一中全会: 一中 counts a session, it ends no school's name.
  if (suffix === '一中' && inner.endsWith('届')) return false;
  if (placed) return inner.length >= 2 || (inner === '' && NAMED_BY_PLACE.has(suffix));
  if (suffix === '党工委' || suffix === '管委会') return ZONE.test(inner);
  if (suffix === '分行' || suffix === '支行') return inner.includes('银行');
  if (suffix === '委员会' && /^中.{1,2}.*合作$/.test(inner)) return true;
  const { classification } = match;
  if (classification === 'DEPARTMENT' || classification === 'GOVERNMENT' || classification === 'PARTY') {
    if (ZONE_DEPARTMENT.test(inner)) return true;
    return (
      /^(?:派出所|司法所|税务所|管理局|监管局|检验所|街道办事处|街道办|镇政府|乡政府|镇党委|乡党委|街道党工委|人民法院)$/.test(
        suffix,
      ) && !isGeneric(inner)
    );
  }
  const kind = WEAK_ENDINGS.test(suffix) && startsGeneric(inner) && !/^(?:国家|中国|全国)/.test(inner);
  return inner.length >= 2 && inner.length <= LONGEST_UNPLACED && !isGeneric(inner) && !kind;
}

/**
 * Reads an organisation that a place opens: 上海市环境科学研究院; null where none does.
 */
export function readPlacedOrganisation(
  text: string,
  place: AreaMention,
  limit: number,
): OrganisationMention | null {
  const match = findSuffix(text, place.end, limit, true);
  if (!match) return null;
  // 中国某院|某省人民政府: no government is China's but the State Council.
  if (match.classification === 'GOVERNMENT' && place.area.code === '100000') return null;
  const inner = text.slice(place.end, match.suffixStart);
  if (!isName(inner, match, text.slice(match.suffixStart, match.end), true)) return null;
  const name = text.slice(place.start, match.end);
  const area = place.area.code === '100000' ? null : place.area;
  return createMention({ start: place.start, end: match.end }, name, match.classification, { area });
}

/** “某某发展与合作小组”: in quotation marks a name may hold any word. */
const QUOTED = /^[\u4e00-\u9fff]{4,26}(?:合作小组|工作小组|联盟|委员会|理事会)(?=”)/;

function readQuoted(text: string, start: number, limit: number): OrganisationMention | null {
  const name = QUOTED.exec(text.slice(start, Math.min(limit, start + 34)))?.[0];
  return name ? createMention({ start, end: start + name.length }, name, 'COORDINATION') : null;
}

/** Reads an organisation that its ending alone shows: 之江实验室; null where the run from `start` names none. */
export function readUnplacedOrganisation(
  text: string,
  start: number,
  limit: number,
): OrganisationMention | null {
  const quoted = text[start - 1] === '“' ? readQuoted(text, start, limit) : null;
  const match = quoted ? null : findSuffix(text, start, limit);
  if (!match) return quoted;
  const inner = text.slice(start, match.suffixStart);
  if (!isName(inner, match, text.slice(match.suffixStart, match.end), false)) return null;
  return createMention({ start, end: match.end }, text.slice(start, match.end), match.classification);
}

/** Verbs of a visit: what follows is where somebody went. */
const VISIT = /(?:来到|走进|前往|考察了|参观了|走访了|调研了|考察|[，。；]在)$/;
/** Last characters of places, times and things that are no body. To extend: add the character. */
const NO_BODY_END = new Set(
  '村镇乡区县市州湾山河湖江海岛路街桥港园馆寺宫院场站口线地廊居谷林田坡城府庄堡库坝塔省国部边等时内外上下中间期后前道湿旗屯寨家校点楼',
);

/**
 * Reads a firm without any ending behind a place on a visit: 来到陕西法士特，; null where it is none.
 *
 * @example 李某来到陕西某某特，察看产品展示 // 陕西某某特
 */
export function readVisitedFirm(
  text: string,
  place: AreaMention,
  limit: number,
  near: { readonly areas: AreaReader; readonly inList: boolean },
): OrganisationMention | null {
  if (place.full && place.area.code !== '100000') return null;
  let end = place.end;
  while (end < limit && end - place.end < 6 && isCommonHanAt(text, end)) end++;
  const tail = text.slice(place.end, end);
  const closed = /^[，、。]/.test(text.slice(end, end + 1));
  if (!closed || tail.length < 2 || NO_BODY_END.has(tail.at(-1) ?? '') || isGeneric(tail)) return null;
  const listed = near.inList && text[place.start - 1] === '、';
  if (!listed && !VISIT.test(text.slice(Math.max(0, place.start - 4), place.start))) return null;
  if (near.areas.readAt(place.end, end) !== null) return null;
  const area = place.area.level === 'COUNTRY' ? null : place.area;
  return createMention({ start: place.start, end }, text.slice(place.start, end), 'COMPANY', { area });
}

const ordinals = new Trie<true>([['第', true]]);

const SESSION_BODY =
  /^(?:[\u4e00-\u9fff]{3,24}?|[\u4e00-\u9fff]{1,8}（[\u4e00-\u9fff]{1,8}）[\u4e00-\u9fff]{2,20}?)(?:联委会|委员会|理事会|协作小组|领导小组)(?=第[一二三四五六七八九十百0-9]{1,4}次)/;

/** The longest name of a body with the ordinal behind it. */
const LONGEST_SESSION = 44;

/** Whether an ordinal stands in a stretch of text: without one no session is named. */
export const holdsSession = (text: string, start: number, end: number): boolean =>
  ordinals.findNext(text, start, end) < end;

/**
 * Reads the body whose nth session is named; null where none is at `start`.
 *
 * @example 主持某某联合协调理事会第十七次会议 // 某某联合协调理事会
 */
export function readSessionBody(text: string, start: number, limit: number): OrganisationMention | null {
  const last = Math.min(limit, start + LONGEST_SESSION);
  const name = holdsSession(text, start, last) ? SESSION_BODY.exec(text.slice(start, last))?.[0] : null;
  if (!name || /主持|召开|出席|举行|会见|参加|[同在了的]/.test(name)) return null;
  return createMention({ start, end: start + name.length }, name, 'COORDINATION');
}
