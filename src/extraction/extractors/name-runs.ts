import type { Span } from '../../documents/source-document.ts';
import type { OrganisationClass } from '../claim.ts';
import {
  clearStops,
  isGeneric,
  isPunctuationAt,
  nameWords,
  organisationSuffixes,
} from '../lexicon/name-words.ts';
import { roleWords } from '../lexicon/role-words.ts';

/** Names of organisations are no longer than this. */
const LONGEST_NAME = 28;

/** An ending that was found: the name reaches from its start to `end`, its last word begins at `suffixStart`. */
export interface SuffixMatch {
  readonly suffixStart: number;
  readonly end: number;
  readonly classification: OrganisationClass;
}

const isInsideName = (character: string) => character === '·' || character === '-';

/** What firms have in brackets inside their names: 某某（集团）有限公司. */
const ASIDE = /^[（(](?:集团|中国|控股|[\u4e00-\u9fff]{2})[）)]/;

/** Whether the ending of an organisation begins in a stretch of text: most stretches hold none. */
export function holdsSuffix(text: string, start: number, end: number): boolean {
  for (let at = organisationSuffixes.findNext(text, start, end); at < end; ) {
    if (organisationSuffixes.findAt(text, at)?.value) return true;
    at = organisationSuffixes.findNext(text, at + 1, end);
  }
  return false;
}

/** Fields of government, of which some departments join two: 文化体育和旅游局. To extend: add the word. */
const FIELDS =
  /^(?:教育|文化|体育|旅游|广电|广播电视|新闻出版|科技|科学|技术|工业|商务|商业|信息化|信息|农业|农村|农牧|畜牧|水利|水务|林业|草原|园林|绿化|住房|城乡|建设|规划|自然资源|生态|环境|保护|交通|运输|城市|管理|综合|执法|应急|市场|监管|监督|民政|民族|宗教|事务|人力资源|社会保障|卫生|健康|退役军人|经济|发展|改革|财政|金融|审计|统计|司法|文物|海洋|渔业|粮食|物资|储备|能源|外事|侨务|口岸|节约|资源|数据|政务|服务|招商|投资|促进|合作|气候|应对|核|安全|大气|土壤|固体|废物|固废|化学品|监测|督察|河湖|流域|湿地|计量|质量|预算|规范|法规|标准|国际|人才|人事)+$/;

/** Words of a kind or field and an ending behind 和: 治理中心. */
function findJoinedSuffix(text: string, start: number, limit: number, from: number): SuffixMatch | null {
  for (let at = start + 2; at < Math.min(limit, start + 8); at++) {
    const suffix = organisationSuffixes.findAt(text, at, limit);
    if (suffix?.value && /(?:中心|局|厅|委员会|办公室|研究院)$/.test(text.slice(at, suffix.end)))
      return isGeneric(text.slice(start, at)) || areFields(text.slice(from, start - 1), text.slice(start, at))
        ? { suffixStart: at, end: suffix.end, classification: suffix.value }
        : null;
  }
  return null;
}

const areFields = (before: string, behind: string) => FIELDS.test(before) && FIELDS.test(behind);

/**
 * The last ending of an organisation in the run of name characters that begins at `start`; null where the
 * run holds none. `placed`: behind a place a name may hold 和 (数字化城市运行和治理中心). A run ends at punctuation, at a word that no name holds, and at an office (局长).
 */
export function findSuffix(text: string, start: number, limit: number, placed = false): SuffixMatch | null {
  let found: SuffixMatch | null = null;
  const last = Math.min(limit, start + LONGEST_NAME);
  if (!holdsSuffix(text, start, last)) return null;
  for (let at = start; at < last; ) {
    const suffix = organisationSuffixes.findAt(text, at, limit);
    const word = nameWords.findAt(text, at, limit);
    if (suffix?.value && at > start - 1 && !(word && word.value === 'SHIELD' && word.end > suffix.end)) {
      const isRole = found !== null && text[suffix.end] === '长';
      if (!isRole && (!found || suffix.end > found.end))
        found = { suffixStart: at, end: suffix.end, classification: suffix.value };
      at++;
      continue;
    }
    if (suffix) {
      at = suffix.end;
      continue;
    }
    if (word?.value === 'STOP' && !(found && at < found.end)) {
      const joined =
        !found && placed && /[和与及]/.test(text[at] ?? '')
          ? findJoinedSuffix(text, at + 1, limit, start)
          : null;
      return joined ?? found;
    }
    const aside =
      text[at] === '（' || text[at] === '(' ? (ASIDE.exec(text.slice(at, at + 5))?.[0].length ?? 0) : 0;
    if (aside > 0) {
      at += aside;
      continue;
    }
    if (isPunctuationAt(text, at) && !isInsideName(text[at] ?? '')) break;
    const role = roleWords.findAt(text, at, limit);
    if (
      role?.value &&
      !(found && at < found.end) &&
      !organisationSuffixes.findAt(text, role.end, limit)?.value
    )
      break;
    at = word?.value === 'SHIELD' ? word.end : at + 1;
  }
  return found;
}

/** Whether a word stands in a name that no name holds, 和 and its like apart: 自然资源和环境. */
export function holdsVerb(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const word = nameWords.findAt(text, at, end);
    if (word?.value === 'STOP' && !/^[和与及暨]$/.test(text.slice(at, word.end))) return true;
    if (word) at = word.end - 1;
  }
  return false;
}

/** A stretch of text without mark or stop word. */
export interface Run extends Span {
  /** Whether what stands before it cannot be a part of a longer name: a mark, a preposition, a verb of going or founding. */
  readonly clear: boolean;
}

const startsWithDigit = (text: string, at: number) => text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57;

/** Digits and time words that stand before a name and are no part of it: 2023年. */
const LEADING = /^(?:\d{1,4}(?:年|月|日|时|分)?(?:上午|下午|晚上?|凌晨|起)?)+/;

/** Adds a run without the time that leads it, unless nothing is left of it. */
function addRun(runs: Run[], text: string, run: Run): void {
  const { start, end, clear } = run;
  if (!startsWithDigit(text, start)) {
    if (end > start) runs.push(run);
    return;
  }
  const leading = LEADING.exec(text.slice(start, Math.min(end, start + 16)))?.[0].length ?? 0;
  if (end > start + leading) runs.push({ start: start + leading, end, clear });
}

/**
 * The places of a sentence where a name may begin: its start, and behind every punctuation mark and every
 * word that no name holds. Each reaches to the next such place.
 */
export function listRuns(text: string, { start, end }: Span): Run[] {
  const runs: Run[] = [];
  let from = start;
  let clear = true;
  for (let at = start; at < end; ) {
    const mark = isPunctuationAt(text, at) && !isInsideName(text[at] ?? '');
    const word = mark ? null : nameWords.findAt(text, at, end);
    const next = word?.end ?? at + 1;
    if (mark || word?.value === 'STOP') {
      addRun(runs, text, { start: from, end: at, clear });
      from = next;
      clear = mark || clearStops.has(text.slice(at, next));
    }
    at = next;
  }
  addRun(runs, text, { start: from, end, clear });
  return runs;
}
