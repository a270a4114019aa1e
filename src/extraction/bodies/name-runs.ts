import { isGeneric, nameMarks, nameWords, organisationSuffixes } from '../lexicon/name-words.ts';
import { roleWords } from '../lexicon/role-words.ts';
import type { OrganisationClass } from '../model/claim.ts';
import { CharacterSet } from '../terms/character-set.ts';
import type { Term } from '../terms/trie.ts';
import { TrieUnion } from '../terms/trie-union.ts';

/** Names of organisations are no longer than this. */
const LONGEST_NAME = 28;

/** An ending that was found: the name reaches from its start to `end`, its last word begins at `suffixStart`. */
export interface SuffixMatch {
  readonly suffixStart: number;
  readonly end: number;
  readonly classification: OrganisationClass;
}

/** What may end the search for an ending or be one; other characters are passed over. */
const turns = new TrieUnion([organisationSuffixes, nameWords, nameMarks, roleWords]);

/** What firms have in brackets inside their names: 某某（集团）有限公司. */
const ASIDE = /^[（(](?:集团|中国|控股|[\u4e00-\u9fff]{2})[）)]/;

const BRACKETS = new CharacterSet('（(');

/** How long what a firm has in brackets at an offset is; 0 where it is nothing of the kind. */
const measureAside = (text: string, at: number) =>
  BRACKETS.hasAt(text, at) ? (ASIDE.exec(text.slice(at, at + 5))?.[0].length ?? 0) : 0;

/** Endings of bodies whose names may hold 和. To extend: add the ending. */
const JOINED = /(?:中心|局|厅|委员会|办公室|研究院)$/;

/** Whether the ending of an organisation begins in a stretch of text: most stretches hold none. */
export function holdsSuffix(text: string, start: number, end: number): boolean {
  for (let at = organisationSuffixes.findNext(text, start, end); at < end; ) {
    if (organisationSuffixes.findTerm(text, at, text.length)?.value) return true;
    at = organisationSuffixes.findNext(text, at + 1, end);
  }
  return false;
}

/** Fields of government, of which some departments join two: 文化体育和旅游局. To extend: add the word. */
const FIELDS =
  /^(?:教育|文化|体育|旅游|广电|广播电视|新闻出版|科技|科学|技术|工业|商务|商业|信息化|信息|农业|农村|农牧|畜牧|水利|水务|林业|草原|园林|绿化|住房|城乡|建设|规划|自然资源|生态|环境|保护|交通|运输|城市|管理|综合|执法|应急|市场|监管|监督|民政|民族|宗教|事务|人力资源|社会保障|卫生|健康|退役军人|经济|发展|改革|财政|金融|审计|统计|司法|文物|海洋|渔业|粮食|物资|储备|能源|外事|侨务|口岸|节约|资源|数据|政务|服务|招商|投资|促进|合作|气候|应对|核|安全|大气|土壤|固体|废物|固废|化学品|监测|督察|河湖|流域|湿地|计量|质量|预算|规范|法规|标准|国际|人才|人事)+$/;
const areFields = (before: string, behind: string) => FIELDS.test(before) && FIELDS.test(behind);

const CONJUNCTIONS = new CharacterSet('和与及');

/** Words of a kind or field and an ending behind 和 at `at`: 和治理中心. `from` is where the name begins. */
function findJoinedSuffix(text: string, from: number, at: number, limit: number): SuffixMatch | null {
  if (!CONJUNCTIONS.hasAt(text, at)) return null;
  const start = at + 1;
  for (let suffixStart = start + 2; suffixStart < Math.min(limit, start + 8); suffixStart++) {
    const suffix = organisationSuffixes.findAt(text, suffixStart, limit);
    if (!suffix?.value || !JOINED.test(text.slice(suffixStart, suffix.end))) continue;
    const inner = text.slice(start, suffixStart);
    return isGeneric(inner) || areFields(text.slice(from, at), inner)
      ? { suffixStart, end: suffix.end, classification: suffix.value }
      : null;
  }
  return null;
}

/** An office and no body begins: 局长, but not 部长会议办公室. */
function beginsOffice(text: string, at: number, limit: number): boolean {
  const role = roleWords.findTerm(text, at, limit);
  return role?.value ? !organisationSuffixes.findTerm(text, at + role.length, limit)?.value : false;
}

/** The ending that reaches further of the one found before and one at `suffixStart`; 长 behind it makes it an office. */
function chooseSuffix(
  text: string,
  found: SuffixMatch | null,
  suffixStart: number,
  { length, value }: Term<OrganisationClass>,
): SuffixMatch {
  const end = suffixStart + length;
  if (found && (end <= found.end || text[end] === '长')) return found;
  return { suffixStart, end, classification: value };
}

/**
 * The last ending of an organisation in the run of name characters that begins at `start`; null where the
 * run holds none. `placed`: behind a place a name may hold 和 (数字化城市运行和治理中心). A run ends at punctuation, at a word that no name holds, and at an office (局长).
 */
export function findSuffix(text: string, start: number, limit: number, placed = false): SuffixMatch | null {
  let found: SuffixMatch | null = null;
  const last = Math.min(limit, start + LONGEST_NAME);
  if (!holdsSuffix(text, start, last)) return null;
  for (let at = turns.findNext(text, start, last); at < last; at = turns.findNext(text, at, last)) {
    const suffix = organisationSuffixes.findTerm(text, at, limit);
    const word = nameWords.findTerm(text, at, limit);
    if (suffix) {
      const shielded = word?.value === 'SHIELD' && word.length > suffix.length;
      const { length, value } = suffix;
      if (value && !shielded) found = chooseSuffix(text, found, at, { length, value });
      at += value && !shielded ? 1 : length;
      continue;
    }
    const inside = found !== null && at < found.end;
    if (word?.value === 'STOP' && !inside)
      return found ?? (placed ? findJoinedSuffix(text, start, at, limit) : null);
    const aside = measureAside(text, at);
    if (aside === 0 && (nameMarks.holdsAt(text, at) || (!inside && beginsOffice(text, at, limit))))
      return found;
    at += aside || (word?.value === 'SHIELD' ? word.length : 1);
  }
  return found;
}

/** Whether a word stands in a name that no name holds, 和 and its like apart: 自然资源和环境. */
export function holdsVerb(text: string, start: number, end: number): boolean {
  for (let at = nameWords.findNext(text, start, end); at < end; ) {
    const word = nameWords.findAt(text, at, end);
    if (word?.value === 'STOP' && !/^[和与及暨]$/.test(text.slice(at, word.end))) return true;
    at = nameWords.findNext(text, word?.end ?? at + 1, end);
  }
  return false;
}
